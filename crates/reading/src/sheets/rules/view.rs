//! A sheet as the rules see it, and where they leave what they find.

use super::super::cells::Surroundings;
use super::super::fault::{Fault, Level, Rule};
use super::super::field::FieldId;
use super::super::fields as f;
use super::super::mapping::Mapped;
use super::super::rows::Row;
use super::super::value::Value;
use super::super::{Kind, Sheet};
use super::facts::{Fact, Facts};

/// Fields that a composite column gives.
fn parts(composite: FieldId) -> &'static [FieldId] {
    match composite.base() {
        f::PLACE_FULL => &[f::PLACE_COUNTY, f::PLACE_TOWNSHIP, f::PLACE_VILLAGE, f::PLACE_GROUP, f::PLACE_CODE],
        f::PERSON_DISABILITY => &[f::PERSON_DISABILITY_TYPE, f::PERSON_DISABILITY_GRADE],
        f::PERSON_ID_NO | f::PERSON_ID_FULL => &[f::PERSON_ID_FULL],
        f::WORK_PERIOD => &[f::WORK_START, f::WORK_END],
        f::WORK_PLACE | f::WORK_COUNTY | f::WORK_CITY | f::WORK_PROVINCE => &[f::WORK_CODE],
        f::WISH_PAY => &[f::WISH_PAY_MIN, f::WISH_PAY_MAX],
        f::TRAINING_PERIOD => &[f::TRAINING_START, f::TRAINING_END],
        f::PUBPOST_PERIOD => &[f::PUBPOST_START, f::PUBPOST_END],
        f::VACANCY_CONTACT => &[f::VACANCY_CONTACT_NAME, f::VACANCY_CONTACT_PHONE],
        f::VACANCY_PAY => &[f::VACANCY_PAY_MIN, f::VACANCY_PAY_MAX, f::VACANCY_PAY_UNIT, f::VACANCY_PAY_MODE],
        f::VACANCY_AGE_LIMIT => &[f::VACANCY_AGE_MIN, f::VACANCY_AGE_MAX],
        _ => &[],
    }
}

/// The first column that gives a field, itself or as part of a composite.
fn column(sheet: &Sheet, field: FieldId) -> Option<(u32, FieldId)> {
    let direct = sheet.columns.iter().find(|c| c.mapped.map(Mapped::field) == Some(field));
    let composite = || {
        sheet.columns.iter().find(|c| {
            c.mapped.is_some_and(|m| {
                let given = parts(m.field()).iter().any(|part| *part == field.base());
                given && m.field().spell() == field.spell()
            })
        })
    };
    let found = direct.or_else(composite)?;
    Some((found.index, found.mapped?.field()))
}

/// Whether a sheet gives a field, by a column or for all lines.
pub(in super::super) fn covers(sheet: &Sheet, field: FieldId) -> bool {
    column(sheet, field).is_some() || sheet.context.iter().any(|(known, _)| *known == field)
}

/// One sheet with its facts, and the whole workbook around it.
pub(super) struct View<'a> {
    pub(super) sheets: &'a [Sheet],
    pub(super) all_facts: &'a [Facts],
    pub(super) at: usize,
    pub(super) sheet: &'a Sheet,
    pub(super) facts: &'a Facts,
    pub(super) around: &'a Surroundings<'a>,
}

impl<'a> View<'a> {
    pub(super) fn new(sheets: &'a [Sheet], all_facts: &'a [Facts], at: usize, around: &'a Surroundings<'a>) -> Self {
        Self { sheets, all_facts, at, sheet: &sheets[at], facts: &all_facts[at], around }
    }

    pub(super) fn kind(&self) -> Kind {
        self.sheet.kind
    }

