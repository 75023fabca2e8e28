//! Results of the bridge: proposals, uncovered households, decisions in force.

use super::{Listed, Page, Statements};
use crate::error::StoreError;
use crate::read::Reader;
use crate::records::{partial, push_counties, push_region};
use crate::tx::Tx;
use crate::value::{Row, Sql};
use chrono::NaiveDate;
use domain::bridge::{Proposal, Uncovered, UncoveredReason, Verdict};
use domain::ids::{HouseholdId, PersonId, ProposalId, RunId, VacancyId};
use domain::places::{Area, Region};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Which proposals of a run; what is empty asks for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProposalFilter {
    /// Inside this part of the reader's area.
    pub part: Option<Area>,
    /// Only those that cover a zero-employment household, or only the others.
    pub covers: Option<bool>,
    /// Of this household.
    pub household: Option<HouseholdId>,
    /// For this vacancy.
    pub vacancy: Option<VacancyId>,
    /// Only pairs on which nothing is decided.
    pub undecided: bool,
    /// Only pairs on which this was decided last.
    pub verdict: Option<Verdict>,
}

/// A proposal with the name to show. The vacancy may be another county's, so its title is asked for by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposalRow {
    /// County.
    pub county: u32,
    /// Village of the household.
    pub region: Region,
    /// The proposal.
    pub proposal: Proposal,
    /// Name of the person; empty if taken back since.
    pub person: String,
    /// What was decided on the pair last.
    pub verdict: Option<Verdict>,
}

/// A household without a proposal, with the name to show.
#[derive(Debug, Clone, PartialEq)]
pub struct UncoveredRow {
    /// County.
    pub county: u32,
    /// Village of the household.
    pub region: Region,
    /// The household and the reason.
    pub uncovered: Uncovered,
    /// Name of the head; empty if taken back since.
    pub head: String,
}

/// The decision in force on a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedPair {
    /// The person.
    pub person: PersonId,
    /// The vacancy.
    pub vacancy: VacancyId,
    /// What was decided last.
    pub verdict: Verdict,
    /// On which day.
    pub decided_on: NaiveDate,
    /// In which run it was seen.
    pub run: Option<RunId>,
}

fn json(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Damaged("JSON"))
}

pub(super) fn from_json<T: DeserializeOwned>(text: &str, table: &'static str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::Damaged(table))
}

impl Tx {
    /// Keeps the results of a run, whose record must be there.
    pub async fn put_results(&mut self, proposals: &[Proposal], uncovered: &[Uncovered]) -> Result<(), StoreError> {
        let county = self.county;
        let nowhere = i64::from(county) * 1_000_000;
        let mut rows = Vec::with_capacity(proposals.len());
        for p in proposals {
            rows.push(vec![
                county.into(),
                p.run.0.into(),
                p.id.0.into(),
                p.household.0.into(),
                p.person.0.into(),
                p.vacancy.0.into(),
                nowhere.into(),
                p.score.into(),
                p.covers.into(),
                p.pinned.into(),
                json(&p.reasons)?.into(),
                p.against.as_ref().map(json).transpose()?.into(),
                p.proof.as_ref().map(json).transpose()?.into(),
            ]);
        }
        let head = "INSERT INTO proposal (county, run_id, id, household_id, person_id, vacancy_id, region, score, covers, pinned, reasons, against, proof)";
        self.source.insert(head, rows, "").await?;
        let mut rows = Vec::with_capacity(uncovered.len());
        for u in uncovered {
            let sentences = json(&u.sentences)?.into();
            let run = u.run.0.into();
            rows.push(vec![
                county.into(),
                run,
                u.household.0.into(),
                nowhere.into(),
                u.reason.code().into(),
                sentences,
            ]);
        }
        let head = "INSERT INTO uncovered (county, run_id, household_id, region, reason, sentences)";
        self.source.insert(head, rows, "").await?;
        let runs = proposals.first().map(|p| p.run).into_iter().chain(uncovered.first().map(|u| u.run));
        for run in runs.collect::<std::collections::BTreeSet<_>>() {
            for sql in [PLACE_PROPOSALS, PLACE_UNCOVERED] {
                self.source.run(Sql::new(sql).with(county).with(run.0)).await?;
            }
        }
        Ok(())
    }
}

