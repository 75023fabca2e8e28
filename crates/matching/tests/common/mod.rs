//! Small made-up worlds for the tests: people and vacancies with every kind of gap.
#![allow(dead_code, reason = "each test file uses its own part")]

use chrono::NaiveDate;
use domain::bridge::{Decision, Verdict};
use domain::codes::{Board, Education, Labour, Marriage, PayUnit, RegionClass, Sex, WorkForm};
use domain::dates::PartialDate;
use domain::ids::{EmployerId, HouseholdId, PersonId, SpellId, VacancyId};
use domain::ledger::{Constraints, Household, Person, Spell, Standing, Wish};
use domain::money::Fen;
use domain::places::Region;
use domain::vacancies::{PlacementChannel, Quarantine, State, Vacancy, Weight};
use matching::{Applicant, Context, Decisions, Jobseekers, Links, Market, Vacancies};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The day of all tests.
pub(crate) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 7, 1).expect("a sound test")
}

pub(crate) fn region(code: &str) -> Region {
    code.parse().expect("a sound test")
}

/// Villages of one county, then villages of its neighbours.
pub(crate) const HOMES: [&str; 5] = ["140222100201", "140222101203", "140222200201", "140221100201", "140222"];
/// Places of work from the next village to another province, a whole city among them.
pub(crate) const PLACES: [&str; 9] =
    ["140222100201", "140222101203", "140222", "140221", "140200", "140213", "140105", "110105", "440300"];
pub(crate) const JOBS: [&str; 10] =
    ["缝纫工", "保姆", "电焊工", "服务员", "普工", "货车司机", "保洁", "护工", "采煤工", "裁剪"];

/// A small generator of numbers (xorshift); good enough for tests and the same everywhere.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) as usize) % sides
    }

    pub(crate) fn one_in(&mut self, n: usize) -> bool {
        self.roll(n) == 0
    }

    pub(crate) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }

    /// One of the values, or nothing about as often as each of them.
    pub(crate) fn perhaps<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        let at = self.roll(of.len() + 1);
        of.get(at).copied()
    }

    pub(crate) fn id(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.roll(1 << 30) as u64, self.roll(1 << 30) as u64)
    }
}

/// Records of a world.
#[derive(Clone, Default)]
pub(crate) struct World {
    pub(crate) households: Vec<(Household, u8)>,
    pub(crate) people: Vec<(Person, Vec<Spell>)>,
    pub(crate) vacancies: Vec<Vacancy>,
    pub(crate) decisions: Vec<Decision>,
}

impl World {
    pub(crate) fn random(seed: u64, households: usize, vacancies: usize) -> Self {
        let mut dice = Dice::new(seed);
        let employers: Vec<EmployerId> = (0..4).map(|_| EmployerId(dice.id())).collect();
        let mut world = Self::default();
        for _ in 0..households {
            let home = HouseholdId(dice.id());
            let class = dice.pick(&[0, 0, 1, 2]);
            world.households.push((Household::new(home, region(dice.pick(&HOMES))), class));
            for _ in 0..=dice.roll(3) {
                let person = person(&mut dice, home);
                let spells = (0..dice.roll(3)).map(|_| spell(&mut dice, person.id, &employers)).collect();
                world.people.push((person, spells));
            }
        }
        world.vacancies = (0..vacancies).map(|_| vacancy(&mut dice, &employers)).collect();
        for _ in 0..dice.roll(6) {
            let person = world.people[dice.roll(world.people.len())].0.id;
            let Some(vacancy) = world.vacancies.get(dice.roll(vacancies.max(1))) else { break };
            let verdict =
                dice.pick(&[Verdict::Refused, Verdict::Refused, Verdict::Pinned, Verdict::Accepted, Verdict::Open]);
            world.decisions.push(Decision::new(dice.id(), person, vacancy.id, verdict, day()));
        }
        world
    }

