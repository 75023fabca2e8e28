//! Finding the places where jobs are named: candidates by the dictionary, judged by what stands around them.

use std::ops::Range;

use super::super::facts::{EmployerKind, division, employer_kind};
use super::super::mention::{Fact, Mentions};
use super::super::pattern::patterns;
use super::super::text::Text;
use super::super::titles::{self, Strength};
use super::Head;
use super::tokens::{Token, next_mention, tokens};

/// Points from which a candidate names a job.
const ENOUGH: i32 = 4;
/// Points from which the best candidate of a text does, if none is sure.
const LEAST: i32 = 2;

patterns! {
    /// Words that introduce a job within its token.
    LEAD = r"^.*(?:招聘|诚聘|急聘|聘请|聘用|选聘|招收|招募|急招|招工|诚招|招|聘|需要|急需|现需|需|缺|找个|找一个|找几个|找|要个|想找|求|寻|雇|用|岗位|职位|工种|工作)(?:岗位|一名|一个|个|名|位|几个|俩)?";
    RECRUIT = r"(?:招聘|诚聘|急聘|聘请|选聘|招收|招募|急招|招工|诚招|招|聘|需要|急需|缺|找|要|岗位|职位|工种|招聘岗位|岗位名称|岗位一|招聘职位|招聘工种|需求|岗位\d*|岗位[一二三四五六七八九十]|用工|急招岗位|热招岗位|在招岗位|以下岗位|如下|人员|下列人员)\s*[::\]]?\s*$";
    ASKS = r"(?:要求|职责|内容|条件|备注|福利|负责|工作内容|岗位职责|岗位内容|任职要求|优先|说明|注意)\s*[::\]]\s*[^\n]*$";
    DUTY = r"^(?:负责|协助|会(?:[^计服])|懂|熟悉|从事|当过|做过|干过|有|持证?|考|接送|配合|不|无|没|可|能|做好|完成|参与|给|为|让|由|或|及|听从|服从|提供|入职|经(?:常|过|验)|带过|学过|具有|具备|是|做完|招待|辅导|需|请|到|去|在|从|被|如|想|愿|爱|适合|欢迎|限|凡|把|将|与|和|随)";
    /// What may stand before the job without belonging to its name.
    LOOSE = r"^(?:春季|夏季|秋季|冬季|春节|暑期|寒假|周末|村级|乡级|镇级|本村|本店|我店|我厂|我公司|全乡|全县|全镇|拟|井下(?:推|装)?|给[^做]{1,4}|男的|女的|在家|我家|家里|长期|急|现|今年|明天|后天|超市周末|超市|店里|厂里|工地|小区|地里|车间里|食堂里|还|另|并|再|大量|优秀|专业|兼职|诚|新增|空缺|各类|多名|几个|个|名|位|两个|一个|能|会|想找|想|就|只|主要|项目|年货节|[\p{Han}]{1,14}的)";
    TAIL = r"(?:一个|几个|一名|公告|通告|启事|简章|通知|的通知|岗位|若干|一职|等|人员若干|工作|数|多|几|共|各|合计|岗位职责|要求|的|都|一|的人|兼职|\d+|x|X|招聘|招工|招人|招聘信息|招聘启事|速来|快来|了|啦|用工|要人|急招|诚聘|信息|缺口|需求|高薪|直招|名额|工资|待遇|月薪|日薪|招募|啊|哦|吧|呀|来|有吗|两班倒)$";
    PERSON = r"(?:工|员|师|手|傅|司机|嫂|姨|长|经理|主管|管|保|厨|生|姐|妈|人|士|保姆|会计|出纳|前台|客服|代|倌|兵|助理|文员|教练|导购|护|陪护|领班|计|教师|大夫|医|士|主播|骑手|收银|保洁|门卫|小哥|助手|徒|才|夫|工程师|司|机手|仓管|迎宾|主厨|面点|炉台|砧板|打荷|案板|凉菜|热菜|墩子|大烫|中烫|小烫|车位|裁床|台面|机修|放羊|采购|质检|岗)$";
    HEADING = r"(?:公告|通告|启事|简章|通知)$";
    SEXED = r"^(?:女工|男工|男女工|女的|男的)$";
    RECRUIT_ONLY = r"^(?:招|聘|急|诚|现|长期|大量)+$";
    NOT_TITLE = r"^(?:学生|工人|员工|大学生|师傅|学徒|全职|兼职|老师|主任|经理|主管|熟手|生手|新手|组长|班长|领班|厂长|助理|工程师|技师|打包|收银|销售|客服|采购|检验|质检|包装|分拣|装卸|搬运|保洁|切菜|配菜|刷漆|打磨|组装|装配|实习生|管理员|插件|推车|装车|卸车|卸货|上货|送货|厨房|后厨|客房|拣货|配货|快递|家政|家务|面点|做饭|做家务|洗车|铺床|洗碗|洗菜|上料|种地|浇水|浇地|喂牛|喂猪|喂羊|操作员|安检|医生|护士|大夫|夫妻工|人事|运营|行政|财务|快递员|食堂|食堂阿姨|巡检|调度|后勤|打扫卫生|看孩子|带孩子|做卫生|教师|临时工|计件工|日结工)$";
}

