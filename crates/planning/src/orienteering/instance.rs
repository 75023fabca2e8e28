//! The problem: places with profits, shifts of vehicles, and what a plan of routes is worth.

use std::fmt;

/// Slack of comparisons of time: sums of the same figures in another order may differ by this much.
pub const EPSILON: f64 = 1e-7;

/// A place that may be visited, once.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// What a visit is worth by itself.
    pub profit: i64,
    /// How long a visit takes, in the unit of time of the travel table.
    pub service: f64,
    /// Whether the plan has to visit it; comes before any profit.
    pub must: bool,
}

/// One route to be driven: a vehicle on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// Place where it starts; never visited for profit.
    pub start: usize,
    /// Place where it ends, perhaps the same.
    pub end: usize,
    /// Earliest departure.
    pub from: f64,
    /// Latest return.
    pub until: f64,
    /// Longest time on the road, without visits and waiting; infinite if there is no limit.
    pub driving: f64,
    /// Which row of [`Parts::windows`] holds on it; shifts of the same day share one.
    pub day: usize,
}

/// A limit to growth over some places: the weight of those visited together is worth less and less.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// Widths and the worth of each unit of weight within them, never rising; weight beyond is worth nothing.
    pub steps: Vec<(i64, i64)>,
    /// Places with their weight.
    pub members: Vec<(usize, i64)>,
}

impl Group {
    /// What a weight is worth: piecewise linear, concave.
    #[must_use]
    pub fn worth(&self, weight: i64) -> i64 {
        let mut left = weight;
        let mut worth = 0;
        for &(width, rate) in &self.steps {
            worth += left.min(width) * rate;
            left -= left.min(width);
        }
        worth
    }
}

/// A fair share: the visited members must weigh this much together; comes before any profit, after [`Place::must`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quota {
    /// Weight wanted.
    pub need: i64,
    /// Places with their weight.
    pub members: Vec<(usize, i64)>,
}

/// Opening and closing of a place: a visit begins in between. `None`: not that day.
pub type Window = Option<(f64, f64)>;

/// What an [`Instance`] is made of.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// The places; those where shifts start or end are never visited for profit.
    pub places: Vec<Place>,
    /// Travel times, row by row: `travel[from * places + to]`. Need not be symmetric.
    pub travel: Vec<f64>,
    /// The shifts.
    pub shifts: Vec<Shift>,
    /// Windows by day and place; no rows at all: everything is always open.
    pub windows: Vec<Vec<Window>>,
    /// Diminishing returns.
    pub groups: Vec<Group>,
    /// Fair shares.
    pub quotas: Vec<Quota>,
}

/// A well-formed problem.
#[derive(Debug, Clone)]
pub struct Instance {
    parts: Parts,
    endpoint: Vec<bool>,
    metric: bool,
}

/// Why [`Parts`] make no problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed(pub(crate) &'static str);

impl fmt::Display for Malformed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

impl std::error::Error for Malformed {}

/// Bound on all profits and weights together, so that sums and products of them stay exact.
const LARGEST: i64 = 1 << 40;

