//! The list of households.

use super::{Listed, Page, Statements, beyond};
use crate::error::StoreError;
use crate::now::{household_columns, household_now, label_bits};
use crate::read::Reader;
use crate::records::{partial, push_counties, push_region};
use crate::value::{Row, Sql};
use chrono::NaiveDate;
use domain::ledger::clearing::Stage;
use domain::ledger::names::latin_query;
use domain::ledger::now::HouseholdNow;
use domain::ledger::{IdNumber, LabelKind, Phone};
use domain::places::Area;

/// Which households; what is empty asks for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HouseholdFilter {
    /// Inside this part of the reader's area.
    pub part: Option<Area>,
    /// With at least one of these labels.
    pub labels: Vec<LabelKind>,
    /// Zero-employment households, or all others.
    pub zero_employment: Option<bool>,
    /// Target households, or all others.
    pub target: Option<bool>,
    /// At one of these stages of the clearing board.
    pub stages: Vec<Stage>,
    /// With at least so many members with labour capacity.
    pub capable_min: u32,
    /// Whose village is not known.
    pub without_village: bool,
    /// What somebody typed: beginning of a name in characters, of its pinyin or initials; last four of an ID number or phone; a whole ID
    /// number, phone or household number.
    pub text: String,
}

/// Order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum HouseholdSort {
    /// By village.
    #[default]
    Place,
    /// By the pinyin of the head's name.
    Head,
    /// Longest at their stage first.
    Since,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct HouseholdRow {
    /// County.
    pub county: u32,
    /// Household number of the national system.
    pub no: Option<String>,
    /// Day the figures are of.
    pub as_of: NaiveDate,
    /// The household as it stands.
    pub now: HouseholdNow,
}

impl HouseholdSort {
    const fn order(self) -> &'static str {
        match self {
            Self::Place => " ORDER BY n.region, n.household_id",
            Self::Head => " ORDER BY n.head_pinyin, n.region, n.household_id",
            Self::Since => " ORDER BY n.since IS NULL, n.since, n.region, n.household_id",
        }
    }
}

/// What a typed text can mean.
enum Sought {
    Nothing,
    Name(String),
    Sound(String),
    Tail(String),
    Id(IdNumber),
    Number(String),
}

impl Sought {
    fn read(text: &str) -> Self {
        let text = text.trim();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let id_like = digits + usize::from(text.ends_with(['x', 'X'])) == text.len();
        match text.len() {
            0 => Self::Nothing,
            4 if id_like => Self::Tail(text.to_owned()),
            18 if id_like => Self::Id(IdNumber::new(text.to_uppercase())),
            _ if digits == text.len() => Self::Number(text.to_owned()),
            _ => latin_query(text).map_or_else(|| Self::Name(text.to_owned()), Self::Sound),
        }
    }
}

impl Reader {
    /// Households of the area that match a filter.
    pub async fn household_list(
        &self,
        area: Area,
        filter: &HouseholdFilter,
        sort: HouseholdSort,
        page: Page,
    ) -> Result<Listed<HouseholdRow>, StoreError> {
        let Some(area) = filter.part.map_or(Some(area), |part| area.meet(part)) else {
            return Ok(Listed { rows: Vec::new(), total: 0 });
        };
        let sought = Sought::read(&filter.text);
        let condition = |sql: &mut Sql| {
            sql.push(" FROM household_now n WHERE 0 = 0");
            push_region(sql, "n.region", area);
            push_filter(sql, filter);
            self.push_sought(sql, area, &sought);
        };
        let list = Statements::new(COLUMNS, condition, sort.order(), page);
        let mut listed = list.run(&self.source).await?.read(household_row)?;
        let ids: Vec<_> = listed.rows.iter().map(|row| row.now.household).collect();
        let numbers = self.households(area, &ids).await?;
        for row in &mut listed.rows {
            row.no = numbers.get(&row.now.household).and_then(|stored| stored.record.no.clone());
        }
        Ok(listed)
    }

