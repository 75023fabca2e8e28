//! History, weight 4: worked for this employer before.

use super::{Part, Points, Side};
use crate::inputs::{Firm, Jobseeker};
use domain::say::Message;

pub(super) const PART: Part = Part {
    key: "history",
    weight: 4,
    points: Points::Firm(|jobseeker, firm, _| if worked_at(jobseeker, firm) { 10_000 } else { 0 }),
    says: |pair| worked_at(&pair.jobseeker, pair.vacancy.firm).then(|| (Side::For, Message::new("reason-history"))),
};

fn worked_at(jobseeker: &Jobseeker<'_>, firm: &Firm) -> bool {
    firm.keys.iter().flatten().any(|key| jobseeker.former.binary_search(key).is_ok())
}
