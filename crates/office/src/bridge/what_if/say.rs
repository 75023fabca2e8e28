//! A change in a sentence. Names of people are told in their area alone.

use super::change::{Change, Who, Whose};
use crate::bridge::workbench::Workbench;
use domain::ids::{HouseholdId, PersonId, VacancyId};
use domain::places::Area;
use domain::say::{Arg, Message};

/// What a change would be, for a reader of an area.
pub(super) fn say(change: &Change, bench: &Workbench, area: Area) -> Message {
    let teller = Teller { bench, area };
    match change {
        Change::Seats { vacancy, more } => {
            let key = if *more < 0 { "what-if-seats-fewer" } else { "what-if-seats-more" };
            Message::new(key).with("title", teller.title(*vacancy)).with("n", more.unsigned_abs())
        }
        Change::Close { vacancy } => Message::new("what-if-close").with("title", teller.title(*vacancy)),
        Change::Post(post) => Message::new("what-if-post")
            .with("place", post.place)
            .with("title", post.title.as_str())
            .with("n", post.seats),
        Change::Course { what, who } => {
            let said = Message::new(match who {
                Who::Persons(_) => "what-if-course-persons",
                Who::Household(_) => "what-if-course-household",
                Who::Area(_) => "what-if-course-area",
            });
            let said = said.with("what", what.as_str());
            match who {
                Who::Persons(persons) => said.with("n", persons.len()),
                Who::Household(household) => said.with("who", teller.head(*household)),
                Who::Area(area) => said.with("place", *area),
            }
        }
        Change::Line { from, to } => match from.as_slice() {
            [one] => Message::new("what-if-line").with("from", *one).with("to", *to),
            many => Message::new("what-if-line-many").with("n", many.len()).with("to", *to),
        },
        Change::Reach { area, km } => Message::new("what-if-reach").with("place", *area).with("km", *km),
        Change::Relax { whose, wish } => {
            let wish = Arg::Key(format!("wish-{}", wish.code()).into());
            match whose {
                Whose::Household(household) => {
                    Message::new("what-if-relax-household").with("who", teller.head(*household)).with("wish", wish)
                }
                Whose::Person(person) => {
                    Message::new("what-if-relax-person").with("who", teller.name(*person)).with("wish", wish)
                }
            }
        }
    }
}

struct Teller<'a> {
    bench: &'a Workbench,
    area: Area,
}

impl Teller<'_> {
    fn title(&self, vacancy: VacancyId) -> String {
        self.bench.vacancy(vacancy).map(|vacancy| vacancy.title.clone()).unwrap_or_default()
    }

    /// The head of a household as recorded, else whoever looks for work; its village outside the reader's area.
    fn head(&self, household: HouseholdId) -> Arg {
        let Some(seeking) = self.bench.household(household) else { return Arg::Text(String::new()) };
        let region = seeking.household.region;
        let first = || seeking.members.first().map(|(person, _)| person.name.clone());
        let name = seeking.household.head_name.clone().or_else(first);
        name.filter(|_| self.area.contains(region)).map_or(Arg::Region(region), Arg::Text)
    }

    fn name(&self, person: PersonId) -> Arg {
        let Some((person, region)) = self.bench.person(person) else { return Arg::Text(String::new()) };
        if self.area.contains(region) { Arg::Text(person.name.clone()) } else { Arg::Region(region) }
    }
}
