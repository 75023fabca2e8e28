//! The dictionary of job words: which words name a job, and which occupation they decide.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::pattern::patterns;

/// Longest job word, in characters.
const LONGEST: usize = 10;
/// Characters a title may have before its job word: 大型|收割机司机, 高速公路|养护工.
const MODIFIER: usize = 10;

/// How a word names a job; the greater the surer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// Ends in 工, 员, 师 and the like, unknown otherwise.
    Guess,
    /// Ends in a job word.
    Ends,
    /// Is a job word.
    Whole,
}

struct Lexicon {
    words: HashMap<&'static str, Option<&'static str>>,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut words = HashMap::new();
        for line in include_str!("../../data/posts/titles.txt").lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split(' ').filter(|field| !field.is_empty());
            let Some(code) = fields.next() else { continue };
            for word in fields {
                words.entry(word).or_insert((code != "-").then_some(code));
            }
        }
        Lexicon { words }
    })
}

patterns! {
    GUESS = r"^[\p{Han}A-Za-z0-9]{1,9}(?:工|员|师|师傅|司机|技师|手|嫂|阿姨|大姐|经理|主管|助理|顾问|老师|主任|班长|队长|保姆|专员|学徒|店长|厨师|岗|操作|维修|安装|值班|护理|管理|销售|设计|会计)$";
    NO_JOB = r"(?:施|开|用|招|务|复|停|完|做|打|上|返|职|民|竣|包|动|手|人|加|化|怠|误|收|出|满|日|农民|旷|员|同|按|计|两|费|劳|分|罢|军|窝|放|换|临)工$|(?:党|成|会|学|动|社|人|全|队|复|团|满|超|缺|裁|议|官|演|组|满|球|伤|委|教职|家庭成|随|定)员$|(?:二|分|对|助|左|右|双|洗|帮|动|歌|选|高|顺|拿|携|到|亲|接|着|转|联|牵|人)手$|(?:律|大|导|出|军|名)师$|(?:到|在|上|换|下|转|定|待|顶|脱|公益|试|全|缺|替|离|返|满|专|兼|请|面|空|多|本|该|此|一|各|双|新)岗$|合同工资|管理$|工作$|(?:流水线|电话|自主|带薪|统一|简单|规范)操作$|^.{1,2}(?:管理|操作|维修|安装|设计|护理)$|要求|福利|待遇|提供|免费|熟悉|负责|以上|以下|优先|经验|工资|身份证|报名|联系|有限|公司|能够|可以|以及|或者|不限|年满|周岁|性别|年龄|学历|驾驶证|会(?:使|用)|无需|不用|家属|必须|先来|欢迎|咨询|直接|地址|培训|上班|提成|奖金|补贴";
}

/// The occupation a title decides: the longest job word in it, of equals the last.
pub(crate) fn occupation(title: &str) -> Option<&'static str> {
    // Of several trades in one title the first decides.
    let title = title.split(['/', '兼', '+']).next().unwrap_or(title);
    let starts: Vec<usize> = title.char_indices().map(|(at, _)| at).chain([title.len()]).collect();
    let mut best: Option<(usize, usize, Option<&'static str>)> = None;
    for (i, from) in starts.iter().enumerate() {
        for to in starts.iter().skip(i + 1).take(LONGEST) {
            let Some(code) = lexicon().words.get(&title[*from..*to]) else { continue };
            // A word without occupation says less than one that has it, unless it contains that one.
            let known = (to - from, usize::from(code.is_some()));
            let better = best.is_none_or(|(length, end, kept)| match (kept, code) {
                (None, Some(_)) => *from >= end || to - from >= length || *to >= end,
                (Some(_), None) => false,
                _ => known.0 > length || (known.0 == length && *to > end),
            });
            if better {
                best = Some((to - from, *to, *code));
            }
        }
    }
    best.and_then(|(.., code)| code)
}

/// Whether a text ends in a job word.
pub(crate) fn ends_in_title(word: &str) -> bool {
    strength(word).is_some_and(|(strength, _)| strength >= Strength::Ends)
}

/// How a text names a job, and at which byte its job word begins.
pub(crate) fn strength(word: &str) -> Option<(Strength, usize)> {
    let lexicon = lexicon();
    if lexicon.words.contains_key(word) {
        return Some((Strength::Whole, 0));
    }
    let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
    let from = starts.len().saturating_sub(LONGEST);
    for (i, at) in starts.iter().enumerate().skip(from.max(1)) {
        if starts.len() - i >= 2 && lexicon.words.contains_key(&word[*at..]) && i <= MODIFIER {
            return Some((Strength::Ends, *at));
        }
    }
    (GUESS.is_match(word) && !NO_JOB.is_match(word)).then_some((Strength::Guess, 0))
}
