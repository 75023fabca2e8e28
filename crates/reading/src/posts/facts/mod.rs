//! One rule a file: each finds one kind of fact in a text. They run in a fixed order, so that digits of a phone are never a
//! wage and the two ends of a shift never an age.

mod age;
mod boarding;
mod contact;
mod dates;
mod education;
mod employer;
mod experience;
mod gender;
mod headcount;
mod insurance;
mod phone;
mod place;
mod requirement;
mod schedule;
mod wage;

use super::mention::Mentions;
use super::text::Text;
use domain::places::Region;

pub(crate) use employer::{Kind as EmployerKind, kind as employer_kind};
pub(crate) use place::{division, region_of};
pub(crate) use wage::{bare as bare_wage, bare_unit as bare_wage_unit, other_money};

/// Everything the rules find that needs no layout.
pub(crate) fn find(text: &Text, home: Option<Region>) -> Mentions {
    let mut found = Mentions::new(text.folded().len());
    phone::find(text, &mut found);
    dates::find(text, &mut found);
    schedule::find(text, &mut found);
    age::find(text, &mut found);
    headcount::find(text, &mut found);
    wage::find(text, &mut found);
    contact::find(text, &mut found);
    gender::find(text, &mut found);
    education::find(text, &mut found);
    experience::find(text, &mut found);
    boarding::find(text, &mut found);
    insurance::find(text, &mut found);
    place::find(text, home, &mut found);
    employer::find(text, &mut found);
    requirement::find(text, &mut found);
    found.sort();
    found
}
