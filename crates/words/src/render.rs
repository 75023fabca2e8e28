//! From a [`Message`] of the pure floors to a sentence.

use domain::places::Region;
use domain::say::{Arg, Message};
use fluent_bundle::{FluentArgs, FluentValue};

use crate::{Lang, Words};

/// What to call a place; `None` leaves it to the gazetteer.
pub type NameOfRegion<'a> = &'a dyn Fn(Region) -> Option<String>;

/// The sentence of `message` in `lang`; places show by their official name, or their code where the lists have none.
#[must_use]
pub fn render(message: &Message, lang: Lang) -> String {
    render_with(message, lang, &|_| None)
}

/// The sentence of `message` in `lang`, with places as the reader calls them: within the home county without its name.
#[must_use]
pub fn render_with(message: &Message, lang: Lang, name_of: NameOfRegion<'_>) -> String {
    let words = Words::get(lang);
    let mut values = FluentArgs::with_capacity(message.args.len());
    for (name, arg) in &message.args {
        let value = match arg {
            Arg::Region(region) => name_of(*region).map(FluentValue::from),
            _ => None,
        };
        values.set(name.as_ref(), value.unwrap_or_else(|| words.value(arg)));
    }
    words.pattern(&message.key, Some(&values)).into_owned()
}
