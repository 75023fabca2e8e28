//! One language's texts, built once and shared by all threads.

use std::borrow::Cow;
use std::sync::OnceLock;

use domain::places::gazetteer;
use domain::say::Arg;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::{Lang, embedded, format};

/// All texts of one language.
///
/// [`Words::get`] gives the shared instance; looking a text up costs one hash.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    faults: Vec<String>,
}

impl Words {
    /// The texts of `lang`; parsed on first use, then shared.
    #[must_use]
    pub fn get(lang: Lang) -> &'static Words {
        static ZH: OnceLock<Words> = OnceLock::new();
        static EN: OnceLock<Words> = OnceLock::new();
        match lang {
            Lang::Zh => ZH.get_or_init(|| Words::build(lang, embedded::ZH)),
            Lang::En => EN.get_or_init(|| Words::build(lang, embedded::EN)),
        }
    }

    /// The language these texts are in.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The text of `key`, which takes no values. A missing text comes back as `⟦key⟧`.
    #[must_use]
    pub fn text(&self, key: &str) -> Cow<'_, str> {
        self.pattern(key, None)
    }

    /// The text of `key` with its values filled in. A missing text or value
    /// comes back between ⟦ ⟧.
    #[must_use]
    pub fn format(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, self.value(arg));
        }
        self.pattern(key, Some(&values)).into_owned()
    }

    /// Whether there is a text for `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// What is wrong with the embedded files: syntax errors and keys given
    /// twice. Always empty in a tested build.
    #[must_use]
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    pub(crate) fn pattern(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return Cow::Owned(format!("⟦{key}⟧"));
        };
        let mut errors = Vec::new();
        // The bundle ties the result to `args`; only a text without them can be borrowed.
        let text = match args {
            None => self.bundle.format_pattern(pattern, None, &mut errors),
            Some(_) => Cow::Owned(self.bundle.format_pattern(pattern, args, &mut errors).into_owned()),
        };
        if errors.is_empty() { text } else { Cow::Owned(format!("⟦{key}: {text}⟧")) }
    }

    pub(crate) fn value<'a>(&self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.as_str()),
            Arg::Int(number) => FluentValue::from(*number),
            Arg::Metres(metres) => FluentValue::from(self.km(metres.unsigned_abs())),
            Arg::Date(date) => FluentValue::from(self.date(*date)),
            Arg::Money(fen) => FluentValue::from(self.money_yuan(*fen)),
            Arg::Key(key) => FluentValue::from(self.text(key).into_owned()),
            Arg::Region(region) => {
                let name = gazetteer().name(*region).map(str::to_owned);
                FluentValue::from(name.unwrap_or_else(|| region.to_string()))
            }
        }
    }

    fn build(lang: Lang, files: &[(&str, &str)]) -> Words {
        let tag = lang.tag().parse().expect("our own tags are well formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks (U+2068/2069) are invisible but break search, copying and sheets.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(n) if n.value.fract() == 0.0 => Some(format::number(n.value as i64)),
            _ => None,
        }));
        let mut faults = Vec::new();
        for (name, source) in files {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, errors)| {
                faults.extend(errors.iter().map(|e| format!("{lang}/{name}.ftl: {e}")));
                resource
            });
            if let Err(errors) = bundle.add_resource(resource) {
                faults.extend(errors.iter().map(|e| format!("{lang}/{name}.ftl: {e}")));
            }
        }
        Words { lang, bundle, faults }
    }
}
