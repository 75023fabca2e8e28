//! What the values of a column look like, to confirm or contradict its header.

use super::super::cells::{boolean, date, lookup};
use super::super::clean::{fold, is_han, says_nothing, unprotect};
use super::super::field::{FieldId, Type};
use super::super::fields as f;
use super::super::grid::{Raw, Texts};
use super::super::kind::Kind;

/// A sample of a column's values.
#[derive(Default)]
pub(in super::super) struct Evidence {
    samples: Vec<String>,
    dates: usize,
    numbers: usize,
    filled: usize,
}

const SAMPLE: usize = 400;

impl Evidence {
    pub(in super::super) fn add(&mut self, raw: Raw, texts: &Texts) {
        if self.filled >= SAMPLE {
            return;
        }
        let text = match raw {
            Raw::Error => return,
            Raw::Text(number) => texts.get(number).to_owned(),
            Raw::Number(n) => {
                self.numbers += 1;
                super::super::cells::plain_number(n)
            }
            Raw::Date(..) => {
                self.dates += 1;
                self.filled += 1;
                return;
            }
            Raw::Bool(yes) => if yes { "是" } else { "否" }.to_owned(),
        };
        let bare = unprotect(&text);
        if bare.is_empty() || (says_nothing(bare) && boolean::word(bare).is_none()) {
            return;
        }
        self.filled += 1;
        self.samples.push(fold(bare));
    }

    fn share(&self, test: impl Fn(&str) -> bool) -> f32 {
        if self.filled == 0 {
            return 0.0;
        }
        self.samples.iter().filter(|s| test(s)).count() as f32 / self.filled as f32
    }

    /// Whether nothing is known.
    pub(in super::super) fn is_empty(&self) -> bool {
        self.filled == 0
    }

    /// Whether all values are ticks.
    pub(in super::super) fn is_ticks(&self) -> bool {
        self.filled > 0 && self.dates == 0 && self.samples.iter().all(|s| boolean::is_tick(s))
    }

    /// Share of values that look like ID numbers.
    pub(super) fn ids(&self) -> f32 {
        self.share(looks_like_id)
    }

    /// Share of values longer than 18 characters among ID-like ones.
    pub(super) fn long_ids(&self) -> f32 {
        self.share(|s| looks_like_id(s) && s.len() >= 20)
    }

    /// Share of values that look like telephone numbers.
    pub(super) fn phones(&self) -> f32 {
        self.share(|s| {
            let digits = s.chars().filter(char::is_ascii_digit).count();
            (7..=13).contains(&digits) && s.chars().filter(|c| is_han(*c)).count() == 0 && !s.contains('.')
                || digits >= 22 && s.contains('1')
        })
    }

    /// Share of values that hold a name and a telephone number.
    pub(super) fn contacts(&self) -> f32 {
        self.share(|s| s.chars().filter(char::is_ascii_digit).count() >= 7 && s.chars().any(is_han))
    }

    /// Share of values that are two dates.
    pub(super) fn periods(&self) -> f32 {
        self.share(date::is_range)
    }

    /// Share of values that are ranges or words of pay.
    pub(super) fn ranges(&self) -> f32 {
        self.share(|s| {
            let parts = s.split(['-', '—', '~', '至', '－', '–']).filter(|p| p.chars().any(|c| c.is_ascii_digit()));
            parts.count() > 1 || s.contains("以上") || s.contains("以下") || s.contains('面') || s.ends_with('+')
        })
    }

    /// Share of values that name several levels of place.
    pub(super) fn joined_places(&self) -> f32 {
        self.share(|s| {
            let levels = [&["县", "区", "旗"][..], &["乡", "镇", "街道"], &["村", "社区"]];
            let at = |words: &&[&str]| words.iter().any(|w| s.contains(w));
            s.chars().count() >= 5 && levels.iter().filter(|l| at(l)).count() >= 2
        })
    }

    /// Share of values with a grade of disability (肢体三级).
    pub(super) fn grades(&self) -> f32 {
        self.share(|s| s.ends_with('级') && s.chars().count() >= 4)
    }

    fn date_like(&self) -> f32 {
        let texts = self.share(date::looks_like);
        texts + self.dates as f32 / self.filled.max(1) as f32
    }

