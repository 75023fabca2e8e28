//! The list of vacancies.

use super::{Listed, Page, Statements, beyond};
use crate::error::StoreError;
use crate::read::Reader;
use crate::records::{Stored, Table, WHOLE, opened, push_counties, push_reach, select};
use crate::value::Sql;
use chrono::NaiveDate;
use domain::ids::EmployerId;
use domain::places::Area;
use domain::vacancies::{PlacementChannel, State, Vacancy};

/// Which vacancies; what is empty asks for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VacancyFilter {
    /// In one of these states.
    pub states: Vec<State>,
    /// Open on this day: screened and not past its validity.
    pub open_on: Option<NaiveDate>,
    /// Through this channel.
    pub channel: Option<PlacementChannel>,
    /// Of this employer.
    pub employer: Option<EmployerId>,
    /// With a place of work in this area.
    pub place: Option<Area>,
    /// With at least this pay a month, in fen, at the upper end.
    pub pay_min: Option<i64>,
    /// With this text in the title or at the beginning of the employer's name, or with this number.
    pub text: String,
}

impl Reader {
    /// Vacancies of the counties of the area that match a filter, the latest posted first.
    pub async fn vacancy_list(
        &self,
        area: Area,
        filter: &VacancyFilter,
        page: Page,
    ) -> Result<Listed<Stored<Vacancy>>, StoreError> {
        let condition = |sql: &mut Sql| {
            sql.push(Vacancy::FROM);
            push_reach::<Vacancy>(sql, area);
            push_filter(sql, filter);
        };
        let order = " ORDER BY t.posted_on DESC, t.id DESC";
        let list = Statements::new(WHOLE, condition, order, page);
        list.run(&self.source).await?.read(|row| opened(row, &self.keys))
    }

    /// All vacancies of the counties of the area that can be recommended on a day, by id.
    pub async fn vacancies_open_on(&self, area: Area, day: NaiveDate) -> Result<Vec<Stored<Vacancy>>, StoreError> {
        let mut sql = select::<Vacancy>(area);
        push_filter(&mut sql, &VacancyFilter { open_on: Some(day), ..VacancyFilter::default() });
        sql.push(" ORDER BY t.county, t.id");
        self.source.all(sql).await?.iter().map(|row| opened(row, &self.keys)).collect()
    }

    /// How many vacancies and seats of the counties of the area can be recommended on a day.
    pub async fn open_seats(&self, area: Area, day: NaiveDate) -> Result<(u32, u32), StoreError> {
        let mut sql = Sql::new("SELECT COUNT(*), CAST(COALESCE(SUM(t.seats), 0) AS BIGINT) FROM vacancy t WHERE ");
        push_counties(&mut sql, "t.county", area);
        push_filter(&mut sql, &VacancyFilter { open_on: Some(day), ..VacancyFilter::default() });
        self.source.first(sql).await?.map_or(Ok((0, 0)), |row| Ok((row.count(0)?, row.count(1)?)))
    }
}

fn push_filter(sql: &mut Sql, filter: &VacancyFilter) {
    if !filter.states.is_empty() {
        sql.push_list(" AND t.state IN ", filter.states.iter().map(|state| state.code()));
    }
    if let Some(day) = filter.open_on {
        sql.push(" AND t.state = 'open'").push_with(" AND (t.valid_until IS NULL OR t.valid_until >= ", day).push(")");
    }
    if let Some(channel) = filter.channel {
        sql.push_with(" AND t.channel = ", crate::records::word(&channel));
    }
    if let Some(employer) = filter.employer {
        sql.push_with(" AND t.employer_id = ", employer.0);
    }
    if let Some(place) = filter.place {
        crate::records::push_region(sql, "t.place_region", place);
    }
    if let Some(pay) = filter.pay_min {
        sql.push_with(" AND t.pay_max >= ", pay);
    }
    let text = filter.text.trim();
    if !text.is_empty() {
        let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        sql.push_with(" AND (t.title LIKE ", format!("%{escaped}%")).push(" ESCAPE '\\'");
        sql.push_with(" OR t.no = ", text);
        sql.push_with(" OR (t.employer_name >= ", text).push_with(" AND t.employer_name < ", beyond(text)).push("))");
    }
}