/// A word that may name a job.
#[derive(Debug, Clone)]
struct Candidate {
    at: Range<usize>,
    points: i32,
    strength: Strength,
    /// Names a person, not only a work.
    person: bool,
}

/// The jobs a text names, in order; short forms later on refer to the job they mean.
pub(crate) fn find(text: &Text, found: &Mentions) -> Vec<Head> {
    let tokens = tokens(text, found);
    let mut candidates: Vec<Candidate> = tokens.iter().filter_map(|token| candidate(text, found, token)).collect();
    join_slashes(text, &mut candidates);
    lift_neighbours(text, &mut candidates);
    let sure = candidates.iter().any(|c| c.points >= ENOUGH);
    if !sure {
        let best = candidates
            .iter()
            .filter(|c| c.points >= LEAST)
            .max_by_key(|c| (c.points, std::cmp::Reverse(c.at.start)))
            .cloned();
        candidates = best.into_iter().collect();
    }
    let kept: Vec<Candidate> =
        candidates.into_iter().filter(|c| !sure || c.points >= ENOUGH || refers_anyway(text, found, c)).collect();
    number(text, found, kept, sure)
}

/// Weak words still matter as short forms of a job if pay stands beside them (司机8500).
fn refers_anyway(text: &Text, found: &Mentions, c: &Candidate) -> bool {
    let paid = matches!(next_mention(text, found, c.at.end), Some(m) if matches!(m.fact, Fact::Wage(_)));
    c.points >= 1 && (paid || text.after(c.at.end, 4).starts_with(|c: char| c.is_ascii_digit()))
}

fn candidate(text: &Text, found: &Mentions, token: &Token) -> Option<Candidate> {
    let (at, strength, called) = named(text, found, token)?;
    let name = text.get(&at);
    if name.chars().count() < 2 || RECRUIT_ONLY.is_match(name) {
        return None;
    }
    let strength =
        if titles::strength(name).is_some_and(|(s, _)| s == Strength::Whole) { Strength::Whole } else { strength };
    let person = PERSON.is_match(name) || name.contains('(');
    let points = match strength {
        Strength::Whole => 3,
        Strength::Ends => 2,
        Strength::Guess => 1,
    } - i32::from(!person)
        + context(text, found, token, &at, called)
        + habits(text, found, &at, strength, person)
        // The heading of a notice names what the notice then counts.
        - if HEADING.is_match(text.get(&token.at)) { 4 } else { 0 };
    Some(Candidate { at, points, strength, person })
}

