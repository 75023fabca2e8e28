//! One household on one page, and the step that shows a member's personal data in full.

use askama::Template;
use askama::filters::Safe;
use axum::extract::{Path, State};
use domain::ids::{HouseholdId, PersonId};
use domain::ledger::Standing;
use office::queries::bridge::Offer;
use office::queries::household::{HouseholdPage, Member};

use super::Answer;
use crate::AppState;
use crate::error::Failure;
use crate::form::{Form, bad};
use crate::frame::Frame;
use crate::session::Reader;

#[derive(Template)]
#[template(path = "household.html")]
struct Page {
    f: Frame,
    v: HouseholdPage,
    back: String,
}

/// `GET /ledger/{id}`.
pub(crate) async fn page(State(state): State<AppState>, f: Frame, reader: Reader, Path(id): Path<String>) -> Answer {
    let id: HouseholdId = id.parse().map_err(|_| Failure::NotFound)?;
    let v = state.office.household(&reader.scope, id).await?.ok_or(Failure::NotFound)?;
    super::show(&Page { back: format!("/ledger/{id}"), f, v })
}

/// `POST /ledger/{id}/show`: the same page with one member's data in full. The journal has noted it before anything is shown.
pub(crate) async fn show(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Path(id): Path<String>,
    form: Form,
) -> Answer {
    let id: HouseholdId = id.parse().map_err(|_| Failure::NotFound)?;
    let person: PersonId = form.read("person")?;
    let reason = form.get("reason");
    if reason.is_empty() {
        return Err(bad());
    }
    let mut v = state.office.household(&reader.scope, id).await?.ok_or(Failure::NotFound)?;
    let member = v.members.iter_mut().find(|member| member.id == person).ok_or(Failure::NotFound)?;
    member.private = state.office.unmask(&reader.scope, form.id()?, person, reason).await?;
    super::show(&Page { back: format!("/ledger/{id}"), f, v })
}

impl Page {
    /// Proposals nobody has decided about.
    fn undecided(&self) -> Vec<&Offer> {
        self.v.offers.iter().filter(|offer| offer.decision.is_none()).collect()
    }

    fn capable(&self) -> usize {
        self.v.members.iter().filter(|member| member.capable).count()
    }

    fn employed(&self) -> usize {
        self.v.members.iter().filter(|member| member.employed).count()
    }

    /// Days in the stage, the first one counted.
    fn days(&self) -> Option<i64> {
        self.v.since.map(|since| (self.v.day - since).num_days() + 1)
    }

    fn worked(&self) -> Vec<&Member> {
        self.v.members.iter().filter(|member| !member.spells.is_empty()).collect()
    }
}

impl Page {
    /// What a member does now.
    fn now(&self, member: &Member) -> Safe<String> {
        if let Some(standing) = member.standing {
            return self.f.tag("", "minus", standing_key(standing));
        }
        if member.student.is_some() {
            return self.f.tag("", "book", "web-now-student");
        }
        if member.employed {
            return self.f.tag("ok", "check", "web-now-employed");
        }
        let left = member.spells.iter().filter_map(|spell| spell.end).map(|end| end.last_day()).max();
        match left {
            Some(left) if member.capable => {
                let text = self.f.w("web-now-left", self.f.near(&left, &self.v.day));
                self.f.tag_of("bad", "redo", &text)
            }
            _ if member.capable => self.f.tag("warm", "ring", "web-now-none"),
            _ => self.f.tag("", "ring", "web-now-outside"),
        }
    }

    /// What a member wants and what limits it.
    fn wish(&self, member: &Member) -> String {
        let f = &self.f;
        let mut parts = Vec::new();
        if let Some(wish) = &member.wish {
            match wish.willing {
                Some(false) => parts.push(f.t("web-wish-unwilling")),
                Some(true) if wish.jobs.is_empty() => parts.push(f.t("web-wish-willing")),
                _ => {}
            }
            parts.extend(wish.jobs.iter().cloned());
            parts.extend(wish.place.clone());
            parts.extend(wish.pay_min.map(|pay| f.w("web-wish-pay", f.yuan(&pay))));
        }
        if let Some(limits) = &member.constraints {
            if limits.care_duty {
                parts.push(f.t("web-wish-care"));
            }
            parts.extend(limits.max_km.map(|km| f.n("web-wish-near", km)));
        }
        match (parts.is_empty(), member.capable) {
            (false, _) => f.join(&parts),
            (true, true) => f.t("web-not-asked"),
            (true, false) => String::new(),
        }
    }

    fn causes(&self) -> String {
        let words: Vec<String> =
            self.v.causes.iter().map(|cause| self.f.vocabulary("cause", cause.code(), cause.label())).collect();
        self.f.join(&words)
    }
}

const fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Dead => "standing-dead",
        Standing::MovedAway => "standing-moved-away",
        Standing::Serving => "standing-serving",
        Standing::Military => "standing-military",
    }
}
