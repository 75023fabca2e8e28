//! Candidates at scale on made-up people in real places: `cargo run --release -p matching --example bench_candidates [people] [vacancies]
//! [threads]`. Prints wall and processor seconds of each step, memory, and what came out.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints and may stop")]

use chrono::NaiveDate;
use domain::codes::occupations;
use domain::codes::{Board, Education, Labour, RegionClass};
use domain::dates::PartialDate;
use domain::ids::{EmployerId, HouseholdId, PersonId, SpellId, VacancyId};
use domain::ledger::{Constraints, Household, Person, Spell, Wish};
use domain::money::Fen;
use domain::places::{Area, Edition, Level, Region, gazetteer};
use domain::vacancies::{PlacementChannel, State, Vacancy, Weight};
use matching::{Applicant, Context, Jobseekers, Limits, Links, Market, Optimum, Vacancies};
use std::time::Instant;
use uuid::Uuid;

/// A small generator of numbers (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let n = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((n ^ (n >> 31)) >> 11) as usize % sides
    }

    fn percent(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }

    /// Low numbers far more often than high ones.
    fn skewed(&mut self, sides: usize) -> usize {
        let (a, b, c) = (self.roll(sides), self.roll(sides), self.roll(sides));
        a.min(b).min(c)
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }

    fn id(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.roll(1 << 50) as u64, self.roll(1 << 50) as u64)
    }
}

/// Places and job words to draw from.
struct Stock {
    villages: Vec<Region>,
    near: Vec<Region>,
    far: Vec<Region>,
    jobs: Vec<&'static str>,
    employers: Vec<EmployerId>,
}

impl Stock {
    fn new(dice: &mut Dice) -> Self {
        let datong: Region = "1402".parse().unwrap();
        let within = gazetteer().within(Area::from(datong), Edition::Y2020);
        let at = |level| within.iter().map(|place| place.region).filter(move |region| region.level() == level);
        let counties =
            gazetteer().divisions().iter().map(|place| place.region).filter(|region| region.level() == Level::County);
        let named = occupations().iter().filter(|entry| entry.level == 4);
        Self {
            villages: at(Level::Village).collect(),
            near: at(Level::Township).chain(counties.clone().filter(|&county| datong.contains(county))).collect(),
            far: counties.step_by(7).collect(),
            jobs: named.flat_map(|entry| entry.aliases().chain([entry.name])).step_by(2).collect(),
            employers: (0..6_000).map(|_| EmployerId(dice.id())).collect(),
        }
    }
}

fn person(dice: &mut Dice, stock: &Stock, household: HouseholdId) -> (Person, Vec<Spell>) {
    let mut person = Person::new(PersonId(dice.id()), household, String::new());
    person.birth = PartialDate::year(2020 - 17 - dice.roll(50) as i32);
    let labour = dice.roll(100);
    person.labour = Some(if labour < 70 {
        Labour::Ordinary
    } else if labour < 76 {
        Labour::Skilled
    } else {
        Labour::Weak
    });
    person.education = Some(dice.pick(&[Education::Primary, Education::Junior, Education::Junior, Education::Senior]));
    person.skills =
        dice.percent(30).then(|| stock.jobs[dice.skewed(stock.jobs.len())].to_owned()).into_iter().collect();
    person.constraints = dice.percent(15).then_some(Constraints { care_duty: true, max_km: None });
    let wishes = if dice.percent(60) { 1 + dice.roll(2) } else { 0 };
    let class = dice.roll(100);
    person.wish = Some(Wish {
        jobs: (0..wishes).map(|_| stock.jobs[dice.skewed(stock.jobs.len())].to_owned()).collect(),
        pay_min: dice.percent(50).then(|| Fen::yuan(1_500 + 100 * dice.roll(40) as i64)),
        region_class: match class {
            0..40 => None,
            40..70 => Some(RegionClass::County),
            70..85 => Some(RegionClass::City),
            _ => Some(RegionClass::OtherProvince),
        },
        ..Wish::default()
    });
    let mut spell = Spell::new(SpellId(dice.id()), person.id);
    spell.employer_id = Some(dice.pick(&stock.employers));
    spell.jobs = vec![stock.jobs[dice.skewed(stock.jobs.len())].to_owned()];
    spell.place_code = Some(dice.pick(&stock.far).county());
    let spells = if dice.percent(40) { vec![spell] } else { vec![] };
    (person, spells)
}

