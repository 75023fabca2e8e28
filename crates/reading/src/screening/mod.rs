//! Screening of recruitment texts: what the law forbids and what smells of fraud (D§6.1 to 6.4). A finding says what the text says;
//! it is a reason to check, not a verdict. Limits of age and sex are kept in quarantine by whoever stores a vacancy: never
//! published, never a criterion.

mod duplicates;
mod flag;
mod minimum_wage;
mod nothing;
mod shape;
mod vacancy;
mod words;

use std::ops::Range;

use crate::posts::{Draft, Post, text::Text};

pub use duplicates::{Fingerprint, Posting, serial_posters};
pub use flag::{Flag, Severity};
pub use minimum_wage::{Floor, Shortfall, below_minimum, minimum_wage};
pub(crate) use nothing::{fair_only, offers_nothing};
pub use vacancy::{Noticed, screen_vacancy};

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub flag: Flag,
    /// The words that gave the reason, in bytes of the original; empty where the reason is that something is missing.
    pub span: Range<usize>,
}

impl Finding {
    /// The words that gave the reason.
    pub fn quote<'a>(&self, original: &'a str) -> &'a str {
        original.get(self.span.clone()).unwrap_or_default()
    }
}

/// Screens a text that [`read`](crate::posts::read) has read: one finding a rule, in the order of the rules.
pub fn screen(original: &str, post: &Post) -> Vec<Finding> {
    let text = Text::new(original);
    if post.vacancies.is_empty() {
        return vec![Finding { flag: Flag::NotVacancy, span: 0..0 }];
    }
    let mut findings: Vec<Finding> = words::find(&text).chain(shape::find(&text, original, post)).collect();
    one_a_rule(&mut findings);
    findings
}

/// Screens a text vacancy by vacancy: what stands in the words of one is found for that one alone, what stands in the words for all
/// is found for each.
pub fn screen_each(original: &str, post: &Post) -> Vec<Vec<Finding>> {
    let text = Text::new(original);
    let said: Vec<Finding> =
        words::find(&text).chain(words::limits(&text)).chain(vacancy::credit_codes(&text)).collect();
    let of_one = |(at, draft): (usize, &Draft)| {
        let others = || post.vacancies.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
        let holds = |draft: &Draft, span: &Range<usize>| draft.own.iter().any(|own| own.contains(&span.start));
        let for_it = |span: &Range<usize>| holds(draft, span) || !others().any(|other| holds(other, span));
        let alone = Post { vacancies: vec![draft.clone()] };
        let shape = shape::find(&text, original, &alone).collect::<Vec<_>>();
        let mut findings: Vec<Finding> =
            said.iter().filter(|found| for_it(&found.span)).cloned().chain(shape).collect();
        one_a_rule(&mut findings);
        findings
    };
    post.vacancies.iter().enumerate().map(of_one).collect()
}

/// Screens words that were typed in or imported: the rules that words alone decide.
pub fn screen_words(original: &str) -> Vec<Finding> {
    let text = Text::new(original);
    let mut findings: Vec<Finding> = words::find(&text).chain(words::limits(&text)).collect();
    one_a_rule(&mut findings);
    findings
}

fn one_a_rule(findings: &mut Vec<Finding>) {
    findings.sort_by_key(|finding| (finding.flag, finding.span.start));
    findings.dedup_by_key(|finding| finding.flag);
}
