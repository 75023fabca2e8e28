//! What one header may mean, with a score for each possibility.

use super::super::cells::lookup;
use super::super::field::{FieldId, Type};
use super::super::fields as f;
use super::super::kind::Kind;
use super::evidence::Evidence;
use super::header::Header;
use super::words::{Group, HEADERS, Word, group, pairs};
use super::{Mapped, Why};

/// One possible meaning of a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Nothing for columns known to have no meaning here.
    pub(super) mapped: Option<Mapped>,
    pub(super) score: f32,
    pub(super) why: Why,
}

/// A spelling of the header to look up, with its weight.
struct Form {
    text: String,
    weight: f32,
    why: Why,
}

/// The last header of a group that only counts it.
const COUNTS: [&str; 12] =
    ["合计", "小计", "总数", "总计", "总人数", "人数", "合计人数", "总人次", "人次", "小计人数", "合计人次", "总数量"];

fn forms(header: &Header) -> Vec<Form> {
    let mut forms = Vec::new();
    let mut add = |text: String, weight: f32, why: Why| {
        if !text.is_empty() && !forms.iter().any(|f: &Form| f.text == text) {
            forms.push(Form { text, weight, why });
        }
    };
    let depth = header.full.len();
    let (Some(leaf), Some(plain)) = (header.full.last(), header.plain.last()) else { return forms };
    if depth > 1 {
        let upper = &header.plain[depth - 2];
        add(header.plain.concat(), 1.0, Why::Group);
        add(format!("{upper}{plain}"), 1.0, Why::Group);
        add(format!("{}{plain}", header.plain[0]), 0.98, Why::Group);
        if COUNTS.contains(&plain.as_str()) {
            add(upper.clone(), 0.96, Why::Group);
        }
        if plain.is_empty() {
            add(upper.clone(), 0.95, Why::Group);
        }
    }
    add(leaf.clone(), 1.0, Why::Word);
    add(plain.clone(), 0.98, Why::Word);
    if let Some(bare) = header.unnumbered() {
        add(bare, 0.97, Why::Word);
    }
    let loose = plain.trim_start_matches("是否").trim_start_matches("是不是");
    add(loose.to_owned(), 0.92, Why::Word);
    for tail in [
        "情况", "信息", "名称", "姓名", "元", "月", "年", "人", "个", "必填", "选填", "天", "栏", "次数", "数量", "数",
        "号",
    ] {
        if let Some(cut) = loose.strip_suffix(tail).filter(|cut| cut.chars().count() >= 2) {
            add(cut.to_owned(), 0.9, Why::Word);
        }
    }
    forms
}

/// What the upper headers of a column are about.
pub(super) fn group_of(header: &Header, kind: Kind) -> Option<Group> {
    let uppers = header.plain.len().saturating_sub(1);
    header.plain[..uppers].iter().rev().find_map(|part| group(part, kind))
}

/// Whether a field can occur in a sheet of a kind.
pub(super) fn allowed(field: FieldId, kind: Kind) -> bool {
    kind.areas().contains(&field.area())
}

fn visible(word: &Word, kind: Kind) -> bool {
    word.kinds.is_empty() || word.kinds.contains(&kind)
}

fn field_weight(field: FieldId, word: &Word, kind: Kind) -> f32 {
    let listed = if word.kinds.is_empty() { 0.0 } else { 0.05 };
    let own = if kind.own_areas().contains(&field.area()) { 0.03 } else { 0.0 };
    if allowed(field, kind) { 1.0 + listed + own } else { 0.6 }
}

/// Possibilities by known words only.
pub(super) fn exact(header: &Header, kind: Kind) -> Vec<Candidate> {
    let group = group_of(header, kind);
    let mut found: Vec<Candidate> = Vec::new();
    for form in forms(header) {
        for word in HEADERS.named(&form.text).filter(|word| visible(word, kind)) {
            push(&mut found, meaning(word, form.weight, form.why, header, group, kind));
        }
    }
    found
}

/// Possibilities by the loose form of the last header, alone and with the one above it.
fn near(header: &Header, kind: Kind) -> Vec<Candidate> {
    let group = group_of(header, kind);
    let mut found: Vec<Candidate> = Vec::new();
    let (Some(leaf), whole) = (header.plain.last(), header.plain.concat()) else { return found };
    for text in [leaf, &whole] {
        for word in HEADERS.nearly_named(text).filter(|word| visible(word, kind)) {
            push(&mut found, meaning(word, 0.8, Why::Likeness, header, group, kind));
        }
    }
    found.retain(|candidate| candidate.mapped.is_some_and(|mapped| allowed(mapped.field(), kind)));
    found
}

/// Known words, else words known in another way of saying them. Mere likeness says little of what a sheet is about.
pub(super) fn by_words(header: &Header, kind: Kind) -> Vec<Candidate> {
    let mut found = exact(header, kind);
    if found.iter().all(|c| c.score < 0.75) {
        near(header, kind).into_iter().for_each(|candidate| push(&mut found, candidate));
    }
    found
}