    pub(crate) fn market(&self) -> Market {
        let by_id: BTreeMap<_, _> = self.households.iter().map(|entry| (entry.0.id, entry)).collect();
        let household = |id| *by_id.get(&id).expect("a sound test");
        let applicants = self.people.iter().map(|(person, spells)| {
            let (household, class) = household(person.household);
            Applicant { person, household, class: *class, spells }
        });
        let mut links = Links::new();
        for (person, spells) in &self.people {
            for spell in spells.iter().filter(|spell| spell.covers(day())) {
                links.add(household(person.household).0.region, spell);
            }
        }
        let context = Context { links, decisions: Decisions::new(&self.decisions), ..Context::default() };
        Market::new(Jobseekers::new(applicants, day()), Vacancies::new(&self.vacancies, day()), context)
    }
}

fn person(dice: &mut Dice, household: HouseholdId) -> Person {
    let mut person = Person::new(PersonId(dice.id()), household, "某".into());
    person.birth = dice.perhaps(&[2010, 2004, 2003, 2001, 1990, 1985, 1970, 1955, 1948]).and_then(PartialDate::year);
    person.sex = dice.perhaps(&[Sex::Male, Sex::Female]);
    person.marriage = dice.perhaps(&[Marriage::Married, Marriage::Unmarried]);
    person.labour = dice.perhaps(&[Labour::Ordinary, Labour::Ordinary, Labour::Skilled, Labour::Weak, Labour::Lost]);
    person.education =
        dice.perhaps(&[Education::Primary, Education::Junior, Education::Vocational, Education::College]);
    person.standing = dice.one_in(20).then_some(Standing::MovedAway);
    person.skills = dice.perhaps(&JOBS).map(str::to_owned).into_iter().collect();
    person.certificates = dice.one_in(6).then(|| "C1驾驶证、电工证".to_owned()).into_iter().collect();
    person.constraints =
        dice.one_in(3).then(|| Constraints { care_duty: dice.one_in(2), max_km: dice.perhaps(&[3, 10, 40]) });
    person.wish = dice.one_in(4).then_some(()).is_none().then(|| Wish {
        willing: dice.perhaps(&[true, true, true, false]),
        jobs: dice.perhaps(&JOBS).map(str::to_owned).into_iter().collect(),
        place_code: dice.perhaps(&[140222, 140200, 110105]),
        region_class: dice.perhaps(&[
            RegionClass::Township,
            RegionClass::County,
            RegionClass::Province,
            RegionClass::OtherProvince,
        ]),
        pay_min: dice.perhaps(&[Fen::yuan(2000), Fen::yuan(3500)]),
        board: dice.perhaps(&[Board::Both, Board::Lodging, Board::None]),
        ..Wish::default()
    });
    person
}

fn spell(dice: &mut Dice, person: PersonId, employers: &[EmployerId]) -> Spell {
    let mut spell = Spell::new(SpellId(dice.id()), person);
    spell.form = Some(WorkForm::Employer);
    spell.jobs = dice.perhaps(&JOBS).map(str::to_owned).into_iter().collect();
    spell.employer_id = dice.perhaps(employers);
    spell.employer = dice.perhaps(&["大同某厂", "某某 家政（北京）公司"]).map(str::to_owned);
    spell.place_code = dice.perhaps(&[140222, 110105]);
    spell.start = PartialDate::month(2019, 3);
    spell.end = if dice.one_in(2) { PartialDate::month(2019, 12) } else { None };
    spell
}

