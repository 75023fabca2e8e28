//! What would be if something were different: questions about the bridge.

use crate::cli::WhatIf;
use crate::say::{Failure, Say};
use domain::access::Scope;
use domain::say::{Arg, Message};
use office::Office;
use office::bridge::what_if::{Change, Covered, Seat, Suggestion, WhatIf as Answer};
use std::process::ExitCode;

/// Moves listed; JSON has all.
const SHOWN: usize = 20;

pub(super) async fn run(office: &Office, scope: &Scope, asked: &WhatIf, say: &Say) -> Result<ExitCode, Failure> {
    let day = asked.date.unwrap_or_else(|| office.today());
    if asked.suggest {
        let found = office.what_helps(scope, day, asked.household).await?;
        if asked.json {
            say.out(&serde_json::json!({ "suggestions": found }).to_string());
        } else {
            suggest(&found, say);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let changes = changes(asked)?;
    let answer = office.what_if(scope, day, &changes).await?;
    if asked.json {
        say.out(&serde_json::json!({ "changes": changes, "answer": answer }).to_string());
    } else {
        show(&answer, say);
    }
    Ok(ExitCode::SUCCESS)
}

/// The changes asked for, kind by kind.
fn changes(asked: &WhatIf) -> Result<Vec<Change>, Failure> {
    let kinds = [
        ("seats", &asked.seats),
        ("close", &asked.close),
        ("post", &asked.post),
        ("course", &asked.course),
        ("line", &asked.line),
        ("reach", &asked.reach),
        ("relax", &asked.relax),
    ];
    let texts = kinds.into_iter().flat_map(|(kind, texts)| texts.iter().map(move |text| format!("{kind}:{text}")));
    texts.map(|text| text.parse().map_err(Failure::from)).collect()
}

fn suggest(found: &[Suggestion], say: &Say) {
    if found.is_empty() {
        say.line("cli-what-if-no-suggestion", &[]);
    }
    for one in found {
        let change = one.change.to_string();
        say.line("cli-what-if-suggestion", &[("n", one.households().into()), ("change", change.into())]);
    }
}

fn show(answer: &Answer, say: &Say) {
    let (before, after) = (answer.before, answer.after);
    let figures = [("covered", before.covered, after.covered), ("welfare", before.welfare, after.welfare)];
    for (name, before, after) in figures.into_iter().chain([("placed", before.placed, after.placed)]) {
        let name = Arg::Key(format!("what-if-{name}").into());
        say.line("cli-what-if-figure", &[("name", name), ("before", before.into()), ("after", after.into())]);
    }
    households("cli-what-if-gained", &answer.gained, say);
    households("cli-what-if-lost", &answer.lost, say);
    for one in answer.moves.iter().take(SHOWN) {
        let name = one.name.as_str();
        say.line("cli-what-if-move", &[("name", name.into()), ("from", seat(&one.from)), ("to", seat(&one.to))]);
    }
    let more = answer.moves.len().saturating_sub(SHOWN) + answer.elsewhere as usize;
    if more > 0 {
        say.line("cli-what-if-moves-more", &[("n", more.into())]);
    }
    for sentence in &answer.proof {
        say.out(&words::render(sentence, say.words.lang()));
    }
}

fn households(key: &'static str, list: &[Covered], say: &Say) {
    for one in list {
        let who = one.head.as_deref().map_or(Arg::Region(one.region), Arg::from);
        let message = Message::new(key).with("who", who).with("place", one.region).with("seat", seat(&one.seat));
        let name = |region| office::queries::places::name(region);
        say.out(&words::render_with(&message, say.words.lang(), &name));
    }
}

fn seat(seat: &Option<Seat>) -> Arg {
    seat.as_ref().map_or(Arg::Key("what-if-no-seat".into()), |seat| seat.title.as_str().into())
}
