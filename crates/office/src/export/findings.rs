//! What a run found out, as rows of its workbook.

use super::township_and_village;
use crate::queries::findings::{FindingsPage, Named, PostRow as Post};
use domain::ids::VacancyId;
use domain::places::{Edition, Region, gazetteer};
use domain::say::Message;
use domain::vacancies::{PlacementChannel, Vacancy};
use printing::results::{PostRow, PracticeRow, ShortageRow};
use std::collections::HashMap;
use words::{Words, render};

/// Turns findings into rows in the reader's language.
pub(super) struct FindingRows<'a> {
    pub(super) found: &'a FindingsPage,
    pub(super) vacancies: &'a HashMap<VacancyId, Vacancy>,
    pub(super) words: &'a Words,
}

impl FindingRows<'_> {
    fn text(&self, key: &str) -> String {
        self.words.text(key).into_owned()
    }

    fn say(&self, messages: &[Message]) -> String {
        messages.iter().map(|message| render(message, self.words.lang())).collect::<Vec<_>>().join("\n")
    }

    fn spot(&self, region: Region) -> String {
        let (township, village) = township_and_village(region, Edition::at(self.found.day));
        let place = format!("{township}{village}");
        if place.is_empty() { gazetteer().name(region).unwrap_or_default().to_owned() } else { place }
    }

    /// Each shortage: its households, then its vacancies.
    pub(super) fn shortages(&self) -> Vec<ShortageRow> {
        let mut rows = Vec::new();
        for shortage in &self.found.shortages {
            let number = u32::try_from(shortage.number).unwrap_or(u32::MAX);
            let row = || ShortageRow { number, says: self.say(&[shortage.sentence()]), ..ShortageRow::default() };
            rows.extend(shortage.households.iter().map(|one| ShortageRow {
                part: self.text("result-household"),
                place: self.spot(one.region),
                name: one.head.clone(),
                note: self.text(if one.covered { "result-has" } else { "result-without" }),
                ..row()
            }));
            let known = shortage.vacancies.iter().filter_map(|id| self.vacancies.get(id));
            rows.extend(known.map(|vacancy| {
                ShortageRow {
                    part: self.text("result-vacancy"),
                    place: vacancy
                        .place
                        .clone()
                        .or_else(|| vacancy.place_region.map(|place| self.spot(place)))
                        .unwrap_or_default(),
                    name: vacancy.title.clone(),
                    note: vacancy.employer_name.clone().unwrap_or_default(),
                    seats: Some(vacancy.seats()),
                    ..row()
                }
            }));
        }
        rows
    }

    /// The extra posts, a row a household they cover; then the households that none covers.
    pub(super) fn posts(&self) -> Vec<PostRow> {
        let mut rows = Vec::new();
        for post in &self.found.posts {
            let first = post.upto - post.seats;
            let numbered = (first + 1..).zip(&post.households);
            rows.extend(numbered.map(|(upto, household)| PostRow { upto: Some(upto), ..self.post(post, household) }));
        }
        rows.extend(self.found.helpless.iter().map(|one| PostRow {
            kind: self.text("result-helpless"),
            village: self.spot(one.household.region),
            head: one.household.head.clone(),
            note: self.say(&one.sentences),
            ..PostRow::default()
        }));
        rows
    }

    fn post(&self, post: &Post, household: &Named) -> PostRow {
        let channel = match post.kind.channel() {
            PlacementChannel::Outside => "channel-outside",
            PlacementChannel::Local => "channel-local",
            PlacementChannel::PublicWelfare => "channel-public_welfare",
        };
        let vacancy = post.vacancy.as_ref().map(|(_, title, employer)| match employer {
            Some(employer) => format!("{title} · {employer}"),
            None => title.clone(),
        });
        PostRow {
            channel: self.text(channel),
            kind: self.text(&format!("post-{}", post.kind.code())),
            place: post.place.map(|place| self.spot(place)).unwrap_or_default(),
            vacancy: vacancy.unwrap_or_default(),
            village: self.spot(household.region),
            head: household.head.clone(),
            ..PostRow::default()
        }
    }

    /// What simpler orders would have come to, and the run.
    pub(super) fn practice(&self) -> Vec<PracticeRow> {
        let orders = self.found.practice.iter().map(|one| PracticeRow {
            order: self.text(&format!("order-{}", one.order.code())),
            covered: one.covered,
            by_welfare: one.by_welfare,
            placed: one.placed,
            score: one.score,
        });
        let figures = &self.found.figures;
        if self.found.practice.is_empty() {
            return Vec::new();
        }
        let run = PracticeRow {
            order: self.text("order-optimum"),
            covered: figures.covered,
            by_welfare: figures.covered_by_welfare,
            placed: figures.placed,
            score: figures.score,
        };
        orders.chain([run]).collect()
    }
}
