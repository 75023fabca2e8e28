//! Random campaigns, of any size.

use super::Dice;
use chrono::{NaiveDate, Weekday};
use planning::caravan::{Campaign, County, Market, Point, Roads, Stop, Van};

/// Villages, sites and markets of five counties in mountains, as far apart as those of a real prefecture.
pub fn campaign(seed: u64, stops: u64, vans: usize, days: u32) -> Campaign {
    let mut dice = Dice(seed);
    let first = NaiveDate::from_ymd_opt(2020, 3, 12).expect("a day");
    let seats: Vec<Point> = (0..5)
        .map(|_| Point {
            lon: 113.2 + dice.below(1_200) as f64 / 1_000.0,
            lat: 39.1 + dice.below(1_200) as f64 / 1_000.0,
        })
        .collect();
    let stop = |dice: &mut Dice| {
        let county = dice.below(5) as usize;
        let seat = seats[county];
        let off = |dice: &mut Dice| dice.below(500) as f64 / 1_000.0 - 0.25;
        let most = 200 + dice.below(6_000) as u32 * (1 + dice.below(4) as u32) / 2;
        let market = match dice.below(8) {
            0 => Some(Market::LunarDigits(vec![3, 6, 9])),
            1 => Some(Market::Weekdays(vec![Weekday::Sun, Weekday::Wed])),
            2 => Some(Market::Branches(vec![0, 4])),
            _ => None,
        };
        Stop {
            at: Point { lon: seat.lon + off(dice), lat: seat.lat + off(dice) },
            county,
            area: county * 12 + dice.below(12) as usize,
            help: if dice.chance(60) { vec![most, most / 3] } else { vec![most] },
            minutes: 30 + 15 * dice.below(6) as u32,
            hours: if market.is_some() { (480, 660) } else { (480, 1_050) },
            market,
            must: dice.chance(1),
        }
    };
    let stops: Vec<Stop> = (0..stops).map(|_| stop(&mut dice)).collect();
    let depot = Point { lon: 113.3, lat: 40.08 };
    let mut campaign = Campaign {
        first,
        last: first + chrono::Days::new(u64::from(days) - 1),
        reserve: u32::from(days > 5),
        vans: vec![Van { depot, hours: (450, 1_110), driving: 420, off: vec![] }; vans],
        counties: vec![County { least: 60 * days / 2 }; 5],
        stops,
        diminish: vec![(400, 1_000), (300, 700), (300, 400)],
        roads: Roads { terrain: 1_500, speed: 750, table: [((0, vans), 35)].into() },
        done: vec![],
        today: None,
    };
    campaign.vans[0].off = vec![first];
    campaign
}
