//! Places of work: after a label, or wherever the gazetteer knows the beginning of a piece; with the code of the county.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use domain::places::{Area, Edition, Level, Place, Region, gazetteer};

use super::super::mention::{Fact, Mentions};
use super::super::pattern::patterns;
use super::super::text::Text;
use super::employer;

patterns! {
    LABEL = r"(?:^|[\s,。;、▪(\[\]\d.])(?:(?:工作|上班|单位|公司|企业|厂区|工厂|详细|店铺|门店|用工|岗位|施工|项目)?(?:地址|地点|位置|区域|厂址|店址|工作地)|工作地|工地位置|工地|站点|厂址|店址|地|点|坐标|工作城市|地段|上班)\s*[\]::]\s*$";
    NOT_LABEL = r"(?:面试|报名|集合|注册|招聘会|活动|会场|培训|举办|体检|乘车|上车|现场|领取)[^\s]{0,6}\s*[\]::]\s*$";
    /// Times and places of fairs, interviews, registration.
    NOT_WORK = r"面试|报名(?:点|处|地)|到[^,。;\n]{0,12}报名|集合|招聘会|大篷车|集市|发车|接站|上车|乘车|报名带|直播|体检|前报|填表|领表";
    PART = r"^(?:[\p{Han}A-Za-z0-9]{0,12}?(?:开发区|经济开发区|高新区|工业园区|工业园|产业园|园区|创业园|物流园|科技园|医药园|陶瓷园|装备制造园|装备园|新区|街道|苏木|社区|小区|家属院|家园|花园|公寓|嘉园|名邸|广场|大厦|商城|商场|市场|大街|胡同|大道|国道|对面|附近|旁边|隔壁|院内|院里|安置点|安置区|移民区|片区|新村|厂房|车站|南站|北站|火车站|高铁站|机场|水库|景区|古城|一带|大棚|基地|沿线|境内|县城|城区)|[\p{Han}A-Za-z0-9]{1,12}?(?:镇|乡|村|庄|堡|屯|营|窑|沟|苑|路|街|巷|号|栋|楼|层|单元|室|段|口|旁|林场|牧场|站|桥|湾|滩|区|北|南|东|西|门|店)|城(?:[东南西北]|里|内|关)?|[东南西北](?:路|街|段|口|门|关)?$)";
    DETAIL = r"^(?:[\p{Han}A-Za-z0-9-]{0,14}?(?:镇|乡|街道|村|庄|堡|小区|路|大街|街|巷|大道|号|栋|楼|层|厂房[A-Z]?\d*|室|段|口|对面|附近|旁边|旁|院内|广场|园区|产业园|工业园|开发区|大厦|市场|片区|安置点|店|办)(?:[A-Za-z]?\d{1,4}(?:号|栋|楼|层|室)?)?)";
    GOVERNMENT = r"^(?:人民)?政府|^办|^便民|^人民|^街道办";
    /// Villages named after inns, mounds and stations: 十里店.
    HAMLET = r"[\p{Han}]{1,3}(?:店|站|铺|庄|堡)$";
    /// A piece that goes on with an address after a division.
    GOES_ON = r"^[\p{Han}A-Za-z0-9()-]{2,24}$";
    ADDRESS_END = r"(?:路|街|巷|大道|段|号|栋|楼|层|室|对面|附近|旁边|旁|小区|广场|园区|园|市场|口|村|镇|乡|超市|酒店|饭店|商城|大厦|院|城|宿舍|东|南|西|北|站|内|中心|店|[A-Z]\d+|\))$";
}

/// Well-known spots the lists of divisions do not name, and the county they lie in (Datong; D§9.1).
const SPOTS: &[(&str, u32)] = &[
    ("御东", 140213),
    ("御河", 140213),
    ("大同古城", 140213),
    ("鼓楼西街", 140213),
    ("迎宾街", 140213),
    ("智家堡", 140213),
    ("同煤", 140214),
    ("晋能控股", 140214),
    ("平旺", 140214),
    ("口泉", 140214),
    ("塔山", 140214),
    ("云冈石窟", 140214),
    ("同家梁", 140214),
    ("恒安新区", 140214),
    ("恒山", 140225),
    ("悬空寺", 140225),
    ("火山群", 140215),
    ("聚乐", 140215),
    ("大同经开区", 140271),
    ("大同经济技术开发区", 140271),
    ("大同开发区", 140271),
    ("装备制造园", 140271),
    ("医药工业园", 140200),
    ("装备园", 140271),
    ("医药园", 140271),
    ("呼市", 150100),
    ("包头", 150200),
    ("鄂尔多斯", 150600),
    ("京津冀", 0),
    ("浦东", 310115),
    ("松江", 310117),
    ("苏州工业园", 320571),
    ("富士康", 0),
    ("雄安", 130629),
    ("亦庄", 110115),
    ("望京", 110105),
    ("中关村", 110108),
    ("滨海新区", 120116),
    ("大竹", 511724),
];

