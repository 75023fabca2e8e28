//! Pay, weight 20: against the wish (three fifths) and against the local level (two fifths); the level alone where nothing was
//! wished. A wish just met gives 6000 points, 40 % more gives all. Unstated pay counts 4000.

use super::{Part, Points, Side};
use crate::inputs::Wage;
use crate::rules::Pair;
use domain::money::Fen;
use domain::say::Message;

pub(super) const PART: Part = Part { key: "pay", weight: 20, points: Points::Wage(points), says };

const UNSTATED: u16 = 4_000;

fn points(wish: Option<u32>, wage: &Wage) -> u16 {
    let Some(pay) = wage.typical() else { return UNSTATED };
    let level = wage.level.map_or(5_000, |level| against(5_000, pay, level));
    let points = match wish {
        Some(wish) => (3 * against(6_000, best_offer(wage, pay), wish) + 2 * level) / 5,
        None => level,
    };
    points as u16
}

/// The upper end of what is offered: a wish is met when the range reaches it half way.
fn best_offer(wage: &Wage, typical: u32) -> u32 {
    wage.high.map_or(typical, |high| high.midpoint(typical))
}

/// `par` points for the same pay, one point up or down for each ten-thousandth of difference, within 0..=10000.
fn against(par: i64, pay: u32, other: u32) -> i64 {
    let other = i64::from(other.max(1));
    (par + 10_000 * (i64::from(pay) - other) / other).clamp(0, 10_000)
}

fn says(pair: &Pair<'_>) -> Option<(Side, Message)> {
    let wage = pair.vacancy.wage;
    let money = |yuan: u32| Fen::yuan(yuan.into());
    let Some(pay) = wage.typical() else {
        return Some((Side::Against, Message::new("against-pay-unstated")));
    };
    if let Some(wish) = pair.jobseeker.pay_wish {
        let offer = best_offer(wage, pay);
        let (side, key, difference) = if offer > wish {
            (Side::For, "reason-pay-more", offer - wish)
        } else if offer == wish {
            (Side::For, "reason-pay-wish", 0)
        } else {
            (Side::Against, "against-pay-less", wish - offer)
        };
        return Some((side, Message::new(key).with("pay", money(offer)).with("difference", money(difference))));
    }
    let level = wage.level?;
    let percent = i64::from(pay) * 100 / i64::from(level.max(1));
    match percent {
        105.. => {
            Some((Side::For, Message::new("reason-pay-level").with("pay", money(pay)).with("percent", percent - 100)))
        }
        95..105 => Some((Side::For, Message::new("reason-pay").with("pay", money(pay)))),
        _ => Some((
            Side::Against,
            Message::new("against-pay-level").with("pay", money(pay)).with("percent", 100 - percent),
        )),
    }
}