/// The words of a token that name a job, how surely, and whether a call for people or an employer stands before them.
fn named(text: &Text, found: &Mentions, token: &Token) -> Option<(Range<usize>, Strength, bool)> {
    let word = text.get(&token.at);
    let mut end = token.at.end;
    let mut stripped = word;
    while let Some(tail) = TAIL.find(stripped).filter(|tail| tail.start() > 3) {
        // 环卫工人 keeps its end: only what leaves a job word is cut.
        if titles::ends_in_title(stripped) && !matches!(tail.as_str(), "岗位" | "若干" | "等") {
            break;
        }
        stripped = &stripped[..tail.start()];
        end = token.at.start + stripped.len();
    }
    let lead = LEAD.find(stripped).map_or(0, |m| m.end());
    let entity = entity_end(found, token.at.start, end).unwrap_or(token.at.start) - token.at.start;
    let recruit = lead > 0;
    let start = lead.max(entity).min(stripped.len());
    // 招收银员 is 招 | 收银员.
    let earlier = stripped[..start].char_indices().next_back().map_or(start, |(at, _)| at);
    let whole = |at: usize| titles::strength(&stripped[at..]).is_some_and(|(s, _)| s == Strength::Whole);
    let start = if start > 0 && whole(earlier) && !whole(start) { earlier } else { start };
    let (start, (strength, _)) = match titles::strength(&stripped[start..]) {
        Some(hit) => (start, hit),
        _ => (0, titles::strength(stripped)?),
    };
    let mut at = text.trim(token.at.start + start..end);
    let looser = |at: &Range<usize>| {
        let name = text.get(at);
        // 河北廊坊快递分拣员 works in 廊坊; 兰州拉面师傅 need not.
        let place = Some(division(name)).filter(|place| *place >= 12);
        let end = place.or_else(|| LOOSE.find(name).map(|l| l.end()));
        end.filter(|end| strength == Strength::Ends && titles::ends_in_title(&name[*end..]))
    };
    while let Some(loose) = looser(&at) {
        at.start += loose;
    }
    Some((at, strength, start > 0 && (recruit || entity > 0)))
}

/// Points for and against by what the name is and what follows it.
fn habits(text: &Text, found: &Mentions, at: &Range<usize>, strength: Strength, person: bool) -> i32 {
    let name = text.get(at);
    let mut points = 0;
    if strength != Strength::Whole && DUTY.is_match(name) {
        points -= 4;
    }
    if !person && strength == Strength::Ends {
        points -= 1;
    }
    if !person && matches!(next_mention(text, found, at.end).map(|m| &m.fact), Some(Fact::Wage(_))) {
        points += 1;
    }
    // 暑假工寒假工正式工 is a heading of several.
    let stem = strength == Strength::Ends
        && titles::strength(name)
            .is_some_and(|(_, job)| job > 0 && titles::ends_in_title(&name[..job]) && PERSON.is_match(&name[..job]));
    if stem && !name.contains("普工") && !name.contains('兼') {
        points -= 3;
    }
    points
}

/// Where an entity or a place that opens the token ends.
fn entity_end(found: &Mentions, start: usize, end: usize) -> Option<usize> {
    let covers = |m: &&super::super::mention::Mention| {
        let entity = match &m.fact {
            Fact::Employer(name) => employer_kind(name) == EmployerKind::Named,
            fact => matches!(fact, Fact::Place),
        };
        entity && m.at.start >= start && m.at.start <= start + 3 && m.at.end < end
    };
    found.list().iter().filter(covers).map(|m| m.at.end).max()
}

