//! Other conditions: certificates, health, height, skills, papers to bring, seasons of the work, preferences.

use super::super::mention::{Fact, Mentions};
use super::super::pattern::patterns;
use super::super::text::Text;

patterns! {
    /// Conditions that may span several pieces.
    WIDE = r"女(?:性|生)?\s*\d?\.?\d{2,3}\s*(?:cm|CM|米|m|M|公分)?\s*(?:以上)?[,、;]\s*男(?:性|生)?\s*\d?\.?\d{2,3}\s*(?:cm|CM|米|m|M|公分)?\s*(?:以上)?|男(?:性|生)?\s*\d?\.?\d{2,3}\s*(?:cm|CM|米|m|M|公分)?\s*(?:以上)?[,、;]\s*女(?:性|生)?\s*\d?\.?\d{2,3}\s*(?:cm|CM|米|m|M|公分)?\s*(?:以上)?";
    NEED = r"证(?:件|书|者)?(?:优先|以上)?$|[^保]证(?:优先|的|[^明券据实]|$)|执照|驾照|本$|[ABC][123][^\d]|[ABC][12]$|身高|视力|身体|健康|体检|体能|无(?:不良|犯罪|传染|三高|纹身|色盲|疾病|案底|残疾|恶习|基础病|重大|前科|高血压|慢性病|恐高|劣迹|违法)|没(?:有)?(?:病|毛病|高血压)|(?:不|别)(?:怕|恐高|晕|要纹身|要近视|抽烟|吸烟|喝酒|嫌|近视|挑活|染发|偷懒)|恐高|色盲|吃苦|耐劳|责任心|责任感|认真负责|踏实|勤快|勤劳|麻利|利索|干净|爱干净|讲卫生|细心|耐心|爱心|有力气|力气|形象|五官|气质|普通话|沟通|表达|口齿|性格|开朗|品行|品德|诚实|诚信|守法|遵纪|服从|稳定|手脚|眼(?:神|力)|视力|体力|会(?:骑|电脑|开|做|说|用|聊|拉|使|修|看|平车|打|写|操作|种|养|算|普|简单|基本|点)|懂|熟悉(?:本地|路|办公|电脑|[^\s]{1,6})|熟练(?:使用|操作|掌握|运用)|能(?:吃苦|倒班|上夜班|长期|适应|胜任|出差|熬夜|爬|喝|干重活|接受|住|识字|独立|封闭|加班|看懂|站|搬|自带|开)|自备|自带(?:车|工具|电动|三轮|铁锹|镰刀|干粮|被褥|行李)|自己有车|有(?:车|电动车|摩托|手艺|三轮|劳动能力|力气|爱心|智能手机)|户口|户籍|本地(?:人|户|路)|当地(?:人|村民)|附近|就近|本(?:县|村|乡|镇|区)(?:户|人|村民|居民)?|家住|离家|离得近|住得近|常住|脱贫|低保|零就业|就业困难|监测户|易致贫|边缘户|残疾|搬迁户|一户|退役|退伍|军人|党员|夫妻(?:优先|最好)|两口子|夫妇优先|宝妈|学生优先|应届(?:毕业)?生|专业(?:优先|毕业)?$|专业[^\s]{0,4}$|相关专业|英语|证件|身份证|复印件|照片|彩照|银行卡|户口本|简历|毕业证|被褥|行李|工期|项目期|\d+个月$|^[一二两三四五六七八九十半]+(?:个)?(?:月|年)(?:左右)?$|\d+来?天$|\d+天左右|季节|采摘期|工作期|合同期|\d-\d{1,2}月|月底结束|到(?:年底|过年|\d+月)|干到|做到年|长期(?:干|做|稳定)|稳定做|优先|最好|未婚|已婚|婚育|结婚|生孩子|无孩|单身|纹身|传染|乙肝|穿无尘|无尘衣|站班|站立|坐班|看显微镜|限[^\s]{1,6}(?:人|本地|户)|[不非]限地区|核酸|疫苗|案底|无犯罪|政审|高血压|心脏病|实名|征信|冻结|住站|住家$|文笔|办公软件|[Ee]xcel|EXCEL|WPS|CAD|PS|ERP|政治|服役|团队|执行力|抗压|学习能力|上进|亲和力|责任";
    /// Pieces that speak of something else.
    NOT = r"津贴|补贴|补助|奖金|奖励|工资|月薪|提成|包吃|包住|五险|社保|保险|福利|节日|生日|年终|旅游|电话|微信|热线|咨询|公司(?:位于|成立|主营|简介|是)|工作内容|岗位内容|负责|主要|职责|面试|班车|空调|热水|宿舍|食堂|活(?:不重|轻)|签(?:订)?(?:劳动)?合同|带薪|晋升|体检费|办理?健康证|健康证(?:店|我们|公司|厂|费|给|由)|免费(?:体检|办)|押金|服装费|发放|培训|地址|名额|轻松|不累|车接|接送|报销|先到|有意|欢迎|抓紧|上不封顶|多劳多得|年龄|学历|放宽|男女|岁|打字快赚|环境|日结|月结|周结|现结|公示|程序|结算|返费|发工资|不压|不拖|保底|招聘|招工|满勤|全勤|加班|路费|往返|接站|转正|试用|介绍|合同|注|证书补|证(?:券|明|据)|保证|经验|熟手|熟练工|包教|学徒|不会(?:的)?|招满|报名(?:表|时间|地点|方式|电话|短信)|短信|编辑|招(?:待|商)|作息|长白|夜班|休$|公休|直播|抖音|招募|扫码|小程序|求职者|待遇|一次|元|块|岗位|工作时间|上班时间|人才|直招|中介|勿扰|非诚|放假|寒暑假|不抽成|不收|群|卡$|打卡|退休|工地不让|满\d+个?(?:月|天)|月后|发证|结业|对象|学员|农业农村|政府|管委会|局|厂房|小区|广场|超市|医院|学校|银行|服务站|酒店|公司|证券|村委|幼儿园|生产|加工|设备|配料|包装|清洗|清扫|打扫|巡查|搬运";
    LEAD = r"^(?:(?:必须|需要?|要求|要|须|应|有|具有|具备|持有?|持证|请|并|且|最好|自己带|报名带|报到带|带上|自带|携带|提供|或|和|能够|以及|另|还)+)?";
    LABELLED = r"(?:报到带|携带|所带资料|带|需带|证件|备注|带好|带齐|携带证件|报名材料|其他要求|所需证件)\s*:?\s*$";
    SEASON = r"(?:工期|项目期|合同期|工作期|采摘期|季节)\s*[::]?\s*[^\s,。;\n]{2,20}|\d{1,2}月(?:\d{1,2}[号日]?)?\s*(?:-|~|到|至)+\s*(?:\d{1,2}月|次年|年底)(?:\d{1,2}[号日]?)?|\d{1,2}-\d{1,2}月|(?:干|做|用)?\d{1,2}(?:-\d{1,2})?来?天(?:左右)?$";
    BRING = r"(?:带|携带|提供|凭|持)(?:好|齐|上)?(?:本人)?(?P<what>(?:有效)?(?:二代)?身份证[^\s,。;\n]{0,18}|健康证[^\s,。;\n]{0,8}|复印件[^\s,。;\n]{0,6}|照片[^\s,。;\n]{0,6}|银行卡[^\s,。;\n]{0,6}|毕业证[^\s,。;\n]{0,10}|户口本[^\s,。;\n]{0,10}|被褥[^\s,。;\n]{0,8}|行李[^\s,。;\n]{0,8}|镰刀|铁锹|手套|工具[^\s,。;\n]{0,4})";
}

