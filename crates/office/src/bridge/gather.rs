//! What a run sees of the ledger: jobseekers, open vacancies, decisions, fellow villagers at work.

use crate::Office;
use crate::error::OfficeError;
use crate::family::Family;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::bridge::Decision;
use domain::ids::{PersonId, VacancyId};
use domain::ledger::zero_employment::{Member, capable, employed, zero_employment};
use domain::ledger::{Household, Person, Spell};
use domain::profile::{self, Profile};
use domain::vacancies::Vacancy;
use matching::{Applicant, Context, Decisions, Jobseekers, Line, Links, Market, Settings, Vacancies};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::DecidedPair;
use uuid::Uuid;

/// Priority class of zero-employment households.
const ZERO_EMPLOYMENT: u8 = 1;

/// What a run sees.
pub(super) struct Gathered {
    /// Households and zero-employment households by county.
    pub(super) households: BTreeMap<u32, (u32, u32)>,
    pub(super) seekers: Vec<Seeking>,
    pub(super) vacancies: Vec<Vacancy>,
    pub(super) decisions: Vec<Decision>,
    links: Links,
}

/// A household with the members who take part.
pub(super) struct Seeking {
    pub(super) household: Household,
    class: u8,
    pub(super) members: Vec<(Person, Vec<Spell>)>,
}

/// What would be different about what was gathered.
#[derive(Debug, Clone, Default)]
pub(super) struct Edits {
    /// Persons as they would be.
    pub(super) persons: HashMap<PersonId, Person>,
    /// Vacancies as they would be, new ones among them.
    pub(super) vacancies: BTreeMap<VacancyId, Vacancy>,
    /// All decisions as they would be.
    pub(super) decisions: Vec<Decision>,
    /// Lines there would be.
    pub(super) lines: Vec<Line>,
}

impl Office {
    /// Reads what a run needs. Of a zero-employment household every capable member takes part, of the others those without wage work;
    /// whoever keeps a seat takes part in any case.
    pub(super) async fn gather(
        &self,
        scope: &Scope,
        day: NaiveDate,
        profile: &Profile,
    ) -> Result<Gathered, OfficeError> {
        let reader = self.store().read();
        let pairs = reader.decided_pairs(scope.area()).await?;
        let kept = pairs.iter().filter(|pair| pair.verdict.keeps_seat());
        let kept: HashSet<PersonId> = kept.map(|pair| pair.person).collect();
        let mut gathered = Gathered {
            // A part for the scope's own journal even where it keeps no household: there the run of a city is found again.
            households: BTreeMap::from([(scope.county(), (0, 0))]),
            seekers: Vec::new(),
            vacancies: self.vacancies_to_fill(scope, &pairs).await?,
            decisions: decisions(&pairs),
            links: Links::new(),
        };
        self.each_chunk(scope.area(), |families| {
            families.into_iter().for_each(|family| gathered.add(family, &kept, day, profile));
            Ok(())
        })
        .await?;
        Ok(gathered)
    }
}

impl Gathered {
    fn add(&mut self, family: Family, kept: &HashSet<PersonId>, day: NaiveDate, profile: &Profile) {
        let definition = &profile.zero_employment;
        for (_, spells) in &family.members {
            spells
                .iter()
                .filter(|spell| spell.covers(day))
                .for_each(|spell| self.links.add(family.household.region, spell));
        }
        let members: Vec<Member<'_>> =
            family.members.iter().map(|(person, spells)| Member { person, spells }).collect();
        let zero = zero_employment(&family.household, &members, day, profile).zero_employment();
        let (households, without_work) = self.households.entry(family.household.region.county()).or_default();
        *households += 1;
        *without_work += u32::from(zero);
        let takes_part = |person: &Person, spells: &[Spell]| {
            kept.contains(&person.id) || capable(person, day, definition) && !employed(spells, day, definition)
        };
        let members: Vec<_> =
            family.members.into_iter().filter(|(person, spells)| takes_part(person, spells)).collect();
        if !members.is_empty() {
            let class = if zero { ZERO_EMPLOYMENT } else { 0 };
            self.seekers.push(Seeking { household: family.household, class, members });
        }
    }

    /// Where each person stands: number of the household and of the member.
    pub(super) fn people(&self) -> HashMap<PersonId, (usize, usize)> {
        let members = |(household, seeking): (usize, &Seeking)| {
            let members = seeking.members.iter().enumerate();
            members.map(|(member, (person, _))| (person.id, (household, member))).collect::<Vec<_>>()
        };
        self.seekers.iter().enumerate().flat_map(members).collect()
    }

    /// The market of the day.
    pub(super) fn market(&self, day: NaiveDate) -> Market {
        let edits = Edits { decisions: self.decisions.clone(), ..Edits::default() };
        self.market_with(&self.vacancies, &edits, day)
    }

    /// The market as it would be with these vacancies and edits.
    pub(super) fn market_with(&self, vacancies: &[Vacancy], edits: &Edits, day: NaiveDate) -> Market {
        let applicants = self.seekers.iter().flat_map(|seeking| {
            seeking.members.iter().map(|(person, spells)| Applicant {
                person: edits.persons.get(&person.id).unwrap_or(person),
                household: &seeking.household,
                class: seeking.class,
                spells,
            })
        });
        let kept = vacancies.iter().filter(|vacancy| !edits.vacancies.contains_key(&vacancy.id));
        let vacancies = kept.chain(edits.vacancies.values());
        let context = Context {
            settings: Settings { welfare_ages: profile::on(day).extra_posts.welfare_ages, ..Settings::default() },
            decisions: Decisions::new(&edits.decisions),
            links: self.links.clone(),
            lines: edits.lines.clone(),
        };
        Market::new(Jobseekers::new(applicants, day), Vacancies::new(vacancies, day), context)
    }
}

/// Decisions as the market takes them.
pub(super) fn decisions(pairs: &[DecidedPair]) -> Vec<Decision> {
    let decision =
        |pair: &DecidedPair| Decision::new(Uuid::nil(), pair.person, pair.vacancy, pair.verdict, pair.decided_on);
    pairs.iter().map(decision).collect()
}
