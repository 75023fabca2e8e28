//! Posts as people also write them: tables, spoken numbers, full width, several contacts, shared conditions, day pay, piece rates,
//! bullets of signs, forwarded chats. Each stands for a way of writing, none for a post of a corpus.

use domain::places::Region;
use reading::posts::{Draft, read};

/// `title|seats|least-most/unit`, with – for what is not said.
fn brief(draft: &Draft) -> String {
    let figure =
        |wage: &Option<reading::posts::Found<f64>>| wage.as_ref().map_or("–".to_owned(), |w| w.value.to_string());
    let title = draft.title.as_ref().map_or("–", |title| &title.value);
    let seats = draft.headcount.as_ref().map_or("–".to_owned(), |seats| seats.value.to_string());
    let unit = draft.wage_unit.as_ref().map_or("–", |unit| unit.value.code());
    format!("{title}|{seats}|{}-{}/{unit}", figure(&draft.wage_min), figure(&draft.wage_max))
}

fn vacancies(text: &str) -> Vec<Draft> {
    read(text, Region::from_six(140_222)).vacancies
}

fn phones(draft: &Draft) -> Vec<&str> {
    draft.phones.iter().map(|phone| phone.value.as_str()).collect()
}

/// Texts with what each of their vacancies says.
const TEXTS: &[(&str, &[&str])] = &[
    // Numbers as spoken.
    ("天镇县顺达物流招装卸工五个，一个月三千五到四千五，管吃管住，电话19900001111", &["装卸工|5|3500-4500/month"]),
    ("我们饭店找个洗碗工，一个月两千三，管饭，19900001111", &["洗碗工|–|2300-2300/month"]),
    ("招电焊工两名，一天三百二，日结，19900001111 张师傅", &["电焊工|2|320-320/day"]),
    ("诚招保安十来名，月工资两千八至三千二", &["保安|10|2800-3200/month"]),
    ("招瓦工一名，一天二百八，小工一名，一天一百八，电话：19900001111", &["瓦工|1|280-280/day", "小工|1|180-180/day"]),
    ("急招司机3人，每月六千起，19900001111", &["司机|3|6000-–/month"]),
    ("养殖场招饲养员一对夫妻，两口子一个月八千五，19900001111", &["饲养员|2|8500-8500/month"]),
    // Full width, spaces, decorations.
    ("招聘　收银员　２名　月薪　２４００－２８００元　电话　１９９００００１１１１", &["收银员|2|2400-2800/month"]),
    (
        "★★★急招★★★\n◆缝纫工20人◆计件4000~6000\n◆裁剪工2人◆5000\n☎19900001111",
        &["缝纫工|20|4000-6000/month", "裁剪工|2|5000-5000/month"],
    ),
    (
        "🔥🔥🔥高薪招聘🔥🔥🔥\n👉岗位：包装工\n👥人数：15人\n💰工资：3800-4500/月\n🏠包住\n📞19900001111",
        &["包装工|15|3800-4500/month"],
    ),
    ("【岗位】质检员【人数】4【待遇】3500+绩效【地点】天镇县工业园区【电话】19900001111", &["质检员|4|3500-–/month"]),
    ("招聘岗位：电工；招聘人数：2；薪资待遇：4.5K-6K；联系电话：199-0000-1111", &["电工|2|4500-6000/month"]),
    // Lists.
    (
        "某某酒店招聘\n1）前台接待2名 2600元\n2）客房服务员6名 2400元\n3）厨师1名 5500元\n电话19900001111",
        &["前台接待|2|2600-2600/month", "客房服务员|6|2400-2400/month", "厨师|1|5500-5500/month"],
    ),
    (
        "一、护工 3人 3200元/月\n二、保洁员 2人 1900元/月\n以上岗位包吃住\n19900001111",
        &["护工|3|3200-3200/month", "保洁员|2|1900-1900/month"],
    ),
    (
        "招：焊工2、铆工1、打磨工3，工资面议，电话19900001111",
        &["焊工|2|–-–/negotiable", "铆工|1|–-–/negotiable", "打磨工|3|–-–/negotiable"],
    ),
    ("招聘木工5名、钢筋工8名，日工资均为350元，19900001111", &["木工|5|350-350/day", "钢筋工|8|350-350/day"]),
    (
        "①挤奶工4人，4000；②饲料工2人，3600。住宿舍，伙食免费。19900001111",
        &["挤奶工|4|4000-4000/month", "饲料工|2|3600-3600/month"],
    ),
    // Tables.
    (
        "岗位\t人数\t工资\n缝纫工\t20\t3000-4500\n裁床工\t2\t4500\n电话19900001111",
        &["缝纫工|20|3000-4500/month", "裁床工|2|4500-4500/month"],
    ),
    (
        "单位|工种|需求人数|月薪\n天镇县甲公司|保安员|3人|2200元\n天镇县乙公司|叉车工|1人|4800元",
        &["保安员|3|2200-2200/month", "叉车工|1|4800-4800/month"],
    ),
    (
        "序号,岗位名称,招聘人数,薪资待遇,联系电话\n1,操作工,30,4000-5500元/月,19900001111\n2,仓管员,2,3500元/月,19900002222",
        &["操作工|30|4000-5500/month", "仓管员|2|3500-3500/month"],
    ),
    (
        "工种    人数    工资\n挖掘机司机    2    7000\n铲车司机    1    6500",
        &["挖掘机司机|2|7000-7000/month", "铲车司机|1|6500-6500/month"],
    ),
    // Day, piece, hour.
    ("摘黄花的30人，一斤一块五，天天结账，明早4点村口上车，19900001111", &["摘黄花|30|1.5-1.5/piece"]),
    ("日结180元，招搬运工10名，今天就能上班，19900001111", &["搬运工|10|180-180/day"]),
    ("超市招小时工，15元/小时，每天4小时，2人，19900001111", &["小时工|2|15-15/hour"]),
    ("手套厂招缝盘工，计件，多劳多得，10名，19900001111", &["缝盘工|10|–-–/piece"]),
    ("掰玉米的20个人，150一天，管中午饭，干7天，19900001111", &["掰玉米|20|150-150/day"]),
    ("年薪8-10万诚聘矿山机电技术员2名，电话19900001111", &["矿山机电技术员|2|80000-100000/year"]),
    // Forwarded and chatty.
    (
        "转发：老乡们看过来！阳高县城新开的大众饭店招服务员，3个人，月薪2600，包吃住，想来的打19900001111",
        &["服务员|3|2600-2600/month"],
    ),
    ("@所有人 镇上编织袋厂缺人，要5个缝边工，工资2800往上，离家近能接送娃，19900001111", &["缝边工|5|2800-–/month"]),
    ("亲戚家的洗车店招人，洗车工2个，底薪2500+提成，管住，电话微信19900001111", &["洗车工|2|2500-–/month"]),
    ("招夜班保安1名，晚8点到早8点，2000元，管一顿饭，19900001111", &["夜班保安|1|2000-2000/month"]),
    // Shared conditions.
    (
        "以下岗位均包吃住、月休四天：\n炒锅 6000\n打荷 3500\n切配 3800\n电话19900001111",
        &["炒锅|–|6000-6000/month", "打荷|–|3500-3500/month", "切配|–|3800-3800/month"],
    ),
    (
        "招普工100名（男女不限），技工10名，普工3500-4500，技工5000-7000，五险，食宿免费，19900001111",
        &["普工|100|3500-4500/month", "技工|10|5000-7000/month"],
    ),
    ("需要两个装车工，一车六十块，一天能装三四车，管饭，19900001111", &["装车工|2|60-60/piece"]),
    ("试用期2500，转正3000-3500，招客服8名，双休，19900001111", &["客服|8|3000-3500/month"]),
];

