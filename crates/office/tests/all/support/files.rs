//! Files as offices hand them in. All people are made up: ID numbers have the sequence codes 980-999, phones begin with 1990000.

use domain::places::{Edition, Region, gazetteer};
use office::import::Upload;
use std::fmt::Write;

pub(crate) const COUNTY: u32 = 140_222;

/// The county of the tests, 天镇县.
pub(crate) fn county() -> Region {
    Region::from_six(COUNTY).unwrap()
}

/// A village committee of the county: villages of two townships, by number.
pub(crate) fn village(n: usize) -> Region {
    let townships = [140_222_100_000, 140_222_210_000];
    let township = Region::new(townships[n % 2]).unwrap();
    let places = gazetteer().children(township, Edition::Y2020);
    places.map(|place| place.region).filter(|region| region.code() % 1000 >= 200).nth(n / 2).unwrap()
}

fn names(n: usize) -> [String; 2] {
    let name = |region: Region| gazetteer().place(region, Edition::Y2020).unwrap().name.to_string();
    [name(village(n).township()), name(village(n))]
}

/// An ID number of a county with a right check character; different for different `n` below 20 × 7,000, born from 1971 on.
pub(crate) fn id_of(county: u32, n: u32) -> String {
    let first: chrono::NaiveDate = "1971-03-01".parse().unwrap();
    let born = first + chrono::Days::new(u64::from(n / 20));
    let digits = format!("{county}{}{}", born.format("%Y%m%d"), 980 + n % 20);
    let check = domain::ledger::id_card::check_character(&digits).unwrap();
    format!("{digits}{check}")
}

pub(crate) fn id_no(n: u32) -> String {
    id_of(COUNTY, n)
}

pub(crate) fn phone(n: u32) -> String {
    format!("1990000{:04}", n % 10_000)
}

/// A name of three characters; different for different `n` below 12,000.
pub(crate) fn name(n: u32) -> String {
    const LAST: [&str; 12] = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"];
    const FIRST: &str = "明秀英建国文志强丽芳桂兰玉梅春生福贵永平";
    let sign = |n: u32| FIRST.chars().nth(n as usize % 20).unwrap();
    format!("{}{}{}", LAST[n as usize % 12], sign(n / 12), sign(n / 240))
}

/// A line of a roster. What is empty stays an empty cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Member {
    /// 户编号.
    pub(crate) no: String,
    /// Number of the village.
    pub(crate) village: usize,
    /// 姓名.
    pub(crate) name: String,
    /// 证件号码.
    pub(crate) id_no: String,
    /// 与户主关系.
    pub(crate) relation: &'static str,
    /// 户类型.
    pub(crate) class: &'static str,
    /// 劳动技能.
    pub(crate) labour: &'static str,
    /// 联系电话.
    pub(crate) phone: String,
    /// 文化程度.
    pub(crate) education: &'static str,
    /// 就业意愿.
    pub(crate) willing: &'static str,
}

/// The member number `n`: head of household `n` with everything filled in.
pub(crate) fn head(n: u32) -> Member {
    Member {
        no: format!("14022200{n:05}"),
        village: n as usize % 4,
        name: name(n),
        id_no: id_no(n),
        relation: "户主",
        class: "脱贫户",
        labour: "普通劳动力",
        phone: phone(n),
        education: "初中",
        willing: "",
    }
}

/// Another member of the household of `head`, the person number `n`.
pub(crate) fn member(head: &Member, n: u32, relation: &'static str) -> Member {
    let own = self::head(n);
    Member { relation, name: own.name, id_no: own.id_no, phone: own.phone, ..head.clone() }
}

const ROSTER: [&str; 11] = [
    "户编号",
    "乡镇",
    "行政村",
    "姓名",
    "证件号码",
    "与户主关系",
    "户类型",
    "劳动技能",
    "联系电话",
    "文化程度",
    "是否愿意就业",
];

/// A roster of persons as CSV.
pub(crate) fn roster(file: &str, members: &[Member]) -> Upload {
    let lines = members.iter().map(|member| {
        let [township, village] = names(member.village);
        let m = member.clone();
        let (class, labour, education, willing) =
            (m.class.into(), m.labour.into(), m.education.into(), m.willing.into());
        vec![m.no, township, village, m.name, m.id_no, m.relation.into(), class, labour, m.phone, education, willing]
    });
    table(file, &ROSTER, &lines.collect::<Vec<_>>())
}

/// A table as CSV in UTF-8.
pub(crate) fn table(file: &str, heading: &[&str], lines: &[Vec<String>]) -> Upload {
    let mut text = heading.join(",");
    text.push('\n');
    for line in lines {
        assert_eq!(line.len(), heading.len());
        writeln!(text, "{}", line.join(",")).unwrap();
    }
    Upload { name: file.to_owned(), bytes: text.into_bytes() }
}

/// Spells of work: name, ID number, employer, start, end.
pub(crate) fn spells(file: &str, lines: &[[&str; 5]]) -> Upload {
    let heading =
        ["姓名", "证件号码", "务工企业名称", "务工开始年月", "务工结束年月", "务工所在地", "就业渠道", "务工月收入"];
    let rest = ["北京市大兴区", "自主就业", "3500"];
    let lines = lines.iter().map(|line| line.iter().chain(&rest).map(ToString::to_string).collect());
    table(file, &heading, &lines.collect::<Vec<_>>())
}

/// A line of a list of vacancies.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    pub(crate) employer: &'static str,
    pub(crate) title: &'static str,
    pub(crate) seats: u32,
    pub(crate) place: &'static str,
    pub(crate) education: &'static str,
    pub(crate) sex: &'static str,
    pub(crate) age: &'static str,
    pub(crate) note: &'static str,
}

impl Post {
    /// A plain factory job in the county with board and lodging.
    pub(crate) const fn new(employer: &'static str, title: &'static str, seats: u32) -> Self {
        Self { employer, title, seats, place: "山西省大同市天镇县", education: "", sex: "", age: "", note: "" }
    }
}

const POSTS: [&str; 11] = [
    "企业名称",
    "招聘岗位",
    "招聘人数",
    "薪资待遇",
    "工作地点",
    "食宿情况",
    "学历要求",
    "性别要求",
    "年龄要求",
    "截止日期",
    "备注",
];

/// A list of vacancies as CSV.
pub(crate) fn posts(file: &str, posts: &[Post]) -> Upload {
    let lines = posts.iter().map(|post| {
        let seats = post.seats.to_string();
        let cells = [
            post.employer,
            post.title,
            &seats,
            "3000-4000元/月",
            post.place,
            "包吃住",
            post.education,
            post.sex,
            post.age,
            "2020-12-31",
            post.note,
        ];
        cells.iter().map(ToString::to_string).collect()
    });
    table(file, &POSTS, &lines.collect::<Vec<_>>())
}
