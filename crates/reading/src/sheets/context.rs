//! What stands only in titles, in lines above the header, in the sheet's or the file's name.

use super::cells::{self, Plan, Surroundings, date};
use super::clean::{fold, is_space, trim};
use super::dates::has_day;
use super::field::FieldId;
use super::fields as f;
use super::grid::{Grid, Texts};
use super::kind::Kind;
use super::layout::{Layout, text_of};
use super::mapping::{Mapped, Unit, known_field, unit};
use super::places::{self, Level};
use super::value::Value;

/// What the surroundings of a table say.
#[derive(Default)]
pub(super) struct Context {
    /// Fields that hold for every line.
    pub(super) values: Vec<(FieldId, Value)>,
    /// Unit of money columns that name none.
    pub(super) unit: Option<Unit>,
}

/// Texts above the header, in reading order.
pub(super) fn titles(grid: &Grid, layout: &Layout, texts: &Texts) -> Vec<String> {
    let above = grid.lines().take_while(|(line, _)| *line < layout.top);
    above.flat_map(|(_, cells)| cells.iter().map(|cell| text_of(cell.raw, texts))).collect()
}

/// Gathers the context of one table; `mapped` are the fields that have columns.
pub(super) fn gather(
    titles: &[String],
    names: [&str; 2],
    mapped: &[FieldId],
    kind: Kind,
    around: &Surroundings<'_>,
) -> Context {
    let mut context = Context { unit: titles.iter().find_map(|title| stated_unit(title)), ..Context::default() };
    for (key, value) in titles.iter().flat_map(|title| statements(title)) {
        context.state(&key, &value, kind, mapped, around);
    }
    if kind == Kind::Manifests && !mapped.contains(&f::TRIP_DATE) && !context.has(f::TRIP_DATE) {
        let texts = titles.iter().map(String::as_str).chain(names);
        let found = texts.flat_map(dates_in).find_map(|text| date::parse(&text, around.as_of).filter(|d| has_day(*d)));
        context.values.extend(found.map(|date| (f::TRIP_DATE, Value::Date(date))));
    }
    if kind.has_home() && !mapped.contains(&f::PLACE_FULL) {
        let texts: Vec<&str> = titles.iter().map(String::as_str).chain(names).collect();
        context.place(&texts, mapped, around);
    }
    context
}

impl Context {
    fn has(&self, field: FieldId) -> bool {
        self.values.iter().any(|(known, _)| *known == field)
    }

    /// A statement "key：value" above the header.
    fn state(&mut self, key: &str, value: &str, kind: Kind, mapped: &[FieldId], around: &Surroundings<'_>) {
        let Some(field) = known_field(key, kind) else { return };
        if !kind.own_areas().contains(&field.area()) || mapped.contains(&field) || self.has(field) {
            return;
        }
        if field == f::TRIP_DEPART_TIME || field == f::TRIP_DATE {
            self.departure(value, mapped, around);
            return;
        }
        let raw_text = value.to_owned();
        let outcome = cells::read_text(&raw_text, Plan { field, unit: None }, around);
        for (field, value) in outcome.values {
            if !mapped.contains(&field) && !self.has(field) {
                self.values.push((field, value));
            }
        }
    }

    /// 2020年3月18日 6:30 is a date and a time.
    fn departure(&mut self, text: &str, mapped: &[FieldId], around: &Surroundings<'_>) {
        let day = dates_in(text).iter().find_map(|part| date::parse(part, around.as_of)).filter(|d| has_day(*d));
        if let Some(day) = day
            && !mapped.contains(&f::TRIP_DATE)
            && !self.has(f::TRIP_DATE)
        {
            self.values.push((f::TRIP_DATE, Value::Date(day)));
        }
        let time = text.split(is_space).rev().find_map(cells::clock).or_else(|| {
            let after = text.rfind(['日', '号']).map_or(text, |at| &text[at..]);
            cells::clock(after.trim_start_matches(['日', '号']))
        });
        if let Some(time) = time
            && !mapped.contains(&f::TRIP_DEPART_TIME)
            && !self.has(f::TRIP_DEPART_TIME)
        {
            self.values.push((f::TRIP_DEPART_TIME, Value::text(time)));
        }
    }

    /// County, township and village named by a title, for levels that have no column.
    fn place(&mut self, texts: &[&str], mapped: &[FieldId], around: &Surroundings<'_>) {
        let levels = [
            (Level::County, f::PLACE_COUNTY),
            (Level::Township, f::PLACE_TOWNSHIP),
            (Level::Village, f::PLACE_VILLAGE),
        ];
        let deepest = levels.iter().filter(|(_, field)| mapped.contains(field)).map(|(level, _)| *level).max();
        let wanted: Vec<(Level, FieldId)> = levels
            .into_iter()
            .filter(|(level, field)| {
                !mapped.contains(field) && (deepest.is_none_or(|deep| *level < deep) || *level > Level::County)
            })
            .collect();
        if wanted.is_empty() {
            return;
        }
        for text in texts {
            let Some(named) = named_place(text, around).or_else(|| whole_name(text, around)) else { continue };
            for (level, field) in &wanted {
                let stated = named.levels.contains(level);
                if !stated || self.has(*field) {
                    continue;
                }
                let code = places::above(named.code, *level);
                let name = if *level == Level::Village { around.book.short(code) } else { around.book.name(code) };
                self.values.extend(name.map(|name| (*field, Value::text(name))));
            }
            if wanted.iter().all(|(_, field)| self.has(*field)) {
                break;
            }
        }
    }
}

