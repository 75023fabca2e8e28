//! Names of persons: cleaned, searchable by pinyin and initials, masked for notices.

use pinyin::ToPinyin;

use crate::clean::{half_width, is_blank};

/// Dots that people type for the separator in names of minority peoples.
const DOTS: [char; 10] = ['·', '•', '‧', '∙', '⋅', '・', '･', '●', '．', '.'];

/// Surnames of two characters, with their reading.
const COMPOUND: [(&str, &str); 28] = [
    ("欧阳", "ou yang"),
    ("司马", "si ma"),
    ("上官", "shang guan"),
    ("诸葛", "zhu ge"),
    ("尉迟", "yu chi"),
    ("万俟", "mo qi"),
    ("令狐", "ling hu"),
    ("长孙", "zhang sun"),
    ("澹台", "tan tai"),
    ("皇甫", "huang fu"),
    ("夏侯", "xia hou"),
    ("慕容", "mu rong"),
    ("呼延", "hu yan"),
    ("公孙", "gong sun"),
    ("轩辕", "xuan yuan"),
    ("宇文", "yu wen"),
    ("司徒", "si tu"),
    ("端木", "duan mu"),
    ("东方", "dong fang"),
    ("南宫", "nan gong"),
    ("西门", "xi men"),
    ("独孤", "du gu"),
    ("钟离", "zhong li"),
    ("宗政", "zong zheng"),
    ("濮阳", "pu yang"),
    ("淳于", "chun yu"),
    ("单于", "chan yu"),
    ("申屠", "shen tu"),
];

/// Surnames read otherwise than the character usually is.
const SURNAMES: [(char, &str); 35] = [
    ('单', "shan"),
    ('仇', "qiu"),
    ('解', "xie"),
    ('区', "ou"),
    ('曾', "zeng"),
    ('查', "zha"),
    ('朴', "piao"),
    ('盖', "ge"),
    ('缪', "miao"),
    ('翟', "zhai"),
    ('乐', "yue"),
    ('员', "yun"),
    ('贠', "yun"),
    ('秘', "bi"),
    ('冼', "xian"),
    ('洗', "xian"),
    ('种', "chong"),
    ('折', "she"),
    ('覃', "qin"),
    ('隗', "wei"),
    ('句', "gou"),
    ('召', "shao"),
    ('尉', "wei"),
    ('逄', "pang"),
    ('郗', "xi"),
    ('繁', "po"),
    ('么', "yao"),
    ('祭', "zhai"),
    ('薄', "bo"),
    ('藏', "zang"),
    ('牟', "mu"),
    ('晁', "chao"),
    ('佴', "nai"),
    ('宓', "mi"),
    ('撒', "sa"),
];

/// Characters of given names that people read in two ways: the usual one first.
const TWO_WAYS: [(char, &str, &str); 21] = [
    ('长', "chang", "zhang"),
    ('乐', "le", "yue"),
    ('茜', "xi", "qian"),
    ('盛', "sheng", "cheng"),
    ('晟', "sheng", "cheng"),
    ('朝', "chao", "zhao"),
    ('行', "xing", "hang"),
    ('重', "chong", "zhong"),
    ('曾', "zeng", "ceng"),
    ('柏', "bai", "bo"),
    ('娜', "na", "nuo"),
    ('沈', "shen", "chen"),
    ('宿', "su", "xiu"),
    ('阿', "a", "e"),
    ('澄', "cheng", "deng"),
    ('单', "dan", "shan"),
    ('藏', "cang", "zang"),
    ('还', "huan", "hai"),
    ('调', "tiao", "diao"),
    ('传', "chuan", "zhuan"),
    ('都', "du", "dou"),
];

/// At most so many readings of one name are kept.
const MOST_READINGS: usize = 8;

/// What a name is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchKeys {
    /// Readings without tones or gaps, separated by one space, the likeliest first: `zhangsan`. `ü` is `v`.
    pub pinyin: String,
    /// First letters of the same readings: `zs`.
    pub initials: String,
}

