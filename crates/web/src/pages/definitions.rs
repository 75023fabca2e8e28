//! How each figure is reckoned 怎么算, with the numbers of the profile in force.

use askama::Template;
use axum::extract::State;
use domain::profile::Profile;

use super::Answer;
use crate::AppState;
use crate::frame::Frame;
use words::Arg;

#[derive(Template)]
#[template(path = "definitions.html")]
struct Page {
    f: Frame,
    profile: &'static Profile,
}

/// `GET /definitions`.
pub(crate) async fn page(State(state): State<AppState>, f: Frame) -> Answer {
    super::show(&Page { f, profile: state.office.profile() })
}

impl Page {
    fn target_labels(&self) -> String {
        let words: Vec<String> =
            self.profile.target_labels.iter().map(|label| self.f.code("label", label.code())).collect();
        self.f.join(&words)
    }

    /// Ages and labour classes that count.
    fn capable(&self) -> String {
        let definition = &self.profile.zero_employment;
        let classes: Vec<String> =
            definition.labour.iter().map(|labour| self.f.vocabulary("labour", labour.code(), labour.label())).collect();
        let age = |age: i32| Arg::Int(i64::from(age));
        self.f.words().format(
            "web-def-capable",
            &[
                ("min", age(definition.age_min)),
                ("male", age(definition.age_max_male)),
                ("female", age(definition.age_max_female)),
                ("classes", Arg::Text(self.f.join(&classes))),
            ],
        )
    }

    /// How extra posts are chosen, with their caps.
    fn posts(&self) -> String {
        let rules = &self.profile.extra_posts;
        let number = |n: u32| Arg::Int(i64::from(n));
        self.f.words().format(
            "web-def-posts",
            &[
                ("most", number(rules.more_per_vacancy)),
                ("local", number(rules.local_per_township)),
                ("village", number(rules.welfare_per_village)),
                ("township", number(rules.welfare_per_township)),
                ("county", number(rules.welfare_per_county)),
                ("from", number(rules.welfare_ages.0.into())),
                ("to", number(rules.welfare_ages.1.into())),
            ],
        )
    }

    /// Forms of work that count as wage work.
    fn forms(&self) -> String {
        let words: Vec<String> = self
            .profile
            .zero_employment
            .forms
            .iter()
            .map(|form| self.f.vocabulary("work_form", form.code(), form.label()))
            .collect();
        self.f.join(&words)
    }
}
