//! Vacancies from what their words and the words for all say: the nearer statement wins, lists add up.

use std::ops::Range;

use domain::places::Region;

use super::draft::{Draft, Found, Gender, Unit};
use super::facts::{self, EmployerKind, employer_kind};
use super::layout::Owned;
use super::mention::{Fact, Manner, Mention, Mentions, Wage};
use super::text::Text;
use super::{number, titles};

/// The text, its mentions, and the words for all.
pub(crate) struct Source<'a> {
    pub(crate) text: &'a Text,
    pub(crate) found: &'a Mentions,
    pub(crate) home: Option<Region>,
    /// Words that no vacancy owns.
    pub(crate) common: Vec<Range<usize>>,
    /// The vacancy is the only one of the text.
    pub(crate) single: bool,
}

/// Rings of words around a vacancy, the nearest first.
struct Rings<'a> {
    rings: [Vec<&'a Mention>; 4],
}

impl<'a> Rings<'a> {
    fn of(source: &Source<'a>, owned: &Owned) -> Self {
        let pick = |ranges: &[Range<usize>]| -> Vec<&'a Mention> {
            let inside = |m: &&Mention| ranges.iter().any(|r| r.start <= m.at.start && m.at.start < r.end);
            source.found.list().iter().filter(inside).collect()
        };
        Self { rings: [pick(&owned.own), pick(&owned.group), pick(&owned.block), pick(&source.common)] }
    }

    /// The matches of the nearest ring that has any.
    fn nearest<T>(&self, pick: impl Fn(&'a Mention) -> Option<T>) -> Vec<(&'a Mention, T)> {
        self.rings
            .iter()
            .map(|ring| ring.iter().filter_map(|m| Some((*m, pick(m)?))).collect::<Vec<_>>())
            .find(|hits| !hits.is_empty())
            .unwrap_or_default()
    }

    /// The matches of all rings.
    fn all<T>(&self, pick: impl Fn(&'a Mention) -> Option<T>) -> Vec<(&'a Mention, T)> {
        self.rings.iter().flatten().filter_map(|m| Some((*m, pick(m)?))).collect()
    }
}

impl Source<'_> {
    fn found<T>(&self, at: &Range<usize>, value: T) -> Found<T> {
        Found { value, span: self.text.original(at) }
    }

    fn words(&self, at: &Range<usize>) -> Found<String> {
        let words = self.text.get(at).replace('\n', "");
        self.found(at, words.trim().to_owned())
    }

    pub(crate) fn draft(&self, owned: &Owned) -> Draft {
        let rings = Rings::of(self, owned);
        let mut draft = Draft::default();
        if let Some((at, title)) = &owned.title {
            draft.title = Some(self.found(at, title.clone()));
            draft.occupation = titles::occupation(title).map(str::to_owned);
        }
        draft.own = owned.own.iter().map(|range| self.text.original(range)).collect();
        self.headcount(owned, &rings, &mut draft);
        self.wage(owned, &rings, &mut draft);
        self.person(owned, &rings, &mut draft);
        self.offers(&rings, &mut draft);
        self.contact(owned, &rings, &mut draft);
        self.employer(owned, &rings, &mut draft);
        self.place(owned, &rings, &mut draft);
        draft
    }

    fn headcount(&self, owned: &Owned, rings: &Rings, draft: &mut Draft) {
        if let Some(cell) = &owned.cells.headcount {
            let words = self.text.get(cell);
            let digits: String =
                words.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
            let number = digits.parse().ok().or_else(|| number::whole(words.trim_end_matches(['人', '名', '个'])));
            draft.headcount = number.filter(|n| *n > 0).map(|n| self.found(cell, n));
            draft.headcount_text = Some(self.words(cell));
            return;
        }
        let pick = |m: &Mention| match m.fact {
            Fact::Headcount { number, manner } => Some((number, manner)),
            _ => None,
        };
        let ring = rings.rings.iter().position(|ring| ring.iter().any(|m| pick(m).is_some()));
        let hits = rings.nearest(pick);
        let Some((m, (number, manner))) = hits.iter().find(|(_, (n, _))| n.is_some()).or(hits.first()) else { return };
        // A number that covers several jobs is nobody's own.
        let shared = !self.single && (*manner == Manner::Total || (ring.unwrap_or(0) > 0 && *manner == Manner::Own));
        draft.headcount_text = Some(self.words(&m.at));
        draft.headcount = number.filter(|_| !shared).map(|n| self.found(&m.at, n));
    }

    fn wage(&self, owned: &Owned, rings: &Rings, draft: &mut Draft) {
        let chosen = self.cell_wage(owned).or_else(|| self.stated_wage(owned, rings));
        let Some((at, wage)) = chosen else { return };
        draft.wage_min = wage.least.map(|w| self.found(&at, w));
        draft.wage_max = wage.most.map(|w| self.found(&at, w));
        draft.wage_unit = Some(self.found(&at, wage.unit));
        draft.wage_text = Some(self.words(&at));
    }

    fn cell_wage(&self, owned: &Owned) -> Option<(Range<usize>, Wage)> {
        let cell = owned.cells.wage.as_ref()?;
        let inside = self.found.list().iter().filter(|m| cell.start <= m.at.start && m.at.end <= cell.end);
        let stated = inside.filter_map(|m| match &m.fact {
            Fact::Wage(wage) => Some((m.at.clone(), wage.clone())),
            _ => None,
        });
        if let Some((_, wage)) = stated.min_by_key(|(at, wage)| (wage.rank, at.start)) {
            return Some((cell.clone(), wage));
        }
        let (mut wage, _) = facts::bare_wage(self.text.get(cell))?;
        wage.unit = owned.cells.wage_unit.unwrap_or(wage.unit);
        Some((cell.clone(), wage))
    }

    fn stated_wage(&self, owned: &Owned, rings: &Rings) -> Option<(Range<usize>, Wage)> {
        let pick = |m: &Mention| match &m.fact {
            Fact::Wage(wage) => Some(wage.clone()),
            _ => None,
        };
        for (i, ring) in rings.rings.iter().enumerate() {
            let stated = ring
                .iter()
                .filter_map(|m| Some((m.at.clone(), pick(m)?)))
                .min_by_key(|(at, wage)| (wage.rank, at.start));
            let vague = stated.as_ref().is_none_or(|(_, wage)| wage.rank >= 5);
            let bare = if i == 0 && vague { self.bare_wage(owned) } else { None };
            if let Some(bare) = bare {
                return Some(bare);
            }
            if stated.is_some() {
                return stated;
            }
        }
        rings.all(pick).into_iter().next().map(|(m, wage)| (m.at.clone(), wage))
    }

    /// A figure of the size of pay that stands alone in the job's own words: 跟车阿姨,接送孩子,900.
    fn bare_wage(&self, owned: &Owned) -> Option<(Range<usize>, Wage)> {
        let everything = [self.text.whole()];
        let ranges = if self.single { &everything[..] } else { &owned.own[..] };
        for range in ranges {
            let part = self.text.get(range);
            let mut previous = ' ';
            for (i, c) in part.char_indices() {
                let at = range.start + i;
                let begins = (c.is_ascii_digit() || "一二三四五六七八九两".contains(c))
                    && !previous.is_ascii_alphanumeric()
                    && !matches!(previous, '.' | '-' | '第' | '+');
                let open = !matches!(previous, '约' | '补' | '奖' | '押' | '交' | '费' | '扣' | '距');
                previous = c;
                if !begins || !open || self.found.is_taken(at) {
                    continue;
                }
                if let Some(hit) = self.bare_at(at) {
                    return Some(hit);
                }
            }
        }
        None
    }

    fn bare_at(&self, at: usize) -> Option<(Range<usize>, Wage)> {
        let rest = self.text.after(at, 40);
        let (wage, used) = facts::bare_wage(rest)?;
        let used = rest[..used].trim_end().len();
        let end = at + used;
        let next = rest[used..].chars().next();
        let closed = next.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '%' | '-' | '.' | ':' | '*'))
            || rest[used..].starts_with(['管', '包', '元', '块', '每']);
        let month = wage.unit == Unit::Month && wage.least.is_some_and(|w| (800.0..30_000.0).contains(&w));
        let year = wage.least.is_some_and(|w| (1990.0..2035.0).contains(&w)) && rest[used..].starts_with('年');
        let taken = self.found.taken(&(at..end)) || facts::other_money(self.text.before(at, 48));
        (closed && month && !taken && !year).then_some((at..end, wage))
    }

    /// Age, sex, education, experience, conditions.
    fn person(&self, owned: &Owned, rings: &Rings, draft: &mut Draft) {
        let ages = rings.nearest(|m| match m.fact {
            Fact::Age { least, most } => Some((least, most)),
            _ => None,
        });
        let least = ages.iter().filter_map(|(m, (least, _))| Some((m, (*least)?))).min_by_key(|(_, age)| *age);
        let most = ages.iter().filter_map(|(m, (_, most))| Some((m, (*most)?))).max_by_key(|(_, age)| *age);
        draft.age_min = least.map(|(m, age)| self.found(&m.at, age));
        draft.age_max = most.map(|(m, age)| self.found(&m.at, age));
        if let Some(cell) = &owned.cells.age {
            self.age_cell(cell, draft);
        }
        draft.gender = self.gender(owned, rings);
        let education = rings.nearest(|m| match m.fact {
            Fact::Education(education) => Some(education),
            _ => None,
        });
        draft.education = education.into_iter().min_by_key(|(_, e)| *e).map(|(m, e)| self.found(&m.at, e));
        if let Some(cell) = owned.cells.education.as_ref().filter(|cell| self.text.get(cell) == "不限") {
            draft.education = Some(self.found(cell, super::draft::Education::Any));
        }
        let experience = rings.nearest(|m| match m.fact {
            Fact::Experience(experience) => Some(experience),
            _ => None,
        });
        draft.experience =
            experience.iter().min_by_key(|(m, e)| (weight(*e), m.at.start)).map(|(m, e)| self.found(&m.at, *e));
        let mut seen: Vec<String> = Vec::new();
        for (m, words) in rings.all(|m| match &m.fact {
            Fact::Requirement(words) => Some(words.clone()),
            _ => None,
        }) {
            if !seen.contains(&words) {
                draft.requirements.push(self.found(&m.at, words.clone()));
                seen.push(words);
            }
        }
    }

    fn age_cell(&self, cell: &Range<usize>, draft: &mut Draft) {
        let numbers: Vec<u32> = self
            .text
            .get(cell)
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|n| n.parse().ok())
            .filter(|n| (14..=80).contains(n))
            .collect();
        match numbers[..] {
            [least, most] if least < most => {
                draft.age_min = Some(self.found(cell, least));
                draft.age_max = Some(self.found(cell, most));
            }
            [one] if draft.age_min.is_none() && draft.age_max.is_none() => draft.age_max = Some(self.found(cell, one)),
            _ => {}
        }
    }

    fn gender(&self, owned: &Owned, rings: &Rings) -> Option<Found<Gender>> {
        if let Some(cell) = owned.cells.gender.as_ref().filter(|cell| self.text.get(cell).contains("不限")) {
            return Some(self.found(cell, Gender::Any));
        }
        let mut hits = rings.nearest(|m| match m.fact {
            Fact::Gender(gender) => Some(gender),
            _ => None,
        });
        if let Some((at, title)) = &owned.title {
            let kin = ["阿姨", "大姐", "婶", "嫂", "大妈", "姑娘", "妇女", "大娘"].iter().any(|w| title.contains(w));
            let men = ["老汉", "大爷", "大叔", "汉子", "小伙", "老头"].iter().any(|w| title.contains(w));
            if hits.iter().all(|(m, _)| !owned.own.iter().any(|r| r.contains(&m.at.start))) || hits.is_empty() {
                if kin && !title.contains("育儿嫂") && !title.contains("月嫂") {
                    return Some(self.found(at, Gender::Female));
                }
                if men {
                    return Some(self.found(at, Gender::Male));
                }
            }
        }
        hits.sort_by_key(|(m, _)| m.at.start);
        let any = hits.iter().find(|(_, g)| *g == Some(Gender::Any));
        if let Some((m, _)) = any {
            return Some(self.found(&m.at, Gender::Any));
        }
        let said: Vec<(&Mention, Gender)> = hits.iter().filter_map(|(m, g)| Some((*m, (*g)?))).collect();
        let (first, gender) = said.first()?;
        let mixed = said.iter().any(|(_, other)| other != gender);
        Some(self.found(&first.at, if mixed { Gender::Any } else { *gender }))
    }

    /// Meals, lodging, insurance, hours, last day.
    fn offers(&self, rings: &Rings, draft: &mut Draft) {
        let board = rings.nearest(|m| match m.fact {
            Fact::Board(board) => Some(board),
            _ => None,
        });
        draft.board = board.iter().max_by_key(|(_, b)| *b).map(|(m, b)| self.found(&m.at, *b));
        let lodging = rings.nearest(|m| match m.fact {
            Fact::Lodging(lodging) => Some(lodging),
            _ => None,
        });
        draft.lodging = lodging.first().map(|(m, l)| self.found(&m.at, *l));
        for (m, name) in rings.all(|m| match m.fact {
            Fact::Insurance(name) => Some(name),
            _ => None,
        }) {
            if !draft.insurance.iter().any(|known| known.value == name) {
                draft.insurance.push(self.found(&m.at, name));
            }
        }
        self.schedule(rings, draft);
        let deadline = rings.nearest(|m| match &m.fact {
            Fact::Deadline(day) => Some(day.clone()),
            _ => None,
        });
        let dated = deadline.iter().find(|(_, day)| day.starts_with(|c: char| c.is_ascii_digit()));
        draft.deadline = dated.or(deadline.first()).map(|(m, day)| self.found(&m.at, day.clone()));
        if draft.lodging.is_none() {
            draft.lodging =
                draft.schedule.iter().find(|s| s.value == "住家").map(|s| Found { value: true, span: s.span.clone() });
        }
    }

    fn schedule(&self, rings: &Rings, draft: &mut Draft) {
        for ring in &rings.rings {
            let near: Vec<String> = draft.schedule.iter().map(|s| s.value.clone()).collect();
            for m in ring {
                let Fact::Schedule(token) = &m.fact else { continue };
                // A nearer statement of the same sort stands instead: own 三班倒, general 长白班.
                let known = draft.schedule.iter().any(|s| s.value == *token);
                let said = near.iter().any(|other| sort(other) == sort(token));
                if !known && !said {
                    draft.schedule.push(self.found(&m.at, token.clone()));
                }
            }
        }
    }

    fn contact(&self, owned: &Owned, rings: &Rings, draft: &mut Draft) {
        let inside = |m: &Mention| {
            owned.cells.contact.as_ref().is_none_or(|cell| cell.start <= m.at.start && m.at.end <= cell.end)
        };
        let listed = |m: &Mention| match &m.fact {
            Fact::Phone(phone) => Some(phone.clone()),
            _ => None,
        };
        let mut phones = match &owned.cells.contact {
            Some(_) => self.found.list().iter().filter(|m| inside(m)).filter_map(|m| Some((m, listed(m)?))).collect(),
            None => rings.nearest(listed),
        };
        if phones.is_empty() {
            phones = rings.nearest(listed);
        }
        // A text with phones has one for every vacancy, wherever it stands.
        if phones.is_empty() {
            phones = self.found.list().iter().filter_map(|m| Some((m, listed(m)?))).collect();
        }
        let near_lines: Vec<usize> = phones.iter().map(|(m, _)| self.text.line_of(m.at.start)).collect();
        for (m, phone) in phones {
            if !draft.phones.iter().any(|known| known.value == phone) {
                draft.phones.push(self.found(&m.at, phone));
            }
        }
        let name = |m: &Mention| match &m.fact {
            Fact::Contact(name) => Some(name.clone()),
            _ => None,
        };
        let mut names = match &owned.cells.contact {
            Some(_) => self.found.list().iter().filter(|m| inside(m)).filter_map(|m| Some((m, name(m)?))).collect(),
            None => rings.nearest(name),
        };
        // Whoever stands by another phone answers for another job.
        if owned.cells.contact.is_none() && !self.single {
            names.retain(|(m, _)| {
                near_lines.is_empty() || near_lines.iter().any(|line| line.abs_diff(self.text.line_of(m.at.start)) <= 2)
            });
        }
        for (m, name) in names {
            if !draft.contacts.iter().any(|known| known.value == name) {
                draft.contacts.push(self.found(&m.at, name));
            }
        }
    }

    fn employer(&self, owned: &Owned, rings: &Rings, draft: &mut Draft) {
        if let Some(cell) = &owned.cells.employer {
            draft.employer = Some(self.words(cell));
            return;
        }
        let mut best: Option<(u32, &Mention)> = None;
        for (nearness, ring) in rings.rings.iter().enumerate() {
            for m in ring {
                let Fact::Employer(name) = &m.fact else { continue };
                if owned.cells.place.as_ref().is_some_and(|cell| cell.contains(&m.at.start)) {
                    continue;
                }
                let Some(points) = self.entity_points(name, m) else { continue };
                let points = points + 30 / (nearness as u32 + 1);
                if best.is_none_or(|(known, _)| points > known) {
                    best = Some((points, m));
                }
            }
        }
        draft.employer = best.map(|(_, m)| self.words(&m.at));
    }

    /// How likely an entity is the employer; `None` for offices, agencies and mere kinds that do not hire in the text.
    fn entity_points(&self, name: &str, m: &Mention) -> Option<u32> {
        let after = self.text.after(m.at.end, 18);
        let hires = after.trim_start().starts_with(['招', '聘', '诚', '急', '需', '缺', '选'])
            || after.starts_with("长期招")
            || after.trim_start_matches("现").starts_with('招');
        let base = match employer_kind(name) {
            EmployerKind::Named => 20,
            EmployerKind::Generic if hires || self.text.line_of(m.at.start) == 0 && name.chars().count() > 2 => 8,
            EmployerKind::None => 14,
            _ => return None,
        };
        let firm = ["公司", "厂", "集团", "合作社", "酒店", "车间", "政府", "场"].iter().any(|s| name.contains(s));
        Some(base + 6 * u32::from(hires) + 6 * u32::from(firm))
    }

    fn place(&self, owned: &Owned, rings: &Rings, draft: &mut Draft) {
        if let Some(cell) = &owned.cells.place {
            draft.workplace = Some(self.words(cell));
        } else {
            let places = rings.nearest(|m| matches!(m.fact, Fact::Place).then_some(()));
            let best = places.iter().max_by_key(|(m, ())| (m.at.len().min(24) / 6, std::cmp::Reverse(m.at.start)));
            draft.workplace = best.map(|(m, ())| self.words(&m.at));
        }
        let region = |part: &str| facts::region_of(part, self.home);
        let named = draft.workplace.as_ref().and_then(|place| region(&place.value));
        let by_employer = || draft.employer.as_ref().and_then(|employer| region(&employer.value));
        let by_text = || {
            rings
                .rings
                .iter()
                .flatten()
                .find_map(|m| matches!(m.fact, Fact::Place).then(|| region(self.text.get(&m.at))).flatten())
        };
        let anywhere = || self.text.pieces().iter().find_map(|piece| region(self.text.get(piece)));
        let code = named.or_else(by_employer).or_else(by_text).or_else(anywhere);
        draft.region = code;
    }
}

fn weight(experience: super::draft::Experience) -> u8 {
    use super::draft::Experience::{Any, Needed, Preferred, Years};
    match experience {
        Years(_) => 0,
        Preferred => 1,
        Any => 2,
        Needed => 3,
    }
}

/// Sorts of schedule words that exclude each other between rings.
fn sort(token: &str) -> u8 {
    match token {
        "长白班" | "夜班" | "两班倒" | "三班倒" | "四班两倒" | "倒班" | "早晚班" => 1,
        "单休" | "双休" | "大小周" | "无休" => 2,
        _ if token.starts_with("月休") => 2,
        _ if token.contains('休') => 2,
        "弹性" => 3,
        "住家" => 4,
        _ if token.ends_with("小时") => 5,
        _ => 6,
    }
}
