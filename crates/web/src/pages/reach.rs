//! The chart of a shortage: households left, vacancies right, a line where one could take the other.

use office::queries::findings::{Named, ShortVacancy, ShortagePage};

use crate::frame::Frame;

/// Height of a row, units of the drawing.
const ROW: f64 = 30.0;
/// Where the lines begin and end.
const LEFT: f64 = 170.0;
const RIGHT: f64 = 560.0;
/// Signs that find room in the box of a vacancy.
const ROOM: usize = 22;

/// What is drawn.
pub(crate) struct Reach {
    pub(crate) height: f64,
    pub(crate) lines: Vec<String>,
    pub(crate) households: Vec<Label>,
    pub(crate) vacancies: Vec<Label>,
}

/// A box with a text.
pub(crate) struct Label {
    pub(crate) text: String,
    /// Top of the box.
    pub(crate) y: String,
    /// Base line of the text.
    pub(crate) base: String,
}

impl Reach {
    /// The chart of a group that is small enough to be drawn.
    pub(crate) fn of(v: &ShortagePage, f: &Frame) -> Option<Self> {
        let (left, right) = (v.row.households.len(), v.vacancies.len());
        if v.reach.is_empty() {
            return None;
        }
        let height = ROW * left.max(right) as f64;
        let middle = |at: usize, of: usize| height * (at as f64 + 0.5) / of as f64;
        let line = |&(household, vacancy): &(usize, usize)| {
            let (from, to) = (middle(household, left), middle(vacancy, right));
            let (near, far) = (LEFT + 160.0, RIGHT - 160.0);
            format!("M{LEFT} {from:.1}C{near} {from:.1} {far} {to:.1} {RIGHT} {to:.1}")
        };
        let label = |text: String, middle: f64| Label {
            text,
            y: format!("{:.1}", middle - 12.0),
            base: format!("{:.1}", middle + 4.5),
        };
        let household = |(at, one): (usize, &Named)| label(f.w("web-household-of", &one.head), middle(at, left));
        let vacancy = |(at, one): (usize, &ShortVacancy)| label(named(one, f), middle(at, right));
        Some(Self {
            height,
            lines: v.reach.iter().map(line).collect(),
            households: v.row.households.iter().enumerate().map(household).collect(),
            vacancies: v.vacancies.iter().enumerate().map(vacancy).collect(),
        })
    }
}

/// Title and employer, as far as there is room.
fn named(one: &ShortVacancy, f: &Frame) -> String {
    let parts: Vec<String> = std::iter::once(one.title.clone()).chain(one.employer.clone()).collect();
    let text = f.join(&parts);
    if text.chars().count() <= ROOM {
        return text;
    }
    text.chars().take(ROOM - 1).chain(['…']).collect()
}