fn context(text: &Text, found: &Mentions, token: &Token, at: &Range<usize>, recruit: bool) -> i32 {
    let before = text.before(at.start, 60);
    let mut points = 0;
    if recruit || RECRUIT.is_match(before) {
        points += 2;
    }
    let line_before = text.line_of(at.start).checked_sub(1).map_or("", |l| text.get(&text.lines()[l]));
    if token.first && RECRUIT.is_match(line_before.trim_end_matches(['。', ',', '!'])) {
        points += 1;
    }
    let first_line = text.lines().iter().position(|l| !text.get(l).trim().is_empty()) == Some(text.line_of(at.start));
    let first = token.first || opens_line(text, found, token);
    points += i32::from(first) + i32::from(first_line);
    let after = text.after(at.end, 12);
    let whole_line = token.first && text.after(at.end, 9).trim().is_empty();
    points += i32::from(after.trim_start().starts_with(':')) + i32::from(whole_line);
    points += match next_mention(text, found, at.end).map(|m| &m.fact) {
        Some(Fact::Headcount { .. }) => 2,
        Some(Fact::Wage(_) | Fact::Age { .. }) => 1,
        Some(Fact::Gender(_) | Fact::Board(_) | Fact::Schedule(_)) if !at.is_empty() => 1,
        _ => 0,
    };
    let paid = after.trim_start_matches([' ', ':', '\t', '|']).starts_with(|c: char| c.is_ascii_digit());
    points += i32::from(paid && points > 0);
    if token.in_brackets {
        points -= 3;
    }
    let asks = ASKS.is_match(before);
    if asks && !token.first {
        points -= 4;
    }
    if token.before == ',' || token.before == '。' {
        points -= i32::from(NOT_TITLE.is_match(text.get(at)));
    }
    let rest = text.after(at.end, 18);
    if rest.starts_with("证") || rest.starts_with("优先") || rest.starts_with("经验") {
        points -= 4;
    }
    points
}

/// Whether only the employer, a place or numbering stands before the token in its line.
fn opens_line(text: &Text, found: &Mentions, token: &Token) -> bool {
    let line = text.lines()[text.line_of(token.at.start)].clone();
    let start = text.unnumbered(text.trim(line)).start;
    let part = start..token.at.start;
    if part.start >= part.end {
        return true;
    }
    let covered = |at: usize| {
        found.list().iter().any(|m| matches!(m.fact, Fact::Employer(_) | Fact::Place) && m.at.contains(&at))
    };
    part.clone().zip(text.get(&part).bytes()).all(|(at, byte)| byte < 0x80 || covered(at))
        || text.get(&part).chars().all(|c| !c.is_alphanumeric())
}

/// 普通操作工/司炉工/检验员 is one job: candidates with nothing but a slash between become one.
fn join_slashes(text: &Text, candidates: &mut Vec<Candidate>) {
    let mut at = 1;
    while at < candidates.len() {
        let between = text.get(&(candidates[at - 1].at.end..candidates[at].at.start));
        let bracket = bracket_end(text, candidates[at - 1].at.end);
        let works = between == "+" && !candidates[at - 1].person && !candidates[at].person;
        let joined = works
            || between == "/"
            || (bracket > candidates[at - 1].at.end
                && text.get(&(bracket..candidates[at].at.start.max(bracket))) == "/");
        if joined {
            let next = candidates.remove(at);
            candidates[at - 1].at.end = next.at.end;
            candidates[at - 1].points = candidates[at - 1].points.max(next.points) + 1;
            candidates[at - 1].strength = candidates[at - 1].strength.max(next.strength);
        } else {
            at += 1;
        }
    }
}

/// A list vouches for its members: 氩弧焊工、学徒工、门窗加工技术员.
fn lift_neighbours(text: &Text, candidates: &mut [Candidate]) {
    let listed = |a: &Candidate, b: &Candidate| {
        let between = text.get(&(a.at.end.min(b.at.start)..b.at.start));
        let short = between.chars().count() <= 12 && !between.contains('\n');
        short && between.contains(['、', '+', ' ', ',', ';']) && !between.contains(['。', ':'])
    };
    for i in 1..candidates.len() {
        let (before, after) = candidates.split_at_mut(i);
        let (a, b) = (&mut before[i - 1], &mut after[0]);
        if !listed(a, b) || !(b.person && a.person || text.get(&(a.at.end..b.at.start)).contains('、')) {
            continue;
        }
        let tight = !text.get(&(a.at.end..b.at.start)).contains([' ', ',']);
        let lift = if tight { 2 } else { 1 };
        if a.points >= ENOUGH && b.strength >= Strength::Ends && b.points >= 1 {
            b.points = b.points.max(b.points + lift);
        } else if b.points >= ENOUGH && a.strength >= Strength::Ends && a.points >= 1 {
            a.points += lift;
        } else if tight
            && a.strength == Strength::Whole
            && b.strength == Strength::Whole
            && a.points >= 2
            && b.points >= 2
        {
            a.points += 1;
            b.points += 1;
        }
    }
}

