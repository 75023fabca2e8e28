//! Parts that several pages share: stages, states, clocks, pay, entries of the journal.

use askama::filters::Safe;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike, Utc};
use domain::access::Actor;
use domain::codes::PayUnit;
use domain::door::CommandKind;
use domain::facts::BatchCounts;
use domain::ledger::clearing::Stage;
use domain::vacancies::{State, Weight};
use office::queries::journal::Entry;
use office::queries::today::{Today, Waits};
use office::queries::vacancies::VacancyRow;
use office::queries::vacancy::VacancyPage;
use words::Arg;

use crate::frame::Frame;

/// Days before the end of a clock from which it is shown in colour.
const SOON: i64 = 5;

/// Icon of a stage.
pub(crate) const fn stage_icon(stage: Stage) -> &'static str {
    match stage {
        Stage::Appeared => "plus",
        Stage::Helping => "users",
        Stage::Cleared => "check",
        Stage::Stable => "shield",
        Stage::Reopened => "redo",
    }
}

/// State class of a stage.
pub(crate) const fn stage_class(stage: Stage) -> &'static str {
    match stage {
        Stage::Appeared => "warm",
        Stage::Helping => "info",
        Stage::Cleared | Stage::Stable => "ok",
        Stage::Reopened => "bad",
    }
}

impl Frame {
    /// Tag of a stage of the clearing board.
    pub(crate) fn stage(&self, stage: &Stage) -> Safe<String> {
        self.tag(stage_class(*stage), stage_icon(*stage), &format!("stage-{}", stage.code()))
    }

    /// Icon of a stage.
    pub(crate) fn stage_icon(&self, stage: &Stage) -> Safe<String> {
        self.icon(stage_icon(*stage))
    }

    /// What a column of the board means, with the days of the profile.
    pub(crate) fn stage_note(&self, stage: &Stage, today: &Today) -> String {
        self.of2(&format!("web-stage-note-{}", stage.code()), today.clearing_days, today.stable_months)
    }

    /// A household on the board: township and head.
    pub(crate) fn head_at(&self, waits: &Waits) -> String {
        format!("{} · {}", self.place_or_code(&waits.region.township()), self.w("web-household-of", &waits.head))
    }