/// The county (or prefecture, or province) a text names first: by its divisions, by well-known spots.
pub(crate) fn region_of(part: &str, home: Option<Region>) -> Option<u32> {
    let starts: Vec<usize> = part.char_indices().map(|(at, _)| at).collect();
    let mut best: Option<(Level, u32)> = None;
    for at in starts.into_iter().take(40) {
        let Some(code) = division_at(part, at, home) else { continue };
        let level = Region::from_six(code).map_or(Level::Province, Region::level);
        if best.is_none_or(|(known, _)| level > known) {
            best = Some((level, code));
        }
        if level >= Level::County {
            break;
        }
    }
    best.map(|(_, code)| code)
}

/// Bytes of the division a text opens with.
pub(crate) fn division(part: &str) -> usize {
    known(part, None).map_or(0, |(_, used)| used)
}

/// The county named at a byte: a township of the home area before a far county of the same short name; inside a text only
/// names spelled in full or near home.
fn division_at(part: &str, at: usize, home: Option<Region>) -> Option<u32> {
    let here = &part[at..];
    let near = township(here, home);
    let far = known(here, home);
    match (near, far) {
        (Some((code, used)), Some((other, wide))) => Some(if used >= wide { code } else { other }),
        (Some((code, _)), None) => Some(code),
        (None, Some((code, used))) => {
            let region = Region::from_six(code)?;
            let at_home = home.is_some_and(|home| home.province().contains(region));
            let spelled =
                here[..used].ends_with(['县', '区', '市', '旗', '省', '州', '盟']) && here[..used].chars().count() > 2;
            (at == 0 || at_home || spelled || here[..used].chars().count() > 3 || region.level() < Level::County)
                .then_some(code)
        }
        (None, None) => None,
    }
}

/// Whether a text is an address below the county: 灵丘县红石塄乡, 云州区生物医药园.
pub(super) fn is_address(part: &str, home: Option<Region>) -> bool {
    let division = known(part, home).map_or(0, |(_, used)| used);
    extent(part, home).is_some_and(|used| used == part.len() && used > division)
}

/// The division a text opens with and the bytes naming it.
pub(super) fn known(part: &str, home: Option<Region>) -> Option<(u32, usize)> {
    if let Some((name, code)) = SPOTS.iter().find(|(name, _)| part.starts_with(name)).filter(|(_, code)| *code != 0) {
        return Some((*code, name.len()));
    }
    let first: String = part.chars().take_while(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).take(16).collect();
    first.chars().nth(1)?;
    // 本地, 县城 and 当地 mean where one is, not a place of the map.
    const HERE: [&str; 14] =
        ["本", "当地", "县城", "县内", "县里", "乡内", "乡里", "镇上", "镇里", "村里", "村内", "家乡", "老家", "市"];
    if HERE.iter().any(|word| first.starts_with(word)) {
        return None;
    }
    let nation = gazetteer().whereabouts(&first, home);
    if let Some(place) = nation {
        let used = used_of(&first, &place.rest);
        if used == 0 {
            return None;
        }
        let chars = first[..used].chars().count();
        let spelled = first[..used].ends_with(['县', '区', '市', '旗', '省', '州', '盟']);
        let odd = chars == 2 && !spelled && !short_may_stand(&first, used, place.region, home);
        return (!odd && chars >= 2).then_some((place.region.county(), used));
    }
    None
}

/// Bytes used of a text of which `rest` is left; nothing if the rest is not its end.
fn used_of(first: &str, rest: &str) -> usize {
    first.strip_suffix(rest).map_or(0, str::len)
}

/// Short names of two characters are often parts of other words (新城, 和平, 南山): the big ones, those near home and those
/// followed by a place count.
fn short_may_stand(first: &str, used: usize, region: Region, home: Option<Region>) -> bool {
    let near = home.is_some_and(|home| home.province().contains(region));
    let rest = &first[used..];
    const CAPITAL: [&str; 4] = ["北京", "上海", "天津", "重庆"];
    let in_capital =
        CAPITAL.iter().any(|c| gazetteer().name(region.province()).is_some_and(|name| name.starts_with(c)));
    region.level() < Level::County
        || gazetteer().name(region).is_some_and(|name| name.ends_with('市'))
        || near
        || (in_capital && !rest.starts_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c)))
        || rest.is_empty()
        || PART.is_match(rest)
        || rest.starts_with(['(', ')'])
}