/// A word of the lists as a possible meaning of a header.
fn meaning(word: &Word, weight: f32, why: Why, header: &Header, group: Option<Group>, kind: Kind) -> Candidate {
    let Some(field) = word.field else { return Candidate { mapped: None, score: weight, why } };
    let mut score = weight * field_weight(field, word, kind);
    // 务工地点2 is the second spell; 工种2 goes on with the list.
    let spell = header.number.filter(|n| (2..=3).contains(n) && !field.is_list()).map_or(0, |n| n - 1);
    let mut field = field.with_spell(spell);
    if let Some(group) = group {
        if group.area == field.area() {
            score += 0.15;
            field = field.with_spell(group.spell.max(spell));
        } else if why != Why::Group && !matches!(field.area(), "row") {
            score -= 0.12;
        }
    }
    Candidate { mapped: Some(Mapped::Field(field)), score, why }
}

fn push(found: &mut Vec<Candidate>, new: Candidate) {
    match found.iter_mut().find(|c| c.mapped == new.mapped) {
        Some(old) if old.score < new.score => *old = new,
        Some(_) => {}
        None => found.push(new),
    }
}

/// All possibilities: known words, ticks for one value, likeness, values; the values weigh in.
pub(super) fn all(header: &Header, evidence: &Evidence, kind: Kind) -> Vec<Candidate> {
    let mut found = exact(header, kind);
    if evidence.is_ticks()
        && let Some(one) = one_hot(header, kind)
    {
        found.push(one);
    }
    for others in [near, alike] {
        if found.iter().all(|c| c.score < 0.8) {
            others(header, kind).into_iter().for_each(|candidate| push(&mut found, candidate));
        }
    }
    for candidate in &mut found {
        if let Some(Mapped::Field(field)) = candidate.mapped {
            candidate.score *= evidence.fit(field);
        }
    }
    if found.iter().all(|c| c.score < 0.75) {
        for field in evidence.suggests(kind) {
            let known = found.iter_mut().find(|c| c.mapped == Some(Mapped::Field(field)));
            match known {
                Some(candidate) => candidate.score += 0.15,
                None => found.push(Candidate { mapped: Some(Mapped::Field(field)), score: 0.5, why: Why::Values }),
            }
        }
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found
}

/// A tick column under a header that names a coded field, or under work: one value of it.
fn one_hot(header: &Header, kind: Kind) -> Option<Candidate> {
    let leaf = header.parts.last()?;
    let uppers = &header.plain[..header.plain.len().saturating_sub(1)];
    let named = uppers
        .iter()
        .rev()
        .flat_map(|part| HEADERS.named(part))
        .filter(|word| visible(word, kind))
        .filter_map(|w| w.field);
    let mut fields: Vec<FieldId> = named.filter(|field| allowed(*field, kind)).collect();
    let group = group_of(header, kind);
    if group.is_some_and(|g| g.area == "work") {
        fields.push(f::WORK_FORM);
    }
    let spell = group.map_or(0, |g| g.spell);
    fields.into_iter().find_map(|field| {
        let (Type::Enum(vocabulary) | Type::Codes(vocabulary)) = field.ty() else { return None };
        let code = lookup::code(vocabulary, leaf)?;
        Some(Candidate { mapped: Some(Mapped::OneHot(field.with_spell(spell), code)), score: 1.1, why: Why::Group })
    })
}

/// Possibilities by likeness of the last header (with the one above it) to known words.
fn alike(header: &Header, kind: Kind) -> Vec<Candidate> {
    let Some(leaf) = header.plain.last().filter(|leaf| leaf.chars().count() >= 2) else { return Vec::new() };
    let whole = header.plain.concat();
    let group = group_of(header, kind);
    let mut found: Vec<Candidate> = Vec::new();
    for word in HEADERS.sharing([leaf, &whole]).filter(|word| visible(word, kind)) {
        let Some(field) = word.field else { continue };
        let likeness = likeness(leaf, &word.text).max(likeness(&whole, &word.text));
        if likeness < 0.55 || !allowed(field, kind) {
            continue;
        }
        let same_area = group.is_none_or(|g| g.area == field.area());
        let spell = group.filter(|_| same_area).map_or(0, |g| g.spell);
        let score = 0.35 + 0.45 * likeness - if same_area { 0.0 } else { 0.15 };
        push(&mut found, Candidate { mapped: Some(Mapped::Field(field.with_spell(spell))), score, why: Why::Likeness });
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found.truncate(6);
    found
}

/// Share of common pairs of neighbouring characters (Dice), with a bonus when one text holds the other.
fn likeness(a: &str, b: &str) -> f32 {
    let (left, mut right): (Vec<_>, Vec<_>) = (pairs(a).collect(), pairs(b).collect());
    let total = left.len() + right.len();
    if total == 0 || left.is_empty() || right.is_empty() {
        return 0.0;
    }
    let mut common = 0;
    for pair in &left {
        if let Some(at) = right.iter().position(|other| other == pair) {
            right.swap_remove(at);
            common += 1;
        }
    }
    let dice = 2.0 * common as f32 / total as f32;
    let longer = a.chars().count().max(b.chars().count()) as f32;
    let shorter = a.chars().count().min(b.chars().count()) as f32;
    if shorter >= 2.0 && (a.contains(b) || b.contains(a)) { dice.max(0.55 + 0.4 * shorter / longer) } else { dice }
}