    /// How long a household has been in a stage; months once somebody works.
    pub(crate) fn days_in(&self, stage: &Stage, since: &NaiveDate, day: &NaiveDate, allowed: &u32) -> Safe<String> {
        let days = (*day - *since).num_days() + 1;
        if matches!(stage, Stage::Cleared | Stage::Stable) {
            let months = domain::dates::months_between(*since, *day);
            return Safe(format!(r#"<span class="day">{}</span>"#, self.n("web-months-full", months)));
        }
        let left = i64::from(*allowed) - working_days(*since, *day);
        let class = if left < 0 {
            "day late"
        } else if left <= SOON {
            "day soon"
        } else {
            "day"
        };
        Safe(format!(r#"<span class="{class}">{}</span>"#, self.n("web-day-no", days)))
    }

    /// Tag of the state of a vacancy.
    pub(crate) fn vacancy_state(&self, state: &State) -> Safe<String> {
        let (class, icon) = match state {
            State::Intake => ("warn", "half"),
            State::Open => ("ok", "check"),
            State::Rejected => ("bad", "x"),
            State::Closed => ("", "lock"),
        };
        self.tag(class, icon, &format!("vacancy-state-{}", state.code()))
    }

    /// Pay of a vacancy: a range, with the unit when it is not the month.
    pub(crate) fn pay(&self, row: &VacancyRow) -> String {
        if row.pay.0.is_none() && row.pay.1.is_none() {
            return if row.pay_negotiable { self.t("web-pay-negotiable") } else { "–".to_owned() };
        }
        let range = self.range(&row.pay.0, &row.pay.1);
        if row.pay_unit == PayUnit::Month { range } else { self.w(&format!("web-pay-{}", row.pay_unit.code()), range) }
    }

    /// Place of work: as typed, else by its code.
    pub(crate) fn work_place(&self, row: &VacancyRow) -> String {
        let typed = row.place.clone();
        typed.or_else(|| row.region.map(|region| self.place_or_code(&region))).unwrap_or_default()
    }

    /// How heavy the work is.
    pub(crate) fn weight(&self, page: &VacancyPage) -> String {
        let weight = self.t(match page.weight {
            Weight::Light => "weight-light",
            Weight::Medium => "weight-medium",
            Weight::Heavy => "weight-heavy",
        });
        if page.weak_ok { self.join(&[weight, self.t("web-weak-ok")]) } else { weight }
    }

    /// Rows of an imported file by what became of them.
    pub(crate) fn counts(&self, counts: &BatchCounts) -> String {
        let part = |name, n: u32| (name, Arg::Int(i64::from(n)));
        self.words().format(
            "web-import-counts",
            &[
                part("new", counts.new),
                part("changed", counts.changed),
                part("same", counts.same),
                part("faulty", counts.faulty),
            ],
        )
    }

    /// The word of a vocabulary: from the message files, else the official label.
    pub(crate) fn vocabulary(&self, list: &str, code: &str, label: &str) -> String {
        let key = format!("{list}-{code}");
        if self.words().has(&key) { self.t(&key) } else { label.to_owned() }
    }

    /// A moment in China's time: the day, and the minute.
    pub(crate) fn moment(&self, at: &DateTime<Utc>, today: &NaiveDate) -> String {
        let china = FixedOffset::east_opt(8 * 3600).map(|zone| at.with_timezone(&zone));
        china
            .map(|at| format!("{} {:02}:{:02}", self.near(&at.date_naive(), today), at.hour(), at.minute()))
            .unwrap_or_default()
    }

    /// Name of a rule of screening or quality.
    pub(crate) fn rule(&self, code: &str) -> String {
        let keys = [format!("rule-{code}-title"), format!("rule-{code}")];
        let known = keys.iter().find(|key| self.words().has(key));
        known.map_or_else(|| code.to_uppercase(), |key| self.t(key))
    }

    /// Day of the week.
    pub(crate) fn weekday(&self, day: &NaiveDate) -> String {
        self.t(&format!("web-weekday-{}", day.weekday().number_from_monday()))
    }

    /// Who did it.
    pub(crate) fn actor(&self, entry: &Entry) -> String {
        match (&entry.name, entry.actor) {
            (Some(name), _) => name.clone(),
            (None, Actor::Account(_)) => self.t("web-actor-account"),
            (None, Actor::CommandLine) => self.t("web-actor-command-line"),
            (None, Actor::System) => self.t("web-actor-system"),
        }
    }

    /// The fields an entry changed; the first few, and how many more.
    pub(crate) fn fields(&self, entry: &Entry) -> String {
        const SHOWN: usize = 6;
        let mut names: Vec<String> = entry.fields.iter().take(SHOWN).map(|field| self.field(field)).collect();
        if entry.fields.len() > SHOWN {
            names.push(self.n("web-more", entry.fields.len() - SHOWN));
        }
        self.join(&names)
    }

    fn field(&self, name: &str) -> String {
        self.vocabulary("field", name, name)
    }

    /// Colour of an entry on a time line.
    pub(crate) fn entry_class(&self, entry: &Entry) -> &'static str {
        match entry.command {
            CommandKind::RunBridge | CommandKind::DecideProposal | CommandKind::Reseat => "info",
            CommandKind::AddSpell | CommandKind::ImportSheet => "ok",
            CommandKind::EndSpell | CommandKind::UndoImport => "bad",
            CommandKind::Unmask => "warm",
            _ => "",
        }
    }
}

/// Working days from a day to another, Monday to Friday; public holidays are not taken off.
fn working_days(from: NaiveDate, to: NaiveDate) -> i64 {
    let days = (to - from).num_days().max(0);
    let (weeks, rest) = (days / 7, days % 7);
    let first = i64::from(from.weekday().num_days_from_monday());
    weeks * 5 + (0..rest).filter(|offset| (first + offset) % 7 < 5).count() as i64
}