/// Townships by the first two characters of their names.
type Townships = HashMap<[char; 2], Vec<&'static Place>>;

fn townships() -> &'static Townships {
    static TOWNSHIPS: OnceLock<Townships> = OnceLock::new();
    TOWNSHIPS.get_or_init(|| {
        let mut index = Townships::new();
        let all =
            [Edition::Y2023, Edition::Y2020].into_iter().flat_map(|edition| gazetteer().within(Area::NATION, edition));
        for place in all.filter(|place| place.level() == Level::Township) {
            let mut first = place.short.chars();
            if let (Some(a), Some(b)) = (first.next(), first.next()) {
                index.entry([a, b]).or_default().push(place);
            }
        }
        index
    })
}

/// The township a text opens with, in the prefecture of home: (county, bytes).
pub(super) fn township(part: &str, home: Option<Region>) -> Option<(u32, usize)> {
    const SUFFIXES: [&str; 6] = ["街道办事处", "街道办", "街道", "镇", "乡", "村"];
    let mut first = part.chars();
    let key = [first.next()?, first.next()?];
    let near = townships().get(&key)?.iter().filter(|place| home.is_none_or(|home| home.city().contains(place.region)));
    let mut best: Option<(u32, usize)> = None;
    for place in near {
        let Some(rest) = part.strip_prefix(place.short) else { continue };
        let suffix = SUFFIXES.iter().find(|suffix| rest.starts_with(**suffix)).map_or(0, |suffix| suffix.len());
        let used = place.short.len() + suffix;
        // Two bare characters are too many other words: 保安, 迎宾.
        let spelled = suffix > 0 || place.short.chars().count() > 2;
        if spelled && best.is_none_or(|(_, known)| used > known) {
            best = Some((place.region.county(), used));
        }
    }
    best
}

pub(super) fn find(text: &Text, home: Option<Region>, found: &mut Mentions) {
    for at in text.pieces() {
        let before = text.before(at.start, 40);
        let fair = before.contains("时间") && NOT_WORK.is_match(text.folded());
        let labelled = LABEL.is_match(before) && !NOT_LABEL.is_match(before) && !fair;
        let other =
            NOT_LABEL.is_match(before) || NOT_WORK.is_match(text.get(&at)) || (NOT_WORK.is_match(before) && !labelled);
        if !labelled && (other || found.taken(&at)) {
            partly_taken(text, home, found, at, other);
            continue;
        }
        place_at(text, home, found, at, labelled);
    }
    join(text, found);
}

/// A piece some of whose words are used up: a place may stand before or after them (天镇新平堡19900000000).
fn partly_taken(text: &Text, home: Option<Region>, found: &mut Mentions, at: Range<usize>, other: bool) {
    if other {
        return;
    }
    let free = at.clone().take_while(|i| !found.is_taken(*i)).last().map_or(at.start, |last| last + 1);
    if free > at.start + 5 {
        let part = text.trim(at.start..free);
        place_at(text, home, found, part, false);
    }
}

fn place_at(text: &Text, home: Option<Region>, found: &mut Mentions, at: Range<usize>, labelled: bool) {
    let at = cut(text, found, at);
    let mut start = at.start;
    let part = text.get(&at);
    if labelled && part.chars().count() >= 2 {
        found.note(text.trim(start..at.end), Fact::Place);
        return;
    }
    if employer::kind(part) == employer::Kind::Office {
        return;
    }
    // The firm first, then where it is: 某某玻璃厂在塔山工业园.
    let inside = ["位于", "地处", "坐落于", "坐落在", "厂在", "公司在", "店在", "场在", "厂址在", "单位在"];
    if let Some(marker) = inside.iter().find_map(|marker| part.find(marker).map(|at| at + marker.len())) {
        start += marker;
    }
    let part = &part[start - at.start..];
    start += ["位于", "地处", "在", "到", "去", "地址", "工作地点", "驻地", "单位在", "厂子在", "就在"]
        .iter()
        .find_map(|w| part.starts_with(w).then_some(w.len()))
        .unwrap_or(0);
    let inner = &text.folded()[start..at.end];
    let Some(used) = extent(inner, home) else {
        bracketed(text, home, found, at);
        return;
    };
    let end = start + used;
    let rest = &text.folded()[end..at.end];
    let division = known(inner, home).map_or(0, |(_, used)| used);
    let level = known(inner, home).and_then(|(code, _)| Region::from_six(code)).map_or(Level::County, Region::level);
    let precise = level >= Level::County || used > known(inner, home).map_or(0, |(_, u)| u);
    // The whole piece is a firm named after its place: 大同云岭宾馆. Its place is told by its name only.
    // Unless the name goes on after a township or an address: 云兴镇 | 福满楼, 西坪镇安置点 | 服装车间.
    let deep = used > division && !rest.is_empty() && !GOVERNMENT.is_match(rest);
    let hamlet = rest.is_empty() || (division > 0 && used == inner.len());
    if employer::is_entity(inner) && !deep && !(hamlet && used > division && HAMLET.is_match(inner)) {
        bracketed(text, home, found, at);
        return;
    }
    if precise && !(deep && text.get(&(start..end)).ends_with('山')) {
        found.note(text.trim(start..end), Fact::Place);
    }
    bracketed(text, home, found, end..at.end);
}

