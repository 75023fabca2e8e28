//! Jobseekers as columns.

use super::{Interner, Licences, employer_keys};
use crate::geo::{Band, point_of};
use crate::hash;
use crate::text::{Phrase, pieces};
use chrono::NaiveDate;
use domain::codes::{Board, Education, Labour, NoWorkReason};
use domain::ids::{HouseholdId, PersonId};
use domain::ledger::{Household, Person, Spell, Wish};
use domain::places::{Edition, Point, Region};

/// Somebody who looks for work, as the ledger knows them.
#[derive(Debug, Clone, Copy)]
pub struct Applicant<'a> {
    /// The person.
    pub person: &'a Person,
    /// Their household.
    pub household: &'a Household,
    /// Priority class of the household: 0 none, 1 the highest. Priority households are those the goal wants covered.
    pub class: u8,
    /// All spells of the person, in any order.
    pub spells: &'a [Spell],
}

/// What ties a person to home and how far they would go. Shared by many, so ways are reckoned once a tether.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tether {
    /// Home, as deep as known.
    pub home: Region,
    /// Its point.
    pub point: Option<Point>,
    /// Cares for somebody at home.
    pub care_duty: bool,
    /// Farthest daily way to work in kilometres, by their own word.
    pub max_km: Option<u32>,
    /// Farthest band they would work in, by their own word.
    pub farthest: Option<Band>,
    /// Wished place.
    pub wish_place: Option<Region>,
    /// Wished board and lodging.
    pub board: Option<Board>,
}

/// Where a job word of a person comes from; the strength says how much it counts, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AskSource {
    /// Wished.
    Wish,
    /// A skill.
    Skill,
    /// A certificate.
    Certificate,
    /// Done before.
    Former,
    /// Wished as training.
    Training,
}

impl AskSource {
    /// Percent of the affinity that counts.
    pub const fn strength(self) -> u32 {
        match self {
            Self::Wish => 100,
            Self::Skill => 90,
            Self::Certificate => 85,
            Self::Former => 80,
            Self::Training => 70,
        }
    }
}

/// A job word of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ask {
    /// Number of the phrase.
    pub term: u32,
    /// Where it comes from.
    pub source: AskSource,
}

/// Jobseekers, one entry a column, household by household; households and their members in the order of their ids.
#[derive(Debug, Clone)]
pub struct Jobseekers {
    pub(crate) person: Vec<PersonId>,
    pub(crate) household: Vec<u32>,
    pub(crate) tether: Vec<u32>,
    pub(crate) lot: Vec<u64>,
    age: Vec<Option<u8>>,
    labour: Vec<Option<Labour>>,
    education: Vec<Option<Education>>,
    away: Vec<bool>,
    willing: Vec<Option<bool>>,
    held: Vec<Licences>,
    claimed: Vec<Licences>,
    pay_wish: Vec<Option<u32>>,
    asks: Lists<Ask>,
    former: Lists<u64>,
    pub(crate) tethers: Vec<Tether>,
    pub(crate) terms: Vec<Phrase>,
    households: Vec<HouseholdId>,
    class: Vec<u8>,
    first: Vec<u32>,
}

/// A list an entry, packed.
#[derive(Debug, Clone)]
struct Lists<T> {
    start: Vec<u32>,
    items: Vec<T>,
}

impl<T> Lists<T> {
    const fn new() -> Self {
        Self { start: Vec::new(), items: Vec::new() }
    }

    fn push(&mut self, items: impl IntoIterator<Item = T>) {
        self.start.push(self.items.len() as u32);
        self.items.extend(items);
    }

    fn at(&self, index: usize) -> &[T] {
        let end = self.start.get(index + 1).map_or(self.items.len(), |&end| end as usize);
        &self.items[self.start[index] as usize..end]
    }
}