const PLACE_PROPOSALS: &str = "UPDATE proposal SET region = COALESCE((SELECT h.region FROM household h WHERE h.county = proposal.county \
    AND h.id = proposal.household_id), region) WHERE county = $1 AND run_id = $2";
const PLACE_UNCOVERED: &str = "UPDATE uncovered SET region = COALESCE((SELECT h.region FROM household h WHERE h.county = uncovered.county \
    AND h.id = uncovered.household_id), region) WHERE county = $1 AND run_id = $2";

pub(super) const LAST_VERDICT: &str = "(SELECT d.verdict FROM decision d WHERE d.county = p.county AND d.person_id = p.person_id \
    AND d.vacancy_id = p.vacancy_id ORDER BY d.id DESC LIMIT 1)";
const PROPOSAL: &str = "p.county, p.region, p.id, p.run_id, p.household_id, p.person_id, p.vacancy_id, p.score, p.covers, p.pinned, \
    p.reasons, p.against, (SELECT t.name FROM person t WHERE t.county = p.county AND t.id = p.person_id), \
    (SELECT d.verdict FROM decision d WHERE d.county = p.county AND d.person_id = p.person_id AND d.vacancy_id = p.vacancy_id \
    ORDER BY d.id DESC LIMIT 1), p.proof";

impl Reader {
    /// Proposals of a run in the area, by village and household.
    pub async fn proposals(
        &self,
        area: Area,
        run: RunId,
        filter: &ProposalFilter,
        page: Page,
    ) -> Result<Listed<ProposalRow>, StoreError> {
        let Some(area) = filter.part.map_or(Some(area), |part| area.meet(part)) else {
            return Ok(Listed { rows: Vec::new(), total: 0 });
        };
        let condition = |sql: &mut Sql| {
            sql.push(" FROM proposal p WHERE ");
            push_run(sql, "p.county", "p.region", " AND p.run_id = ", area, run);
            if let Some(covers) = filter.covers {
                sql.push_with(" AND p.covers = ", covers);
            }
            if let Some(household) = filter.household {
                sql.push_with(" AND p.household_id = ", household.0);
            }
            if let Some(vacancy) = filter.vacancy {
                sql.push_with(" AND p.vacancy_id = ", vacancy.0);
            }
            if filter.undecided {
                sql.push(" AND COALESCE(").push(LAST_VERDICT).push(", 'open') = 'open'");
            }
            if let Some(verdict) = filter.verdict {
                sql.push(" AND ").push(LAST_VERDICT).push_with(" = ", verdict.code());
            }
        };
        let list = Statements::new(PROPOSAL, condition, " ORDER BY p.region, p.household_id, p.id", page);
        list.run(&self.source).await?.read(proposal_row)
    }

    /// Uncovered households of a run in the area, by village.
    pub async fn uncovered(
        &self,
        area: Area,
        run: RunId,
        reason: Option<UncoveredReason>,
        page: Page,
    ) -> Result<Listed<UncoveredRow>, StoreError> {
        let columns = "u.county, u.region, u.run_id, u.household_id, u.reason, u.sentences, (SELECT n.head FROM household_now n \
                       WHERE n.county = u.county AND n.household_id = u.household_id)";
        let condition = |sql: &mut Sql| {
            sql.push(" FROM uncovered u WHERE ");
            push_run(sql, "u.county", "u.region", " AND u.run_id = ", area, run);
            if let Some(reason) = reason {
                sql.push_with(" AND u.reason = ", reason.code());
            }
        };
        let list = Statements::new(columns, condition, " ORDER BY u.region, u.household_id", page);
        list.run(&self.source).await?.read(uncovered_row)
    }

    /// What a run says of one household of the area it does not cover.
    pub async fn uncovered_household(
        &self,
        area: Area,
        run: RunId,
        household: HouseholdId,
    ) -> Result<Option<UncoveredRow>, StoreError> {
        let mut sql = Sql::new(
            "SELECT u.county, u.region, u.run_id, u.household_id, u.reason, u.sentences, NULL FROM uncovered u WHERE ",
        );
        push_run(&mut sql, "u.county", "u.region", " AND u.run_id = ", area, run);
        sql.push_with(" AND u.household_id = ", household.0);
        self.source.first(sql).await?.map(|row| uncovered_row(&row)).transpose()
    }

