//! What every page has: the language, who reads, where they are. Templates call its short methods, so that no template holds a word.

use askama::filters::Safe;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use chrono::{Datelike, NaiveDate};
use domain::access::may;
use domain::dates::PartialDate;
use domain::door::CommandKind;
use domain::money::Fen;
use domain::places::{Level, Region};
use std::convert::Infallible;
use words::{Arg, Lang, Message, Words};

use crate::assets;
use crate::session::Reader;
use crate::url;

/// The frame of one answer.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// Language of the answer.
    pub(crate) lang: Lang,
    /// Who reads; `None` before the log-in.
    pub(crate) who: Option<Reader>,
    /// Path and query of this page, for the language switch and the way back.
    pub(crate) here: String,
    /// Number of the request, for the log.
    pub(crate) request: String,
}

/// The language chosen for a request, set by a layer.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Chosen(pub(crate) Lang);

impl Frame {
    /// The frame of a request.
    pub(crate) fn of(parts: &Parts) -> Self {
        Self {
            lang: parts.extensions.get::<Chosen>().copied().unwrap_or_default().0,
            who: parts.extensions.get::<Reader>().cloned(),
            here: parts.uri.path_and_query().map_or("/", |uri| uri.as_str()).to_owned(),
            request: parts.headers.get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or("-").to_owned(),
        }
    }