    fn push_sought(&self, sql: &mut Sql, area: Area, sought: &Sought) {
        let from_person = |sql: &mut Sql| {
            sql.push(" AND n.household_id IN (SELECT t.household_id FROM person t WHERE ");
            push_counties(sql, "t.county", area);
        };
        match sought {
            Sought::Nothing => {}
            Sought::Name(name) => {
                from_person(sql);
                push_within(sql, area);
                sql.push_with(" AND t.name >= ", name.as_str()).push_with(" AND t.name < ", beyond(name));
                // A head whom the sheets name but who is not in the ledger as a person.
                sql.push(" UNION ALL SELECT t.id FROM household t WHERE ");
                push_counties(sql, "t.county", area);
                push_within(sql, area);
                sql.push_with(" AND t.head_name >= ", name.as_str()).push_with(" AND t.head_name < ", beyond(name));
                sql.push(")");
            }
            Sought::Sound(sound) => {
                sql.push(" AND n.household_id IN (SELECT t.household_id FROM person_sound t WHERE ");
                push_counties(sql, "t.county", area);
                sql.push_with(" AND t.sound >= ", sound.as_str()).push_with(" AND t.sound < ", beyond(sound)).push(")");
            }
            Sought::Tail(four) => {
                let (id_tail, phone_tail) = self.keys.tails(four);
                from_person(sql);
                push_within(sql, area);
                sql.push_with(" AND t.id_tail = ", id_tail);
                sql.push(" UNION ALL SELECT t.household_id FROM person t WHERE ");
                push_counties(sql, "t.county", area);
                push_within(sql, area);
                sql.push_with(" AND t.phone_tail = ", phone_tail).push(")");
            }
            Sought::Id(number) => {
                from_person(sql);
                sql.push(" AND t.id IN (SELECT k.person_id FROM person_key k");
                sql.push_with(" WHERE k.id_hash = ", self.keys.id_hash(number)).push("))");
            }
            Sought::Number(number) => {
                sql.push(" AND n.household_id IN (SELECT t.id FROM household t WHERE ");
                push_counties(sql, "t.county", area);
                sql.push_with(" AND t.no = ", number.as_str());
                sql.push(" UNION ALL SELECT t.household_id FROM person t WHERE ");
                push_counties(sql, "t.county", area);
                let phone = Phone::new(number.as_str());
                sql.push_with(" AND t.phone_tail = ", self.keys.phone_tail(&phone));
                sql.push_with(" AND t.phone_hash = ", self.keys.phone_hash(&phone)).push(")");
            }
        }
    }
}

/// County and day, then those of the household.
const COLUMNS: &str = concat!("n.county, n.as_of, ", household_columns!());

fn household_row(row: &Row) -> Result<HouseholdRow, StoreError> {
    let as_of = row.day(1)?.ok_or(StoreError::Damaged("household_now"))?;
    Ok(HouseholdRow { county: row.count(0)?, no: None, as_of, now: household_now(row, 2)? })
}

fn push_within(sql: &mut Sql, area: Area) {
    if partial(area) {
        push_region(sql, "t.region", area);
    }
}

fn push_filter(sql: &mut Sql, filter: &HouseholdFilter) {
    if !filter.labels.is_empty() {
        sql.push_with(" AND (n.labels & ", label_bits(&filter.labels)).push(") <> 0");
    }
    if let Some(zero) = filter.zero_employment {
        sql.push_with(" AND n.zero_employment = ", zero);
    }
    if let Some(target) = filter.target {
        sql.push_with(" AND n.target = ", target);
    }
    if !filter.stages.is_empty() {
        sql.push_list(" AND n.stage IN ", filter.stages.iter().map(|stage| stage.code()));
    }
    if filter.capable_min > 0 {
        sql.push_with(" AND n.capable >= ", filter.capable_min);
    }
    if filter.without_village {
        sql.push(" AND n.region % 1000 = 0");
    }
}