    /// The decisions in force on pairs whose person lies in the area and whose vacancy is there: of each pair the newest, unless it
    /// was taken back.
    pub async fn decided_pairs(&self, area: Area) -> Result<Vec<DecidedPair>, StoreError> {
        let mut sql =
            Sql::new("SELECT d.person_id, d.vacancy_id, d.verdict, d.decided_on, d.run_id FROM decision d WHERE ");
        push_counties(&mut sql, "d.county", area);
        sql.push(" AND d.verdict <> 'open' AND NOT EXISTS (SELECT 1 FROM decision e WHERE e.county = d.county ");
        sql.push("AND e.person_id = d.person_id AND e.vacancy_id = d.vacancy_id AND e.id > d.id)");
        // Who is forgotten keeps no seat, and a vacancy that was taken back keeps nobody. It may be another county's.
        sql.push(" AND (EXISTS (SELECT 1 FROM vacancy v WHERE v.county = d.county AND v.id = d.vacancy_id)");
        sql.push(" OR EXISTS (SELECT 1 FROM vacancy v WHERE v.county IN (SELECT j.county FROM journal_head j)");
        sql.push(" AND v.id = d.vacancy_id))");
        sql.push(" AND EXISTS (SELECT 1 FROM person p WHERE p.county = d.county AND p.id = d.person_id");
        if partial(area) {
            push_region(&mut sql, "p.region", area);
        }
        sql.push(") ORDER BY d.person_id, d.vacancy_id");
        let rows = self.source.all(sql).await?;
        let read = |row: &Row| {
            Ok(DecidedPair {
                person: PersonId(row.get(0)?),
                vacancy: VacancyId(row.get(1)?),
                verdict: verdict(&row.get::<String>(2)?)?,
                decided_on: row.day(3)?.ok_or(StoreError::Damaged("decision"))?,
                run: row.maybe(4)?.map(RunId),
            })
        };
        rows.iter().map(read).collect()
    }
}

pub(super) fn push_run(
    sql: &mut Sql,
    county: &'static str,
    region: &'static str,
    run_column: &'static str,
    area: Area,
    run: RunId,
) {
    push_counties(sql, county, area);
    sql.push_with(run_column, run.0);
    if partial(area) {
        push_region(sql, region, area);
    }
}

fn verdict(code: &str) -> Result<Verdict, StoreError> {
    Verdict::from_code(code).ok_or(StoreError::Damaged("verdict"))
}

fn proposal_row(row: &Row) -> Result<ProposalRow, StoreError> {
    let (against, proof): (Option<String>, Option<String>) = (row.maybe(11)?, row.maybe(14)?);
    Ok(ProposalRow {
        county: row.count(0)?,
        region: row.region(1)?,
        proposal: Proposal {
            id: ProposalId(row.get(2)?),
            run: RunId(row.get(3)?),
            household: HouseholdId(row.get(4)?),
            person: PersonId(row.get(5)?),
            vacancy: VacancyId(row.get(6)?),
            score: row.count(7)?,
            covers: row.yes(8)?,
            pinned: row.yes(9)?,
            reasons: from_json(&row.get::<String>(10)?, "proposal")?,
            against: against.map(|text| from_json(&text, "proposal")).transpose()?,
            proof: proof.map(|text| from_json(&text, "proposal")).transpose()?,
        },
        person: row.maybe(12)?.unwrap_or_default(),
        verdict: row.maybe::<String>(13)?.map(|code| verdict(&code)).transpose()?,
    })
}

fn uncovered_row(row: &Row) -> Result<UncoveredRow, StoreError> {
    Ok(UncoveredRow {
        county: row.count(0)?,
        region: row.region(1)?,
        uncovered: Uncovered {
            run: RunId(row.get(2)?),
            household: HouseholdId(row.get(3)?),
            reason: from_json(&format!("\"{}\"", row.get::<String>(4)?), "uncovered")?,
            sentences: from_json(&row.get::<String>(5)?, "uncovered")?,
        },
        head: row.maybe(6)?.unwrap_or_default(),
    })
}