/// One jobseeker: everything a rule may ask.
#[derive(Debug, Clone, Copy)]
pub struct Jobseeker<'a> {
    /// Number in the columns.
    pub index: usize,
    /// The person.
    pub person: PersonId,
    /// Number of the household.
    pub household: usize,
    /// Priority class of the household, 0 none.
    pub class: u8,
    /// Full years on the day; `None`: no birth date known.
    pub age: Option<u8>,
    /// Labour capacity.
    pub labour: Option<Labour>,
    /// Education.
    pub education: Option<Education>,
    /// Not there to work: dead, moved away, serving, in the army, at school.
    pub away: bool,
    /// Wants to work, by their own word.
    pub willing: Option<bool>,
    /// Home and how far.
    pub tether: &'a Tether,
    /// Licences proved by a certificate on record.
    pub held: Licences,
    /// Licences a skill or former job makes likely.
    pub claimed: Licences,
    /// Least wished pay, yuan a month.
    pub pay_wish: Option<u32>,
    /// Job words, strongest first.
    pub asks: &'a [Ask],
    /// The phrases the job words point to.
    pub terms: &'a [Phrase],
    /// Keys of former employers, sorted.
    pub former: &'a [u64],
}

impl Jobseekers {
    /// Columns of these applicants on a day. Their order does not matter.
    pub fn new<'a>(applicants: impl IntoIterator<Item = Applicant<'a>>, day: NaiveDate) -> Self {
        let mut applicants: Vec<_> = applicants.into_iter().collect();
        applicants.sort_by_key(|applicant| (applicant.household.id, applicant.person.id));
        let mut made = Self::empty();
        let (mut terms, mut tethers) = (Interner::new(), Interner::new());
        for applicant in &applicants {
            made.household(applicant);
            made.push(applicant, day, &mut terms, &mut tethers);
        }
        made.first.push(made.person.len() as u32);
        made.terms = terms.values;
        made
    }

    fn empty() -> Self {
        Self {
            person: vec![],
            household: vec![],
            tether: vec![],
            lot: vec![],
            age: vec![],
            labour: vec![],
            education: vec![],
            away: vec![],
            willing: vec![],
            held: vec![],
            claimed: vec![],
            pay_wish: vec![],
            asks: Lists::new(),
            former: Lists::new(),
            tethers: vec![],
            terms: vec![],
            households: vec![],
            class: vec![],
            first: vec![],
        }
    }

    fn household(&mut self, applicant: &Applicant<'_>) {
        if self.households.last() != Some(&applicant.household.id) {
            self.households.push(applicant.household.id);
            self.class.push(applicant.class);
            self.first.push(self.person.len() as u32);
        }
        self.household.push(self.households.len() as u32 - 1);
    }

    fn push(
        &mut self,
        applicant: &Applicant<'_>,
        day: NaiveDate,
        terms: &mut Interner<Phrase>,
        tethers: &mut Interner<TetherKey>,
    ) {
        let person = applicant.person;
        let wish = person.wish.clone().unwrap_or_default();
        self.person.push(person.id);
        self.lot.push(hash::of_uuid(person.id.0.as_u128()));
        self.age.push(person.age(day).map(|age| age.clamp(0, 255) as u8));
        self.labour.push(person.labour);
        self.education.push(person.education);
        self.away.push(person.standing.is_some() || person.student.is_some());
        let unwilling = wish.no_work_reason == Some(NoWorkReason::Unwilling);
        self.willing.push(wish.willing.or(unwilling.then_some(false)));
        let proved = person.certificates.iter().map(|text| Licences::proved(text));
        self.held.push(proved.fold(Licences::default(), Licences::and));
        let jobs = applicant.spells.iter().flat_map(|spell| &spell.jobs);
        let claimed = person.skills.iter().chain(jobs).map(|text| Licences::claimed(text));
        self.claimed.push(claimed.fold(Licences::default(), Licences::and));
        self.pay_wish.push(
            wish.pay_min.or(wish.pay_max).and_then(|pay| u32::try_from(pay.whole_yuan()).ok()).filter(|&yuan| yuan > 0),
        );
        let asks = asks(person, &wish, applicant.spells, &mut |text| {
            Phrase::new(text, None).map(|phrase| terms.number(phrase))
        });
        self.asks.push(asks);
        let mut former: Vec<u64> = applicant
            .spells
            .iter()
            .flat_map(|spell| employer_keys(spell.employer_id, spell.employer.as_deref()))
            .flatten()
            .collect();
        former.sort_unstable();
        former.dedup();
        self.former.push(former);
        let tether = tether(applicant, &wish, day);
        let number = tethers.number(tether_key(&tether));
        if number as usize == self.tethers.len() {
            self.tethers.push(tether);
        }
        self.tether.push(number);
    }

    /// Number of jobseekers.
    pub fn len(&self) -> usize {
        self.person.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.person.is_empty()
    }

    /// Number of households with jobseekers.
    pub fn households(&self) -> usize {
        self.households.len()
    }

    /// Identifier of a household.
    pub fn household_id(&self, household: usize) -> HouseholdId {
        self.households[household]
    }

    /// Priority class of a household, 0 none.
    pub fn class(&self, household: usize) -> u8 {
        self.class[household]
    }

    /// Jobseekers of a household.
    pub fn members(&self, household: usize) -> std::ops::Range<usize> {
        self.first[household] as usize..self.first[household + 1] as usize
    }

    /// Identifier of the person at an index.
    pub fn person(&self, index: usize) -> PersonId {
        self.person[index]
    }

    /// Number of a person, if among the jobseekers.
    pub fn find(&self, person: PersonId) -> Option<usize> {
        self.person.iter().position(|&id| id == person)
    }

    /// One jobseeker.
    pub fn at(&self, index: usize) -> Jobseeker<'_> {
        let household = self.household[index] as usize;
        Jobseeker {
            index,
            person: self.person[index],
            household,
            class: self.class[household],
            age: self.age[index],
            labour: self.labour[index],
            education: self.education[index],
            away: self.away[index],
            willing: self.willing[index],
            tether: &self.tethers[self.tether[index] as usize],
            held: self.held[index],
            claimed: self.claimed[index],
            pay_wish: self.pay_wish[index],
            asks: self.asks.at(index),
            terms: &self.terms,
            former: self.former.at(index),
        }
    }
}