struct Named {
    code: u64,
    levels: Vec<Level>,
}

/// The first place of the home city that a text names with its suffix.
fn named_place(text: &str, around: &Surroundings<'_>) -> Option<Named> {
    let signs: Vec<char> = text.chars().filter(|c| !is_space(*c)).collect();
    let city = places::above(around.home, Level::City);
    for start in 0..signs.len() {
        let rest: String = signs[start..].iter().collect();
        let mut levels = Vec::new();
        let mut at = 0;
        let mut code = city;
        while let Some((found, length)) = next_place(&signs[start + at..], code, around) {
            levels.push(places::level(found));
            (code, at) = (found, at + length);
        }
        if code != city && !rest.is_empty() {
            return Some(Named { code, levels });
        }
    }
    None
}

/// A sheet called by a township or county alone, without its suffix: 千佛岭, 3.阳高.
fn whole_name(text: &str, around: &Surroundings<'_>) -> Option<Named> {
    let name: String = text.chars().filter(|c| super::clean::is_han(*c)).collect();
    let known = around.book.named(&name).iter().copied();
    let found: Vec<u64> = known
        .filter(|code| matches!(places::level(*code), Level::County | Level::Township))
        .filter(|code| *code != around.home && places::within(*code, around.home))
        .collect();
    let [code] = found.as_slice() else { return None };
    Some(Named { code: *code, levels: vec![places::level(*code)] })
}

/// A division inside `inside` named at the beginning with its full name or suffix.
fn next_place(signs: &[char], inside: u64, around: &Surroundings<'_>) -> Option<(u64, usize)> {
    for length in (2..=signs.len().min(12)).rev() {
        let name: String = signs[..length].iter().collect();
        let suffixed = ["县", "区", "旗", "乡", "镇", "街道", "村", "社区"].iter().any(|s| name.ends_with(s));
        if !suffixed || length < 3 && !name.ends_with('县') && !name.ends_with('村') {
            continue;
        }
        let found: Vec<u64> =
            around.book.named(&name).iter().copied().filter(|c| *c != inside && places::within(*c, inside)).collect();
        if let Some(code) = places::nearest(&found, around.home) {
            return Some((code, length));
        }
    }
    None
}

/// Statements of a title line: parts with a colon, separated by wide gaps.
fn statements(title: &str) -> Vec<(String, String)> {
    let mut parts: Vec<(String, String)> = Vec::new();
    let unified: String = title.chars().map(|c| if c == '：' { ':' } else { c }).collect();
    let marks: Vec<usize> = unified
        .char_indices()
        .filter(|(at, c)| *c == ':' && !unified[..*at].ends_with(|c: char| c.is_ascii_digit()))
        .map(|(at, _)| at)
        .collect();
    for (number, mark) in marks.iter().enumerate() {
        let key_start = unified[..*mark]
            .rfind(|c: char| is_space(c) || matches!(c, ',' | '，' | ';' | '；' | '(' | '（'))
            .map_or(0, |at| at + unified[at..].chars().next().map_or(1, char::len_utf8));
        let end = marks.get(number + 1).map_or(unified.len(), |next| {
            let key =
                unified[..*next].rfind(|c: char| is_space(c) || matches!(c, ',' | '，' | ';' | '；')).unwrap_or(*next);
            key.max(*mark + 1)
        });
        let value = trim(&unified[mark + 1..end]).trim_end_matches(['）', ')', ',', '，', ';', '；']);
        parts.push((unified[key_start..*mark].to_owned(), trim(value).to_owned()));
    }
    parts.retain(|(key, value)| !key.is_empty() && !value.is_empty());
    parts
}

/// 单位：万元 above the table.
fn stated_unit(title: &str) -> Option<Unit> {
    let folded = fold(title);
    let at = folded.find("单位:").map(|at| at + "单位:".len())?;
    let value: String = folded[at..].chars().take(8).collect();
    let all: Vec<&str> = folded.match_indices("单位:").map(|(at, word)| &folded[at + word.len()..]).collect();
    unit(&value).or_else(|| all.iter().find_map(|rest| unit(&rest.chars().take(6).collect::<String>())))
}

/// Pieces of a text that may be dates of day precision.
fn dates_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut current = String::new();
    for c in text.chars().map(super::clean::narrow).chain([' ']) {
        if c.is_ascii_digit() || (!current.is_empty() && matches!(c, '年' | '月' | '日' | '-' | '.' | '/')) {
            current.push(c);
            if c == '日' {
                found.push(std::mem::take(&mut current));
            }
        } else if !current.is_empty() {
            found.push(std::mem::take(&mut current));
        }
    }
    found.retain(|part| part.chars().filter(char::is_ascii_digit).count() >= 3);
    found
}

/// Whether a mapped column gives this field.
pub(super) fn fields_of(columns: &[Option<Mapped>]) -> Vec<FieldId> {
    columns.iter().flatten().map(|m| m.field()).collect()
}