fn vacancy(dice: &mut Dice, stock: &Stock) -> Vacancy {
    let title = stock.jobs[dice.skewed(stock.jobs.len())];
    let title = if dice.percent(30) { format!("急招{title}{}", dice.roll(9)) } else { title.to_owned() };
    let place = dice.roll(100);
    let place = match place {
        0..30 => dice.pick(&stock.villages),
        30..65 => dice.pick(&stock.near),
        _ => stock.far[dice.skewed(stock.far.len())],
    };
    let mut vacancy = Vacancy::new(VacancyId(dice.id()), "140222".parse().unwrap(), title, State::Open);
    vacancy.place_region = Some(place);
    vacancy.headcount = Some(1 + dice.skewed(20) as u32);
    vacancy.employer = Some(dice.pick(&stock.employers));
    vacancy.pay_min = dice.percent(85).then(|| Fen::yuan(1_800 + 100 * dice.roll(40) as i64));
    vacancy.pay_max = vacancy.pay_min.map(|pay| Fen(pay.0 + 100_000));
    vacancy.board = dice.percent(70).then(|| dice.pick(&[Board::Both, Board::Meals, Board::Lodging, Board::None]));
    vacancy.hours = dice.percent(30).then(|| dice.pick(&["8小时", "两班倒", "12小时", "时间自由"]).to_owned());
    vacancy.education = dice.percent(20).then(|| dice.pick(&[Education::Junior, Education::Senior]));
    vacancy.weight = dice.percent(50).then(|| dice.pick(&[Weight::Light, Weight::Medium, Weight::Heavy]));
    vacancy.channel = dice.percent(2).then_some(PlacementChannel::PublicWelfare);
    vacancy
}

fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks: f64 = stat.split_whitespace().skip(13).take(2).filter_map(|field| field.parse::<f64>().ok()).sum();
    ticks / 100.0
}

fn memory(field: &str) -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find_map(|line| line.strip_prefix(field)).unwrap_or_default().trim().to_owned()
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (wall, cpu) = (Instant::now(), cpu_seconds());
    let done = work();
    println!(
        "{what:<22} wall {:6.2} s  cpu {:6.2} s  now {}",
        wall.elapsed().as_secs_f64(),
        cpu_seconds() - cpu,
        memory("VmRSS:")
    );
    done
}

fn market(people: usize, vacancies: usize) -> Market {
    let day = NaiveDate::from_ymd_opt(2020, 7, 1).unwrap();
    let mut dice = Dice(1);
    let stock = timed("places and job words", || Stock::new(&mut dice));
    let (mut households, mut persons, mut links) = (Vec::new(), Vec::new(), Links::new());
    while persons.len() < people {
        let home = Household::new(HouseholdId(dice.id()), dice.pick(&stock.villages));
        for _ in 0..=dice.skewed(4) {
            let person = person(&mut dice, &stock, home.id);
            if dice.percent(20) {
                person.1.iter().for_each(|spell| links.add(home.region, spell));
            }
            persons.push((households.len(), person));
        }
        let class = u8::from(dice.percent(10));
        households.push((home, class));
    }
    let records: Vec<Vacancy> = (0..vacancies).map(|_| vacancy(&mut dice, &stock)).collect();
    let applicants = persons.iter().map(|(home, (person, spells))| {
        let (household, class) = &households[*home];
        Applicant { person, household, class: *class, spells }
    });
    let jobseekers = timed("jobseekers", || Jobseekers::new(applicants, day));
    let vacancies = timed("vacancies", || Vacancies::new(&records, day));
    Market::new(jobseekers, vacancies, Context { links, ..Context::default() })
}

fn main() {
    let mut numbers = std::env::args().skip(1).map(|arg| arg.parse::<usize>().expect("a number"));
    let (people, vacancies) = (numbers.next().unwrap_or(100_000), numbers.next().unwrap_or(20_000));
    let threads = numbers.next().unwrap_or(2);
    let market = market(people, vacancies);
    let search = timed("index", || market.search(threads));
    let start = timed("start", || search.start(Limits::default().longest));
    println!("jobseekers {}, vacancies {}", market.jobseekers.len(), market.vacancies.len());
    println!("pairs listed {}, lists cut {}, peak {}", start.pairs(), start.lists_cut(), memory("VmHWM:"));
    let optimum = timed("optimum", || search.optimum(start).expect("a proved answer"));
    optimum.rounds.iter().for_each(|round| println!("{round:?}"));
    let Optimum { candidates, problem, solution, .. } = optimum;
    timed("proof", || search.prove(&candidates, &problem, &solution).expect("a proved answer"));
    println!("{:?}, pairs {}, peak {}", solution.totals(), candidates.pairs(), memory("VmHWM:"));
}