    pub(crate) fn words(&self) -> &'static Words {
        Words::get(self.lang)
    }

    // Texts.

    /// The text of a key.
    pub(crate) fn t(&self, key: &str) -> String {
        self.words().text(key).into_owned()
    }

    /// The text of a key with a number `n` in it.
    pub(crate) fn n(&self, key: &str, n: impl Count) -> String {
        self.words().format(key, &[("n", Arg::Int(n.count()))])
    }

    /// The text of a key with two numbers `n` and `of` in it.
    pub(crate) fn of2(&self, key: &str, n: impl Count, of: impl Count) -> String {
        self.words().format(key, &[("n", Arg::Int(n.count())), ("of", Arg::Int(of.count()))])
    }

    /// The text of a key with a word `what` in it.
    pub(crate) fn w(&self, key: &str, what: impl AsRef<str>) -> String {
        self.words().format(key, &[("what", Arg::Text(what.as_ref().to_owned()))])
    }

    /// A sentence of the floors below.
    pub(crate) fn say(&self, message: &Message) -> String {
        words::render_with(message, self.lang, &|region| self.place(region))
    }

    /// The word for a code: the text of `list-code`.
    pub(crate) fn code(&self, list: &str, code: &str) -> String {
        self.t(&format!("{list}-{code}"))
    }

    /// A list joined as the language does it.
    pub(crate) fn join(&self, parts: &[String]) -> String {
        parts.join(&self.t("web-comma"))
    }

    // Figures.

    /// A number with thousands commas.
    pub(crate) fn num(&self, n: impl Count) -> String {
        self.words().number(n.count())
    }

    /// A day: 2020年3月24日.
    pub(crate) fn date(&self, day: &NaiveDate) -> String {
        self.words().date(*day)
    }

    /// A day near another: 3月24日 in the same year, with the year otherwise.
    pub(crate) fn near(&self, day: &NaiveDate, today: &NaiveDate) -> String {
        if day.year() == today.year() {
            let part = |n: u32| Arg::Text(n.to_string());
            let month = self.t(&format!("web-month-{}", day.month()));
            self.words().format("web-day", &[("month", Arg::Text(month)), ("day", part(day.day()))])
        } else {
            self.date(day)
        }
    }

    /// A date as far as it is known.
    pub(crate) fn partly(&self, date: &PartialDate) -> String {
        match date.parts() {
            (_, Some(_), Some(_)) => self.words().date(date.first_day()),
            (_, Some(_), None) => self.words().month(date.first_day()),
            (year, ..) => self.w("web-year", year.to_string()),
        }
    }

    /// Whole yuan without the unit.
    pub(crate) fn yuan(&self, fen: &Fen) -> String {
        self.words().yuan(fen.0)
    }

    /// A range of pay in yuan without the unit; a dash when nothing is known.
    pub(crate) fn range(&self, low: &Option<Fen>, high: &Option<Fen>) -> String {
        match (low, high) {
            (Some(low), Some(high)) if low != high => format!("{}–{}", self.yuan(low), self.yuan(high)),
            (Some(one), _) | (None, Some(one)) => self.yuan(one),
            (None, None) => "–".to_owned(),
        }
    }

    /// `part` of `whole` in per cent.
    pub(crate) fn percent(&self, part: impl Count, whole: impl Count) -> String {
        self.words().percent(part.count().unsigned_abs(), whole.count().unsigned_abs())
    }

    /// Name of a place, when there is one.
    pub(crate) fn place(&self, region: Region) -> Option<String> {
        office::queries::places::name(region)
    }

    // Parts.

    /// An icon; always beside a word.
    pub(crate) fn icon(&self, name: &str) -> Safe<String> {
        Safe(format!(r##"<svg class="i" aria-hidden="true"><use href="{}#{name}"/></svg>"##, assets::url("icons.svg")))
    }

    /// A status tag: class, icon, word.
    pub(crate) fn tag(&self, class: &str, icon: &str, key: &str) -> Safe<String> {
        self.tag_of(class, icon, &self.t(key))
    }

    /// A status tag with a text made elsewhere.
    pub(crate) fn tag_of(&self, class: &str, icon: &str, text: &str) -> Safe<String> {
        Safe(format!(r#"<span class="tag {class}">{}{}</span>"#, self.icon(icon).0, escape(text)))
    }

    /// Address of an embedded file.
    pub(crate) fn asset(&self, name: &str) -> String {
        assets::url(name)
    }

    // Reader.

    /// `aria-current` for the side link that leads to this part of the house.
    pub(crate) fn current(&self, section: &str) -> Safe<&'static str> {
        let path = self.here.split('?').next().unwrap_or_default();
        let here = path.strip_prefix(section).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        Safe(if here { r#" aria-current="page""# } else { "" })
    }

    fn other(&self) -> Lang {
        if self.lang == Lang::Zh { Lang::En } else { Lang::Zh }
    }

    /// Tag of the other language.
    pub(crate) fn other_lang(&self) -> &'static str {
        self.other().tag()
    }

    /// This language, in its own words.
    pub(crate) fn this_lang_name(&self) -> String {
        self.t(if self.lang == Lang::Zh { "lang-zh" } else { "lang-en" })
    }

    /// The other language, in its own words.
    pub(crate) fn other_lang_name(&self) -> String {
        Words::get(self.other()).text(if self.other() == Lang::Zh { "lang-zh" } else { "lang-en" }).into_owned()
    }

    /// Link that switches the language and comes back here.
    pub(crate) fn switch_link(&self) -> String {
        let mut back = url::query();
        back.append("back", &self.here);
        format!("/lang/{}?{}", self.other_lang(), back.finish())
    }

    /// Whether one of a list is the chosen one.
    pub(crate) fn same<T: PartialEq>(&self, chosen: &Option<T>, one: &T) -> bool {
        chosen.as_ref() == Some(one)
    }

    /// Whether two are the same.
    pub(crate) fn equal<T: PartialEq>(&self, a: &T, b: &T) -> bool {
        a == b
    }

    fn may(&self, command: CommandKind) -> bool {
        self.who.as_ref().is_some_and(|who| may(who.scope.role(), command))
    }

    /// Whether the reader takes files in.
    pub(crate) fn imports(&self) -> bool {
        self.may(CommandKind::ImportSheet)
    }

    /// Whether the reader runs the bridge.
    pub(crate) fn runs(&self) -> bool {
        self.may(CommandKind::RunBridge)
    }

    /// Whether the reader decides about proposals.
    pub(crate) fn decides(&self) -> bool {
        self.may(CommandKind::DecideProposal)
    }

    /// Whether the reader sees personal data in full on request.
    pub(crate) fn unmasks(&self) -> bool {
        self.may(CommandKind::Unmask)
    }

    /// Whether the reader screens vacancies.
    pub(crate) fn screens(&self) -> bool {
        self.may(CommandKind::SetVacancyState)
    }

    /// Whether the reader opens and shuts accounts.
    pub(crate) fn keeps_accounts(&self) -> bool {
        self.may(CommandKind::OpenAccount)
    }

    /// Whether the reader sees pages about people.
    pub(crate) fn sees_people(&self) -> bool {
        self.who.as_ref().is_some_and(|who| crate::session::sees_people(who.scope.role()))
    }

    /// Name of the area the reader works in.
    pub(crate) fn area(&self) -> String {
        self.who.as_ref().map(|who| self.place_or_code(&who.scope.region())).unwrap_or_default()
    }

    /// Name of a place, or its code.
    pub(crate) fn place_or_code(&self, region: &Region) -> String {
        self.place(*region).unwrap_or_else(|| region.prefix())
    }

    /// The hidden fields of every form: the proof that it came from our page, and the id of its command.
    pub(crate) fn token(&self) -> Safe<String> {
        let token = self.who.as_ref().map(|who| who.token.as_str()).unwrap_or_default();
        let id = office::ids::fresh();
        Safe(format!(
            r#"<input type="hidden" name="token" value="{token}"><input type="hidden" name="id" value="{id}">"#
        ))
    }

    /// A township and village: 谷前堡镇 · 六墩村.
    pub(crate) fn spot(&self, region: &Region) -> String {
        let township = region.township();
        if township == *region || township.level() < Level::Township {
            self.place_or_code(region)
        } else {
            format!("{} · {}", self.place_or_code(&township), self.place_or_code(region))
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Frame {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts))
    }
}

/// Text made safe to stand in HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What can be counted: every integer a view holds, by value or by reference.
pub(crate) trait Count {
    /// The number.
    fn count(self) -> i64;
}

macro_rules! counts {
    ($($int:ty)*) => {$(
        impl Count for $int {
            fn count(self) -> i64 {
                i64::try_from(self).unwrap_or(i64::MAX)
            }
        }
    )*};
}
impl<N: Count + Copy> Count for &N {
    fn count(self) -> i64 {
        (*self).count()
    }
}

counts! { u8 u32 u64 usize i32 i64 }