/// A name as the ledger keeps it: no white space, full width folded, the separator of minority names as `·` (U+00B7).
pub fn normalise(name: &str) -> String {
    let clean: String = name
        .chars()
        .map(|c| if DOTS.contains(&c) { '·' } else { half_width(c) })
        .filter(|c| !is_blank(*c) && !c.is_control())
        .collect();
    clean.trim_matches('·').to_owned()
}

/// Pinyin and initials of a name, with other readings of surnames (单 shan, dan) and of characters read in two ways.
pub fn search_keys(name: &str) -> SearchKeys {
    let readings = readings(&normalise(name));
    let join = |part: fn(&String) -> &str| {
        let mut keys: Vec<String> = Vec::new();
        for reading in &readings {
            let key: String = reading.iter().map(part).collect();
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys.join(" ")
    };
    SearchKeys { pinyin: join(String::as_str), initials: join(|s| s.chars().next().map_or("", |c| &s[..c.len_utf8()])) }
}

/// What a typed query looks for in [`SearchKeys`]: lower case, without gaps and apostrophes, `ü` as `v`; `None` when it
/// holds anything but letters, so that characters are looked for in the name itself.
pub fn latin_query(query: &str) -> Option<String> {
    let query: String =
        query.chars().map(half_width).filter(|c| !is_blank(*c) && !matches!(c, '\'' | '’' | '-')).collect();
    let query = query.to_lowercase().replace('ü', "v");
    (!query.is_empty() && query.bytes().all(|b| b.is_ascii_lowercase())).then_some(query)
}

/// The name for public notices (D§6.6): the first and the last character stay (张*明), of two the first (张*); of one nothing.
pub fn mask_name(name: &str) -> String {
    let characters: Vec<char> = normalise(name).chars().collect();
    match characters[..] {
        [] => String::new(),
        [_] => "*".to_owned(),
        [first, _] => format!("{first}*"),
        [first, .., last] => format!("{first}{}{last}", "*".repeat(characters.len() - 2)),
    }
}

/// The readings of a name, each a list of syllables, the likeliest first.
fn readings(name: &str) -> Vec<Vec<String>> {
    let compound = COMPOUND.iter().find(|(surname, _)| name.starts_with(surname));
    let (mut readings, given) = match compound {
        Some((surname, reading)) => {
            (vec![reading.split(' ').map(str::to_owned).collect::<Vec<_>>()], &name[surname.len()..])
        }
        None => (vec![Vec::new()], name),
    };
    for (at, c) in given.chars().filter(|c| *c != '·').enumerate() {
        let surname = at == 0 && compound.is_none() && !name.contains('·');
        let syllables = if surname { surname_readings(c) } else { given_readings(c) };
        let longer: Vec<Vec<String>> = syllables
            .iter()
            .flat_map(|syllable| readings.iter().map(|r| r.iter().cloned().chain([syllable.clone()]).collect()))
            .collect();
        readings = longer;
        readings.truncate(MOST_READINGS);
    }
    readings
}

fn surname_readings(c: char) -> Vec<String> {
    let usual = usual_reading(c);
    match SURNAMES.iter().find(|(surname, _)| *surname == c) {
        Some((_, special)) if *special != usual => vec![(*special).to_owned(), usual],
        _ => vec![usual],
    }
}

fn given_readings(c: char) -> Vec<String> {
    match TWO_WAYS.iter().find(|(character, ..)| *character == c) {
        Some((_, first, second)) => vec![(*first).to_owned(), (*second).to_owned()],
        None => vec![usual_reading(c)],
    }
}

/// The usual reading of a character; letters and characters without reading stand for themselves.
fn usual_reading(c: char) -> String {
    match c.to_pinyin() {
        Some(reading) => reading.plain().replace('ü', "v"),
        None => c.to_lowercase().collect(),
    }
}