impl Instance {
    /// Checks the parts.
    ///
    /// # Errors
    /// When sizes disagree, a figure is negative or no number, an index points nowhere, or returns do not diminish.
    pub fn new(parts: Parts) -> Result<Self, Malformed> {
        let n = parts.places.len();
        let fault = |bad: bool, why| if bad { Err(Malformed(why)) } else { Ok(()) };
        fault(n > usize::from(u16::MAX), "too many places")?;
        fault(parts.travel.len() != n * n, "the travel table has another size than the list of places")?;
        fault(parts.travel.iter().any(|time| !time.is_finite() || *time < 0.0), "a travel time is no time")?;
        let bad = |place: &Place| !(place.service.is_finite() && place.service >= 0.0) || place.profit < 0;
        fault(parts.places.iter().any(bad), "a profit or a service time is negative or no number")?;
        fault(too_large(parts.places.iter().map(|place| place.profit)), "profits are too large")?;
        let bad = |shift: &Shift| {
            let rows = parts.windows.len();
            shift.start >= n
                || shift.end >= n
                || !shift.from.is_finite()
                || !shift.until.is_finite()
                || shift.driving.is_nan()
                || (rows > 0 && shift.day >= rows)
        };
        fault(parts.shifts.iter().any(bad), "a shift points nowhere or has no hours")?;
        fault(parts.windows.iter().any(|row| row.len() != n), "a row of windows has another size")?;
        let windows = parts.windows.iter().flatten().flatten();
        fault(windows.clone().any(|(open, close)| open.is_nan() || close.is_nan()), "a window is no time")?;
        let outside = |members: &[(usize, i64)]| members.iter().any(|&(place, weight)| place >= n || weight < 0);
        fault(
            parts.groups.iter().any(|group| outside(&group.members) || !concave(group)),
            "a group is not well formed",
        )?;
        let bad = |quota: &Quota| outside(&quota.members) || quota.need < 0 || quota.need > LARGEST;
        fault(parts.quotas.iter().any(bad), "a share is not well formed")?;
        let mut endpoint = vec![false; n];
        parts.shifts.iter().for_each(|shift| {
            endpoint[shift.start] = true;
            endpoint[shift.end] = true;
        });
        let metric = is_metric(&parts.travel, n);
        Ok(Self { parts, endpoint, metric })
    }

    /// The places.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.parts.places
    }

    /// The shifts.
    #[must_use]
    pub fn shifts(&self) -> &[Shift] {
        &self.parts.shifts
    }

    /// Diminishing returns.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.parts.groups
    }

    /// Fair shares.
    #[must_use]
    pub fn quotas(&self) -> &[Quota] {
        &self.parts.quotas
    }

    /// Travel time from one place to another.
    #[must_use]
    pub fn travel(&self, from: usize, to: usize) -> f64 {
        self.parts.travel[from * self.parts.places.len() + to]
    }

    /// When a visit of the place may begin on a day.
    #[must_use]
    pub fn window(&self, day: usize, place: usize) -> Window {
        self.parts.windows.get(day).map_or(Some((f64::NEG_INFINITY, f64::INFINITY)), |row| row[place])
    }

    /// Whether no place has hours.
    #[must_use]
    pub fn always_open(&self) -> bool {
        self.parts.windows.is_empty()
    }

    /// Whether no way through another place is shorter than the direct one. Not looked
    /// into beyond 400 places.
    pub(crate) const fn is_metric(&self) -> bool {
        self.metric
    }

    /// Whether shifts start or end here, so that it is not visited for profit.
    #[must_use]
    pub fn is_endpoint(&self, place: usize) -> bool {
        self.endpoint[place]
    }

    /// What visiting these places is worth, each once: their profits and what the groups make of their weights.
    #[must_use]
    pub fn worth(&self, visited: impl Fn(usize) -> bool) -> i64 {
        let single = self.parts.places.iter().enumerate().filter(|(place, _)| visited(*place));
        let weight = |members: &[(usize, i64)]| -> i64 {
            members.iter().filter(|(place, _)| visited(*place)).map(|(_, weight)| weight).sum()
        };
        let shared = self.parts.groups.iter().map(|group| group.worth(weight(&group.members)));
        single.map(|(_, place)| place.profit).sum::<i64>() + shared.sum::<i64>()
    }
}

fn too_large(mut profits: impl Iterator<Item = i64>) -> bool {
    profits.try_fold(0_i64, |sum, profit| sum.checked_add(profit).filter(|sum| *sum <= LARGEST)).is_none()
}

fn is_metric(travel: &[f64], n: usize) -> bool {
    let through = |a: usize, b: usize, c: usize| travel[a * n + c] + travel[c * n + b] < travel[a * n + b] - EPSILON;
    n <= 400 && (0..n).all(|a| (0..n).all(|b| !(0..n).any(|c| through(a, b, c))))
}

fn concave(group: &Group) -> bool {
    let falling = group.steps.windows(2).all(|pair| pair[0].1 >= pair[1].1);
    let whole = group.steps.iter().map(|&(width, rate)| width.checked_mul(rate).unwrap_or(LARGEST + 1));
    falling && group.steps.iter().all(|&(width, rate)| width >= 0 && rate >= 0) && !too_large(whole)
}