pub(super) fn find(text: &Text, found: &mut Mentions) {
    let folded = text.folded();
    let mut wide = Vec::new();
    for hit in WIDE.find_iter(folded) {
        wide.push(hit.range());
        found.note(hit.range(), Fact::Requirement(hit.as_str().to_owned()));
    }
    for hit in BRING.captures_iter(folded) {
        let Some(what) = hit.name("what") else { continue };
        let end = what.start() + what.as_str().find("到").unwrap_or(what.len());
        let at = text.trim(what.start()..end);
        if !inside(&wide, &at) {
            wide.push(at.clone());
            found.note(at.clone(), Fact::Requirement(text.get(&at).to_owned()));
        }
    }
    for hit in SEASON.find_iter(folded) {
        let at = text.trim(hit.range());
        let line = text.get(&text.lines()[text.line_of(at.start)]);
        let event = ["报名", "面试", "招聘会", "截止", "时间", "活动", "周"].iter().any(|w| line.contains(w))
            && !line.contains("工期");
        if !event && !inside(&wide, &at) {
            wide.push(at.clone());
            found.note(at.clone(), Fact::Requirement(text.get(&at).to_owned()));
        }
    }
    for at in text.pieces() {
        if inside(&wide, &at) || wide.iter().any(|w| w.start < at.end && at.start < w.end) {
            continue;
        }
        for part in parts(text, at) {
            if condition(text, found, &part) {
                let lead = LEAD.find(text.get(&part)).map_or(0, |m| m.end());
                let kept = if part.start + lead < part.end { part.start + lead..part.end } else { part };
                found.note(kept.clone(), Fact::Requirement(text.get(&kept).to_owned()));
            }
        }
    }
}

/// The piece itself, and what stands in its brackets as a part of its own.
fn parts(text: &Text, at: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
    let part = text.get(&at);
    match (part.find('('), part.rfind(')')) {
        (Some(open), Some(close))
            if open < close && open > 0 && !part[open..].starts_with("(N1") && !part[..open].ends_with('证') =>
        {
            vec![
                text.trim(at.start..at.start + open),
                text.trim(at.start + open + 1..at.start + close),
                text.trim(at.start + close + 1..at.end),
            ]
        }
        _ => vec![text.trim(at.start..at.end)],
    }
}

fn inside(wide: &[std::ops::Range<usize>], at: &std::ops::Range<usize>) -> bool {
    wide.iter().any(|w| w.start <= at.start && at.end <= w.end)
}

fn condition(text: &Text, found: &Mentions, at: &std::ops::Range<usize>) -> bool {
    let part = text.get(at);
    let length = part.chars().count();
    if !(2..=26).contains(&length) || NOT.is_match(part) {
        return part.starts_with("持证") && length <= 6;
    }
    let taken = at.clone().filter(|i| found.is_taken(*i)).count();
    let bring = LABELLED.is_match(text.before(at.start, 30));
    if taken * 2 > at.len() {
        return false;
    }
    let place =
        found.list().iter().any(|m| matches!(m.fact, Fact::Place) && m.at.start < at.end && at.start < m.at.end);
    bring || (NEED.is_match(part) && (!place || part.contains("优先") || part.contains("户")))
}
