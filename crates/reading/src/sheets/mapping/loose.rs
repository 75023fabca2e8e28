//! A second, looser normal form of headers, for words that no list foresaw: what offices say in many ways
//! (起始/开始, 有无/是否, 成因/原因) is said in one.

/// What is replaced, in this order; longer spellings stand before the ones they hold.
const WAYS: [(&str, &str); 46] = [
    ("公民身份", "身份"),
    ("居民身份", "身份"),
    ("身份证件", "身份"),
    ("身份证号", "身份"),
    ("身份号码", "身份"),
    ("身份号", "身份"),
    ("证件号", "身份"),
    ("手机电话", "电话"),
    ("联系方式", "电话"),
    ("联系号码", "电话"),
    ("联系电话", "电话"),
    ("手机号", "电话"),
    ("移动电话", "电话"),
    ("手机", "电话"),
    ("有没有", "是否"),
    ("是不是", "是否"),
    ("有无", "是否"),
    ("种类", "类型"),
    ("类别", "类型"),
    ("成因", "原因"),
    ("主因", "原因"),
    ("因素", "原因"),
    ("缘由", "原因"),
    ("起始", "开始"),
    ("终止", "结束"),
    ("截止", "结束"),
    ("结业", "结束"),
    ("日期", "时间"),
    ("年月", "时间"),
    ("薪资", "工资"),
    ("薪酬", "工资"),
    ("途径", "渠道"),
    ("转移就业", "务工"),
    ("外出就业", "务工"),
    ("外出务工", "务工"),
    ("就业", "务工"),
    ("所在地", "地"),
    ("地址", "地"),
    ("地点", "地"),
    ("企业", "单位"),
    ("公司", "单位"),
    ("责任人", "人"),
    ("干部", "人"),
    ("贫困户", "户"),
    ("农户", "户"),
    ("家庭", "户"),
];

/// What may stand before a word without changing it.
const BEFORE: [&str; 14] =
    ["所属", "所在", "目前", "当前", "现", "本人", "个人", "劳动者", "具体", "实际", "主要", "已", "所", "上报"];

/// What may stand behind a word without changing it.
const BEHIND: [&str; 16] = [
    "情况", "信息", "状况", "状态", "名称", "姓名", "内容", "号码", "编码", "编号", "人数", "数量", "元", "人", "数",
    "号",
];

/// The loose form of a normalised header; empty when too little is left of it.
pub(super) fn loose(text: &str) -> String {
    let mut text = match text.strip_suffix("与否") {
        Some(stem) => format!("是否{stem}"),
        None => text.to_owned(),
    };
    for (from, to) in WAYS {
        if text.contains(from) {
            text = text.replace(from, to);
        }
    }
    let mut core = text.as_str();
    while let Some(cut) = BEFORE.iter().find_map(|word| core.strip_prefix(word)).filter(|cut| long(cut)) {
        core = cut;
    }
    while let Some(cut) = BEHIND.iter().find_map(|word| core.strip_suffix(word)).filter(|cut| long(cut)) {
        core = cut;
    }
    if long(core) { core.to_owned() } else { String::new() }
}

fn long(text: &str) -> bool {
    text.chars().count() >= 2
}