    /// Lines with their facts.
    pub(super) fn lines(&self) -> impl Iterator<Item = (&'a Row, &'a Fact)> + use<'a> {
        self.sheet.rows.iter().zip(&self.facts.list)
    }

    /// Whether the sheet gives a field.
    pub(super) fn mapped(&self, field: FieldId) -> bool {
        covers(self.sheet, field)
    }

    /// Whether the sheet gives all of these.
    pub(super) fn all_mapped(&self, fields: &[FieldId]) -> bool {
        fields.iter().all(|field| self.mapped(*field))
    }

    /// The first of these with a column.
    pub(super) fn first_column(&self, fields: &[FieldId]) -> Option<FieldId> {
        fields.iter().copied().find(|field| column(self.sheet, *field).is_some())
    }

    /// Households with the line each is reported at: the only head's, else the first.
    pub(super) fn households(&self) -> impl Iterator<Item = (&'a Row, Vec<&'a Row>)> + use<'a> {
        let sheet = self.sheet;
        self.facts.households.iter().map(move |lines| {
            let rows: Vec<&Row> = lines.iter().map(|at| &sheet.rows[*at]).collect();
            let mut heads = rows.iter().filter(|row| row.code(f::PERSON_RELATION) == Some("head"));
            let only = heads.next().filter(|_| heads.next().is_none());
            (*only.unwrap_or(&rows[0]), rows)
        })
    }

    /// Lines that are reported for their household: its representative, and every line without one.
    pub(super) fn representatives(&self) -> Vec<&'a Row> {
        let with = self.households().map(|(row, _)| row);
        let without = self.lines().filter(|(_, fact)| fact.household.is_none()).map(|(row, _)| row);
        with.chain(without).collect()
    }

    /// All lines of the workbook with a household key, in sheets of the wanted kinds.
    pub(super) fn members(&self, key: &str, kinds: impl Fn(Kind) -> bool) -> Vec<(usize, &'a Row, &'a Fact)> {
        let mut members = Vec::new();
        for (at, (sheet, facts)) in self.sheets.iter().zip(self.all_facts).enumerate() {
            if !kinds(sheet.kind) {
                continue;
            }
            let lines = facts.household(key).iter();
            members.extend(lines.map(|line| (at, &sheet.rows[*line], &facts.list[*line])));
        }
        members
    }

    /// The key of the household of a line.
    pub(super) fn key_of(&self, row: &Row) -> Option<&'a str> {
        let at = self.sheet.rows.binary_search_by_key(&row.line, |r| r.line).ok()?;
        self.facts.list[at].household.as_deref()
    }
}

/// What one rule finds in one sheet (and, for rules across sheets, in others).
pub(super) struct Findings<'a> {
    rule: Rule,
    at: usize,
    sheet: &'a Sheet,
    found: Vec<(usize, Fault)>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(rule: Rule, view: &View<'_>, sheet: &'a Sheet) -> Self {
        Self { rule, at: view.at, sheet, found: Vec::new() }
    }

    pub(super) fn error(&mut self, row: &Row, field: FieldId) {
        self.add(Level::Error, row, field);
    }

    pub(super) fn warn(&mut self, row: &Row, field: FieldId) {
        self.add(Level::Warn, row, field);
    }

    fn add(&mut self, level: Level, row: &Row, field: FieldId) {
        self.add_at(self.at, self.sheet, level, row.line, field, shown(row, field));
    }

    /// A finding in another sheet of the workbook.
    pub(super) fn warn_in(&mut self, (at, sheet): (usize, &Sheet), row: &Row, field: FieldId) {
        self.add_at(at, sheet, Level::Warn, row.line, field, shown(row, field));
    }

    /// A finding on a line that is no record.
    pub(super) fn error_at(&mut self, line: u32, field: FieldId, found: String) {
        self.add_at(self.at, self.sheet, Level::Error, line, field, found);
    }

    /// Only columns that are there can be reported.
    fn add_at(&mut self, at: usize, sheet: &Sheet, level: Level, line: u32, field: FieldId, found: String) {
        if let Some((column, field)) = column(sheet, field) {
            let found = found.into();
            self.found.push((at, Fault { rule: self.rule, level, line, column, field, found, typed: Box::default() }));
        }
    }

    pub(super) fn take(self) -> Vec<(usize, Fault)> {
        self.found
    }
}

fn shown(row: &Row, field: FieldId) -> String {
    match row.get(field) {
        Some(Value::Text(text)) => text.to_string(),
        Some(Value::Int(n)) => n.to_string(),
        Some(Value::Num(n)) => n.to_string(),
        Some(Value::Fen(fen)) => format!("{}", *fen as f64 / 100.0),
        Some(Value::Bool(yes)) => if *yes { "是" } else { "否" }.to_owned(),
        Some(Value::Date(date)) => date.to_string(),
        Some(Value::Code(code)) => (*code).to_owned(),
        Some(Value::Codes(codes)) => codes.join("、"),
        Some(Value::Texts(texts)) => texts.join("、"),
        None => String::new(),
    }
}