#[test]
fn unusual_ways_of_writing_are_read() {
    let mut wrong = Vec::new();
    for (text, expected) in TEXTS {
        let found: Vec<String> = vacancies(text).iter().map(brief).collect();
        if found != *expected {
            wrong.push(format!("{text}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), TEXTS.len(), wrong.join("\n"));
}

#[test]
fn each_job_has_its_own_contact_and_the_rest_the_common_one() {
    let text = "天镇县某某公司招聘\n焊工3名，6000元，联系李师傅19900001111\n文员1名，3000元，联系王女士 199 0000 2222\n保洁1名，1900元\n公司电话：0352-0001234";
    let found = vacancies(text);
    assert_eq!(found.len(), 3);
    assert_eq!(phones(&found[0]), ["19900001111"]);
    assert_eq!(phones(&found[1]), ["19900002222"]);
    assert_eq!(phones(&found[2]), ["03520001234"]);
    assert_eq!(found[1].contacts[0].value, "王女士");
}

#[test]
fn two_phones_of_one_office_are_both_kept() {
    let text = "天镇县某某公司招聘缝纫工20名，电话：19900001111、19900002222，张主任 李主任";
    assert_eq!(phones(&vacancies(text)[0]), ["19900001111", "19900002222"]);
}

#[test]
fn conditions_for_all_reach_every_job_and_those_of_one_stay_there() {
    let text =
        "平城区某某酒店招聘：\n服务员5名 2500元（包住）\n保安2名 2300元\n以上人员均管三餐，月休四天。电话19900001111";
    let found = vacancies(text);
    let board = |draft: &Draft| draft.board.as_ref().map(|found| found.value);
    let lodging = |draft: &Draft| draft.lodging.as_ref().map(|found| found.value);
    assert_eq!((board(&found[0]), board(&found[1])), (Some(true), Some(true)));
    assert_eq!((lodging(&found[0]), lodging(&found[1])), (Some(true), None));
    assert!(found.iter().all(|draft| draft.schedule.iter().any(|token| token.value == "月休4天")));
}