/// The job words of a person, each phrase once with its strongest source.
fn asks(person: &Person, wish: &Wish, spells: &[Spell], number: &mut dyn FnMut(&str) -> Option<u32>) -> Vec<Ask> {
    let former: Vec<String> = spells.iter().flat_map(|spell| spell.jobs.iter().cloned()).collect();
    let sources = [
        (AskSource::Wish, &wish.jobs),
        (AskSource::Skill, &person.skills),
        (AskSource::Certificate, &person.certificates),
        (AskSource::Former, &former),
        (AskSource::Training, &wish.training_trades),
    ];
    let mut asks: Vec<Ask> = Vec::new();
    for (source, cells) in sources {
        for term in cells.iter().flat_map(|cell| pieces(cell)).filter_map(&mut *number) {
            if !asks.iter().any(|ask| ask.term == term) {
                asks.push(Ask { term, source });
            }
        }
    }
    asks
}

fn tether(applicant: &Applicant<'_>, wish: &Wish, day: NaiveDate) -> Tether {
    let home = applicant.household.region;
    let constraints = applicant.person.constraints.clone().unwrap_or_default();
    let wish_place = wish.place_code.and_then(Region::from_six);
    Tether {
        home,
        point: point_of(home, Edition::at(day)),
        care_duty: constraints.care_duty || wish.no_work_reason == Some(NoWorkReason::Care),
        max_km: constraints.max_km,
        farthest: wish
            .region_class
            .map(Band::of_class)
            .max(wish_place.filter(|_| wish.region_class.is_some()).and_then(|place| Band::between(home, place))),
        wish_place,
        board: wish.board,
    }
}

type TetherKey = (Region, Option<(u64, u64)>, bool, Option<u32>, Option<Band>, Option<Region>, Option<Board>);

fn tether_key(tether: &Tether) -> TetherKey {
    let point = tether.point.map(|point| (point.lon.to_bits(), point.lat.to_bits()));
    (tether.home, point, tether.care_duty, tether.max_km, tether.farthest, tether.wish_place, tether.board)
}
