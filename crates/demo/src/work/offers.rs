//! The posts that offices have collected: outside, in the county, at workshops, and public-welfare posts.
//!
//! There are seats enough for most zero-employment households, but not everywhere and not for everybody: light work near home is short,
//! and every fourth township has no public-welfare post to give.

use super::jobs::{self, Job, Weight};
use super::{firms, spells::round};
use crate::model::{County, Employer, Post, PostBank};
use crate::people::{names, numbers::Phones};
use crate::rng::Rng;
use chrono::Days;
use domain::codes::{Board, Education, PayUnit, Sex, VacancySource};
use domain::places::Region;

/// Seats a thousand households, by bank.
const OUTSIDE: u32 = 62;
const LOCAL: u32 = 14;
const WORKSHOP: u32 = 5;
const WELFARE: u32 = 1;

/// Jobs that firms of every trade have.
const EVERYWHERE: [&str; 2] = ["保洁员", "保安员"];

struct Makings<'a> {
    county: &'a County,
    employers: Vec<Employer>,
    posts: Vec<Post>,
    phones: Phones,
}

/// Gives the county its employers and posts.
pub(crate) fn offer(county: &mut County) {
    let used = county.persons.iter().filter_map(|person| person.phone.as_deref()?.parse::<u64>().ok()).max();
    let next = used.map_or(0, |last| last + 1 - 19_900_000_000).max(u64::from(county.plan.first_phone));
    let mut makings = Makings { county, employers: Vec::new(), posts: Vec::new(), phones: Phones::new(next as u32) };
    let seats = |a_thousand: u32| (u64::from(a_thousand) * u64::from(county.plan.households)).div_ceil(1000) as u32;
    makings.outside(seats(OUTSIDE));
    makings.local(seats(LOCAL));
    makings.workshops(seats(WORKSHOP));
    makings.welfare(seats(WELFARE));
    let (employers, posts) = (makings.employers, makings.posts);
    county.employers = employers;
    county.posts = posts;
}

/// Where posts are.
struct Spot {
    region: Region,
    /// Place as the names of its firms begin.
    at: String,
    /// Place as employers write it.
    text: String,
}