/// The end of a bracket that belongs to the name: 餐厅服务员(女), 焊工(高压管道证).
pub(super) fn bracket_end(text: &Text, at: usize) -> usize {
    let rest = text.after(at, 40);
    let close = rest.strip_prefix('(').and_then(|inner| inner.find(')').map(|i| (i, &inner[..i])));
    match close {
        Some((i, inner)) if inner.chars().count() <= 6 => at + i + 2,
        _ => at,
    }
}

/// Gives heads their titles, groups and references.
fn number(text: &Text, found: &Mentions, kept: Vec<Candidate>, sure: bool) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    let mut group = 0;
    for c in kept {
        let end = named_bracket(text, found, c.at.end);
        let at = c.at.start..end;
        let title: String = text.get(&at).chars().filter(|c| !c.is_whitespace()).collect();
        let counted = matches!(next_mention(text, found, end).map(|m| &m.fact), Some(Fact::Headcount { .. }));
        let sexed = SEXED.is_match(&title)
            && !counted
            && heads.last().is_some_and(|last| text.line_of(last.at.start) == text.line_of(at.start));
        if sexed {
            continue;
        }
        let refers = heads
            .iter()
            .position(|h| h.refers.is_none() && means(&title, &h.title) && !(counted && own_line(text, found, h, &at)));
        if refers.is_none() && sure && c.points < ENOUGH {
            continue;
        }
        // 天镇保姆 in the heading is the 居家养老保姆 of the list.
        let heading =
            heads.len() == 1 && counted && title.ends_with(&heads[0].title) && !own_line(text, found, &heads[0], &at);
        if heading && title != heads[0].title {
            heads.clear();
        }
        let together = heads.last().is_some_and(|last| listed(text, found, last.at.end, at.start));
        group += usize::from(!together);
        heads.push(Head { at, title, group, refers });
    }
    heads
}

/// The same words with a count of their own in another line are another vacancy.
fn own_line(text: &Text, found: &Mentions, head: &Head, at: &Range<usize>) -> bool {
    let counted = matches!(next_mention(text, found, head.at.end).map(|m| &m.fact), Some(Fact::Headcount { .. }));
    counted && text.line_of(head.at.start) != text.line_of(at.start)
}

/// Whether a later word is the short form of an earlier title.
fn means(word: &str, title: &str) -> bool {
    word == title
        || (word.chars().count() >= 2
            && title.chars().count() > word.chars().count()
            && (title.ends_with(word) || title.starts_with(word)))
}

fn named_bracket(text: &Text, found: &Mentions, end: usize) -> usize {
    let close = bracket_end(text, end);
    if close == end {
        return end;
    }
    let inner = end + 1..close - 1;
    let content = text.get(&inner);
    let said = found.list().iter().any(|m| {
        m.at.start < inner.end
            && inner.start < m.at.end
            && matches!(
                m.fact,
                Fact::Headcount { .. }
                    | Fact::Wage(_)
                    | Fact::Age { .. }
                    | Fact::Place
                    | Fact::Phone(_)
                    | Fact::Deadline(_)
                    | Fact::Board(_)
                    | Fact::Lodging(_)
                    | Fact::Schedule(_)
                    | Fact::Nothing
            )
    });
    if said || content.contains(['+', ';', ',']) { end } else { close }
}

/// Whether two jobs are named in one breath: only separators between them.
fn listed(text: &Text, found: &Mentions, from: usize, to: usize) -> bool {
    let between = from..to.max(from);
    let part = text.get(&between);
    !part.contains('\n')
        && !found.taken(&between)
        && part
            .chars()
            .all(|c| matches!(c, '、' | ',' | '+' | ' ' | '/' | '和' | '及' | '与' | '\t' | '▪' | '以' | '兼' | ';'))
}