/// A place in brackets after a name: 大同云岭宾馆(平城区).
fn bracketed(text: &Text, home: Option<Region>, found: &mut Mentions, at: Range<usize>) {
    let part = text.get(&at);
    let Some(open) = part.find('(') else { return };
    let Some(close) = part[open..].find(')') else { return };
    let inner = at.start + open + 1..at.start + open + close;
    // (新荣区新荣镇 供销社院内): the first word is a place, the rest says where in it.
    let first = text.get(&inner).find(' ').map_or(inner.end, |at| inner.start + at);
    if let Some(used) =
        extent(text.get(&(inner.start..first)), home).filter(|used| inner.start + used == first && !found.taken(&inner))
    {
        let precise = known(text.get(&inner), home)
            .and_then(|(code, _)| Region::from_six(code))
            .is_none_or(|r| r.level() >= Level::County);
        let inside_name =
            text.after(inner.end, 30).starts_with(")有限") || text.after(inner.end, 30).starts_with(")公司");
        if precise && used > 0 && !inside_name {
            found.note(inner, Fact::Place);
        }
    }
}

/// Bytes of the place a text opens with: divisions, then villages, streets, houses.
fn extent(part: &str, home: Option<Region>) -> Option<usize> {
    let division = known(part, home).map(|(_, used)| used);
    let below = township(part, home).map(|(_, used)| used);
    let mut used = division.max(below)?;
    if let (Some(d), Some((_, t))) = (division, township(&part[division.unwrap_or(0)..], home)) {
        used = used.max(d + t);
    }
    let mut parts = 0;
    while parts < 6 {
        let rest = &part[used..];
        let Some(more) = PART.find(rest).or_else(|| DETAIL.find(rest)) else { break };
        // A suffix that goes on as a firm is the firm's: 云兴镇 | 福满楼, 西坪镇 | 服装车间.
        if more.is_empty() || entity_begins(rest, more.end()) {
            break;
        }
        used += more.end();
        parts += 1;
    }
    let rest = &part[used..];
    if rest.starts_with('(') && rest.ends_with(')') && parts > 0 {
        used = part.len();
    }
    Some(used)
}

fn entity_begins(rest: &str, end: usize) -> bool {
    let word = &rest[..end];
    let shop = word.ends_with(['店', '城', '里']) && word.chars().count() > 2;
    shop && employer::is_entity(word)
}

/// The piece up to the first byte used up (a phone, a name, a wage).
fn cut(text: &Text, found: &Mentions, at: Range<usize>) -> Range<usize> {
    let end = at.clone().find(|i| found.is_taken(*i)).unwrap_or(at.end);
    text.trim(at.start..end)
}

/// Two places side by side are one: 灵丘县城 新华街中段.
fn join(text: &Text, found: &mut Mentions) {
    let pieces = text.pieces();
    let places: Vec<Range<usize>> =
        found.list().iter().filter(|m| matches!(m.fact, Fact::Place)).map(|m| m.at.clone()).collect();
    for at in places {
        let Some(next) = pieces.iter().find(|piece| piece.start > at.end) else { continue };
        let gap = text.get(&(at.end..next.start));
        let part = text.get(next);
        let address = GOES_ON.is_match(part) && ADDRESS_END.is_match(part) && !found.taken(next);
        let labelled = LABEL.is_match(text.before(at.start, 40));
        if gap.chars().all(|c| c == ' ') && !gap.is_empty() && address && (labelled || !employer::is_entity(part)) {
            found.note(at.start..next.end, Fact::Place);
        }
    }
}