impl Makings<'_> {
    fn outside(&mut self, seats: u32) {
        let places = jobs::destinations(self.county.plan.county.county());
        let mut left = seats;
        for n in 0.. {
            let mut rng = self.county.plan.rng("outside", n);
            let (code, names, _) = jobs::DESTINATIONS[rng.weighted(&places)];
            let region = Region::from_six(code).expect("destinations have codes");
            let spot = Spot { region, at: names[2].to_owned(), text: place_text(&mut rng, names) };
            left -= self.firm(&mut rng, PostBank::Outside, &jobs::AWAY, spot, left);
            if left == 0 {
                return;
            }
        }
    }

    fn local(&mut self, seats: u32) {
        let county = self.county;
        let (region, name) = (county.plan.county, &county.name);
        let mut left = seats;
        for n in 0.. {
            let mut rng = county.plan.rng("local", n);
            // Firms stand in the county town and the few towns near it.
            let towns = county.townships.len().div_ceil(3) as u64;
            let town = &county.townships[rng.below(towns) as usize];
            let (region, text) = match rng.below(4) {
                0 => (region, format!("{name}县城")),
                1 => (region, format!("{}{name}", county.city)),
                2 => (region, name.clone()),
                _ => (town.region, format!("{name}{}", town.name)),
            };
            let spot = Spot { region, at: name.clone(), text };
            left -= self.firm(&mut rng, PostBank::Local, &jobs::NEAR, spot, left);
            if left == 0 {
                return;
            }
        }
    }

    fn workshops(&mut self, seats: u32) {
        let county = self.county;
        let total: u32 = county.sites.iter().map(|site| site.weight.min(20)).sum();
        for (n, site) in county.sites.iter().enumerate() {
            let mut rng = county.plan.rng("workshop", n as u64);
            let seats = (seats * site.weight.min(20)).div_ceil(total.max(1));
            let township = &county.townships[site.township];
            let text = format!("{}{}{}", county.name, township.name, site.name);
            let spot = Spot { region: township.region, at: township.name.clone(), text };
            self.firm(&mut rng, PostBank::Workshop, &jobs::WORKSHOP, spot, seats);
        }
    }

    fn welfare(&mut self, seats: u32) {
        let county = self.county;
        let with = county.townships.iter().enumerate().filter(|(at, _)| at % 4 != 3);
        let villages: Vec<usize> = with.flat_map(|(_, township)| township.villages.clone()).collect();
        for n in 0..seats {
            let mut rng = county.plan.rng("welfare", u64::from(n));
            let village = &county.villages[rng.pick(&villages)];
            let township = &county.townships[village.township];
            let text = format!("{}{}{}", county.name, township.name, village.said);
            let job = rng.weighted(&jobs::WELFARE);
            let spot = Spot { region: village.region, at: village.name.clone(), text };
            let employer = self.employer(&mut rng, village.name.clone(), job, spot);
            let post = self.post(&mut rng, employer, PostBank::Welfare, &job, 1);
            self.posts.push(post);
        }
    }

    /// One firm with one to four posts, `left` seats at most; returns the seats made.
    fn firm(&mut self, rng: &mut Rng, bank: PostBank, table: &[(Job, u32)], spot: Spot, left: u32) -> u32 {
        let job = rng.weighted(table);
        let mut name = firms::name(rng, &spot.at, job.trade);
        if bank == PostBank::Workshop {
            name = name.replace("有限公司", "扶贫车间");
        }
        let employer = self.employer(rng, name, job, spot);
        // Further posts are of the same trade, or those every firm has.
        let fits = |other: &Job| other.trade == job.trade || EVERYWHERE.contains(&other.title);
        let kin: Vec<(Job, u32)> = table.iter().filter(|(other, _)| fits(other)).copied().collect();
        let posts = if bank == PostBank::Workshop { 1 } else { rng.between(1, 4) as u32 };
        let mut made = 0;
        for n in 0..posts {
            let job = if n == 0 { job } else { rng.weighted(&kin) };
            let wish = if bank == PostBank::Workshop { left } else { rng.between(2, 16) as u32 };
            let seats = wish.min(left - made);
            if seats == 0 {
                break;
            }
            let post = self.post(rng, employer, bank, &job, seats);
            self.posts.push(post);
            made += seats;
        }
        made
    }

    fn employer(&mut self, rng: &mut Rng, name: String, job: Job, spot: Spot) -> usize {
        let sex = rng.pick(Sex::ALL);
        let contact = format!("{}{}", names::surname(rng), names::given(rng, sex, 1978));
        self.employers.push(Employer {
            name,
            credit_code: firms::credit_code(spot.region.county(), self.employers.len() as u32),
            industry: job.industry,
            contact,
            phone: self.phones.give(),
            place: spot.text,
            region: spot.region,
        });
        self.employers.len() - 1
    }

    fn post(&self, rng: &mut Rng, employer: usize, bank: PostBank, job: &Job, seats: u32) -> Post {
        let unlawful = bank != PostBank::Welfare && rng.chance(self.county.plan.faults.unlawful_post);
        let (pay, unit) = pay(rng, bank, job);
        let high = job.pay > 4400.0;
        let education = match rng.below(10) {
            0..=1 => Some(Education::Junior),
            2 if high => Some(Education::Senior),
            3 => Some(Education::Primary),
            _ => None,
        };
        Post {
            employer,
            bank,
            title: job.title,
            seats,
            pay,
            unit,
            board: board(rng, bank),
            education: if bank == PostBank::Welfare { None } else { education },
            skill: certificate(job.title).filter(|_| rng.chance(0.7)),
            hours: rng.pick(&["8小时", "长白班", "两班倒", "做六休一", "早8点到晚6点"]),
            weak_ok: job.weight == Weight::Light && (bank != PostBank::Outside || rng.chance(0.3)),
            age_limit: unlawful.then(|| (18, rng.pick(&[40, 45, 50, 55]))),
            sex_limit: (unlawful && rng.chance(0.4)).then(|| rng.pick(Sex::ALL)),
            valid_until: self.county.plan.as_of + Days::new(rng.between(20, 90) as u64),
            source: rng.weighted(&[
                (VacancySource::Phone, 30),
                (VacancySource::Wechat, 34),
                (VacancySource::Online, 12),
                (VacancySource::Federation, 10),
                (VacancySource::WorkTeam, 8),
                (VacancySource::Fair, 6),
            ]),
        }
    }
}

fn place_text(rng: &mut Rng, names: [&str; 3]) -> String {
    let [province, city, county] = names;
    match rng.below(3) {
        0 if province != city => format!("{province}{city}{county}"),
        _ => format!("{city}{county}"),
    }
}

fn pay(rng: &mut Rng, bank: PostBank, job: &Job) -> ((i64, i64), PayUnit) {
    if bank == PostBank::Welfare {
        let pay = round(rng.log_normal(job.pay, 0.2).clamp(300.0, 1700.0), 50.0);
        return ((pay, pay), PayUnit::Month);
    }
    let usual = rng.log_normal(job.pay, 0.14);
    if bank == PostBank::Local && rng.chance(0.1) {
        let day = round((usual / 24.0).clamp(80.0, 260.0), 10.0);
        return ((day, day), PayUnit::Day);
    }
    ((round(usual * 0.85, 100.0), round(usual * 1.2, 100.0)), PayUnit::Month)
}

fn board(rng: &mut Rng, bank: PostBank) -> Board {
    match bank {
        PostBank::Outside => rng.weighted(&[(Board::Both, 78), (Board::Lodging, 14), (Board::None, 8)]),
        PostBank::Local => rng.weighted(&[(Board::None, 55), (Board::Meals, 30), (Board::Both, 15)]),
        PostBank::Workshop => rng.weighted(&[(Board::None, 80), (Board::Meals, 20)]),
        PostBank::Welfare => Board::None,
    }
}

/// Certificates that employers ask for, some by law.
fn certificate(title: &str) -> Option<&'static str> {
    match title {
        "货车司机" => Some("B2驾驶证"),
        "厨师" => Some("中式烹调师证"),
        "育婴员" => Some("育婴员证"),
        "养老护理员" => Some("养老护理员证"),
        _ => None,
    }
}