    /// How well the values fit a field: 1 = well or unknown, less = badly.
    pub(super) fn fit(&self, field: FieldId) -> f32 {
        if self.filled == 0 {
            return 1.0;
        }
        let scale = |share: f32, enough: f32, worst: f32| if share >= enough { 1.0 } else { worst };
        let base = field.base();
        if [f::PERSON_ID_NO, f::PERSON_ID_FULL, f::HOUSEHOLD_HEAD_ID, f::HELPER_ID_NO].contains(&base) {
            return scale(self.ids(), 0.3, 0.5);
        }
        if f::VACANCY_CONTACT == base {
            return scale(self.contacts(), 0.3, 0.85);
        }
        match field.ty() {
            Type::Phone | Type::Phones => scale(self.phones() + self.contacts(), 0.3, 0.5),
            Type::Date => scale(self.date_like(), 0.3, 0.5),
            Type::Int | Type::Num | Type::Money => {
                let digits = self.share(|s| s.chars().any(|c| c.is_ascii_digit()) && !looks_like_id(s));
                let facility = field.area() == "site" && self.share(|s| boolean::word(s).is_some()) > 0.5;
                if facility { 1.0 } else { scale(digits, 0.4, 0.5) * if self.ids() > 0.5 { 0.5 } else { 1.0 } }
            }
            Type::Bool => scale(self.share(|s| boolean::of_field(s, field).is_some()), 0.4, 0.55),
            Type::Enum(name) | Type::Codes(name) => {
                let known = self.share(|s| {
                    s.split(['、', ',', ';', '/']).any(|p| lookup::code(name, p).is_some())
                        || lookup::code(name, s).is_some()
                });
                scale(known, 0.25, 0.55)
            }
            Type::Name => {
                scale(self.share(|s| (2..=6).contains(&s.chars().count()) && s.chars().any(is_han)), 0.3, 0.6)
            }
            Type::Text | Type::Texts => {
                let odd = self.ids().max(self.phones() * 0.9).max(self.dates as f32 / self.filled as f32);
                if odd > 0.6 { 0.6 } else { 1.0 }
            }
            Type::Composite if base == f::WORK_PERIOD || base == f::TRAINING_PERIOD || base == f::PUBPOST_PERIOD => {
                scale(self.date_like() + self.periods(), 0.3, 0.5)
            }
            Type::Composite | Type::Ident => 1.0,
        }
    }

    /// Share of values that count 1, 2, 3 …
    fn counting(&self) -> bool {
        let numbers: Vec<i64> = self.samples.iter().filter_map(|s| s.parse().ok()).collect();
        let steps = numbers.windows(2).filter(|w| w[1] == w[0] + 1).count();
        numbers.len() >= 5 && numbers.first() == Some(&1) && steps * 10 >= (numbers.len() - 1) * 8
    }

    /// Share of values that end like a place of one level.
    fn ending(&self, words: &[&str]) -> f32 {
        self.share(|s| (2..=9).contains(&s.chars().count()) && words.iter().any(|word| s.ends_with(word)))
    }

    /// The fields these values speak for on their own, in a sheet of a kind.
    pub(super) fn suggests(&self, kind: Kind) -> Vec<FieldId> {
        if self.filled < 3 {
            return Vec::new();
        }
        let person = kind.has_persons();
        let mut fields = Vec::new();
        let mut when = |sure: bool, field: FieldId| {
            if sure && kind.areas().contains(&field.area()) {
                fields.push(field);
            }
        };
        when(self.counting(), f::ROW_SEQ);
        when(self.ids() > 0.7, if person { f::PERSON_ID_NO } else { f::HOUSEHOLD_HEAD_ID });
        let mobile = self.share(|s| s.len() == 11 && s.starts_with('1') && s.bytes().all(|b| b.is_ascii_digit())) > 0.6;
        when(mobile, if person { f::PERSON_PHONE } else { f::HOUSEHOLD_PHONE });
        when(self.share(|s| s == "男" || s == "女") > 0.8, f::PERSON_SEX);
        when(self.ending(&["族"]) > 0.6 || self.share(|s| s == "汉") > 0.5, f::PERSON_ETHNIC);
        when(self.joined_places() > 0.6, f::PLACE_FULL);
        when(self.ending(&["村", "社区", "村委会", "居委会"]) > 0.6, f::PLACE_VILLAGE);
        when(self.ending(&["乡", "镇", "街道"]) > 0.6, f::PLACE_TOWNSHIP);
        when(self.ending(&["县", "区"]) > 0.8, f::PLACE_COUNTY);
        if fields.is_empty() {
            fields.extend(self.vocabulary_fields(kind));
        }
        fields
    }

    /// Coded fields whose vocabulary knows nearly all values and more than one of them.
    fn vocabulary_fields(&self, kind: Kind) -> Vec<FieldId> {
        let mut different: Vec<&String> = self.samples.iter().collect();
        different.sort();
        different.dedup();
        // Yes, no and single digits are words of many vocabularies.
        let telling = |s: &&&String| s.chars().count() >= 2 && boolean::word(s).is_none() && !s.is_ascii();
        let telling: Vec<&&String> = different.iter().filter(telling).collect();
        if different.len() < 2 || telling.len() * 2 < different.len() {
            return Vec::new();
        }
        let fields = super::super::fields::FIELDS.iter().filter_map(|info| FieldId::from_key(info.key));
        let fitting = fields.filter(|field| kind.areas().contains(&field.area())).filter(|field| {
            let (Type::Enum(name) | Type::Codes(name)) = field.ty() else { return false };
            let known = different.iter().filter(|s| lookup::exact(name, s).is_some()).count();
            known * 10 >= different.len() * 9
        });
        fitting.collect()
    }
}

fn looks_like_id(s: &str) -> bool {
    let signs = s.len();
    let digits = s.bytes().filter(|b| b.is_ascii_digit() || matches!(b, b'x' | b'*')).count();
    (14..=23).contains(&signs) && digits + 2 >= signs && s.bytes().take(6).all(|b| b.is_ascii_digit())
        || s.contains("e+1") && s.starts_with(|c: char| c.is_ascii_digit())
}