fn vacancy(dice: &mut Dice, employers: &[EmployerId]) -> Vacancy {
    let state = dice.pick(&[State::Open, State::Open, State::Open, State::Open, State::Intake]);
    let mut vacancy = Vacancy::new(VacancyId(dice.id()), region("140222"), dice.pick(&JOBS).into(), state);
    vacancy.headcount = dice.perhaps(&[0, 1, 2, 5]);
    vacancy.employer = dice.perhaps(employers);
    vacancy.employer_name = dice.perhaps(&["大同某厂", "某某家政北京公司"]).map(str::to_owned);
    vacancy.place_region = dice.perhaps(&PLACES).map(region);
    vacancy.pay_min = dice.perhaps(&[Fen::yuan(2200), Fen::yuan(3000), Fen::yuan(5000)]);
    vacancy.pay_max = vacancy.pay_min.filter(|_| dice.one_in(2)).map(|pay| Fen(pay.0 * 3 / 2));
    vacancy.pay_unit = dice.perhaps(&[PayUnit::Month, PayUnit::Month, PayUnit::Month, PayUnit::Piece]);
    vacancy.hours = dice.perhaps(&["8小时", "两班倒", "时间自由", "12小时"]).map(str::to_owned);
    vacancy.board = dice.perhaps(&[Board::Both, Board::Meals, Board::None]);
    vacancy.education = dice.perhaps(&[Education::Junior, Education::College]).filter(|_| dice.one_in(2));
    vacancy.skills = dice.perhaps(&["会锁边、裁剪", "有驾照"]).map(str::to_owned);
    vacancy.weight = dice.perhaps(&[Weight::Light, Weight::Medium, Weight::Heavy]);
    vacancy.weak_ok = dice.one_in(5);
    vacancy.channel = dice.perhaps(&[PlacementChannel::Local, PlacementChannel::PublicWelfare]);
    vacancy.valid_until =
        dice.perhaps(&["2020-06-30".parse().expect("a sound test"), "2020-12-31".parse().expect("a day")]);
    vacancy.quarantine =
        dice.one_in(3).then_some(Quarantine { age_min: Some(18), age_max: Some(40), sex: Some(Sex::Male) });
    vacancy
}

/// One person and one vacancy that fit each other, to be spoilt by a test.
#[derive(Clone)]
pub(crate) struct Couple {
    pub(crate) person: Person,
    pub(crate) spells: Vec<Spell>,
    pub(crate) household: Household,
    pub(crate) class: u8,
    pub(crate) vacancy: Vacancy,
    pub(crate) context: Context,
}

impl Couple {
    /// A capable adult of a village and a sewing job in the next one.
    pub(crate) fn fitting() -> Self {
        let mut dice = Dice::new(7);
        let household = Household::new(HouseholdId(dice.id()), region(HOMES[0]));
        let mut person = Person::new(PersonId(dice.id()), household.id, "某".into());
        person.birth = PartialDate::day(1985, 5, 1);
        person.labour = Some(Labour::Ordinary);
        person.education = Some(Education::Junior);
        person.wish = Some(Wish { jobs: vec!["缝纫工".into()], ..Wish::default() });
        person.constraints = Some(Constraints::default());
        let mut vacancy = Vacancy::new(VacancyId(dice.id()), region("140222"), "缝纫工".into(), State::Open);
        vacancy.place_region = Some(region(PLACES[1]));
        vacancy.headcount = Some(3);
        Self { person, spells: vec![], household, class: 0, vacancy, context: Context::default() }
    }

    pub(crate) fn wish(&mut self) -> &mut Wish {
        self.person.wish.as_mut().expect("a sound test")
    }

    pub(crate) fn market(&self) -> Market {
        let Self { person, spells, household, class, vacancy, context } = self;
        let applicant = Applicant { person, household, class: *class, spells };
        Market::new(Jobseekers::new([applicant], day()), Vacancies::new([vacancy], day()), context.clone())
    }

    /// Key of the sentence that says why the pair is not admissible.
    pub(crate) fn why_not(&self) -> Option<String> {
        self.market().why_not(0, 0).map(|message| message.key.into_owned())
    }

    /// Keys of the reasons for, and of the one against.
    pub(crate) fn said(&self) -> (Vec<String>, Option<String>) {
        let explanation = self.market().explain(0, 0);
        let key = |message: domain::say::Message| message.key.into_owned();
        (explanation.reasons.into_iter().map(key).collect(), explanation.against.map(key))
    }

    /// Points of a part of the score.
    pub(crate) fn points(&self, part: &str) -> u16 {
        let market = self.market();
        let part = matching::rules::PARTS.iter().find(|candidate| candidate.key == part).expect("a sound test");
        part.of(&market.pair(0, 0))
    }
}

/// The fitting couple, changed.
pub(crate) fn couple(change: impl FnOnce(&mut Couple)) -> Couple {
    let mut couple = Couple::fitting();
    change(&mut couple);
    couple
}
