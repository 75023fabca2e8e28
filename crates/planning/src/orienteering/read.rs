//! Reads the published instance formats, told apart by their content.
//!
//! | format | head | a line each |
//! |---|---|---|
//! | Chao, Golden, Wasil (team orienteering) | `n N`, `m M`, `tmax T` | `x y score`; first the start, last the end |
//! | Tsiligirides, Chao (orienteering) | `Tmax P` | `x y score`; first the start, second the end |
//! | Righini and Salani, Montemanni and Gambardella (with time windows) | `k v N t`, `D Q` | `i x y d S f a list O C`; first the depot |
//! | Solomon (vehicle routing with time windows) | a name, `VEHICLE`, `CUSTOMER` | `i x y demand ready due service`; first the depot |
//!
//! Distances are Euclidean; with time windows they are rounded down, as the literature does, to one decimal where all coordinates
//! are whole (Solomon) and to two where not (Cordeau). Those files do not say how many vehicles there are: one, unless told.

use super::instance::{Instance, Parts, Place, Shift};
use std::fmt;

/// Which of the published formats a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Team orienteering after Chao, Golden and Wasil (1996).
    Team,
    /// Orienteering after Tsiligirides (1984).
    Single,
    /// Team orienteering with time windows after Righini and Salani (2009), Montemanni and Gambardella (2009).
    Windows,
    /// Vehicle routing with time windows after Solomon (1987), demand taken as score.
    Solomon,
}

/// A file read.
#[derive(Debug, Clone)]
pub struct Published {
    /// The problem.
    pub instance: Instance,
    /// Its format.
    pub format: Format,
    /// Profits of the instance to one of the file; more than 1 if the file has fractions.
    pub scale: i64,
}

/// Why a file is no instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// Line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong.
    pub found: String,
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            return formatter.write_str(&self.found);
        }
        write!(formatter, "line {}: {}", self.line, self.found)
    }
}

impl std::error::Error for ReadError {}

fn fault<T>(line: usize, found: impl Into<String>) -> Result<T, ReadError> {
    Err(ReadError { line, found: found.into() })
}

/// Most places that a file may have; the travel table grows with the square.
const MOST_PLACES: usize = 5_000;
/// Most vehicles.
const MOST_VEHICLES: usize = 1_000;

/// A line that is not blank: its number and its words.
type Line<'a> = (usize, Vec<&'a str>);

/// A point of any format.
#[derive(Debug, Clone, Copy)]
struct Point {
    x: f64,
    y: f64,
    score: f64,
    service: f64,
    open: f64,
    close: f64,
}

/// Points in the order of the file and how they are driven.
struct Draft {
    format: Format,
    points: Vec<Point>,
    end: usize,
    vehicles: usize,
    longest: f64,
}

/// Reads an instance; `vehicles` overrides what the file says.
///
/// # Errors
/// When the text has none of the formats or a figure is missing or makes no sense.
pub fn read(text: &str, vehicles: Option<usize>) -> Result<Published, ReadError> {
    let words = |line: &'_ str| {
        line.split(|c: char| c.is_whitespace() || c == ';' || c == ',').filter(|word| !word.is_empty()).count()
    };
    let lines: Vec<Line<'_>> = text
        .trim_start_matches('\u{feff}')
        .lines()
        .enumerate()
        .filter(|(_, line)| words(line) > 0)
        .map(|(index, line)| {
            (
                index + 1,
                line.split(|c: char| c.is_whitespace() || c == ';' || c == ',')
                    .filter(|word| !word.is_empty())
                    .collect(),
            )
        })
        .collect();
    let Some((_, first)) = lines.first() else { return fault(0, "the file is empty") };
    let solomon = lines
        .iter()
        .take(12)
        .any(|(_, line)| line[0].eq_ignore_ascii_case("CUSTOMER") || line[0].eq_ignore_ascii_case("CUST"));
    let mut draft = match (first[0].eq_ignore_ascii_case("n"), first.len()) {
        _ if solomon => customers(&lines)?,
        (true, 2) => team(&lines)?,
        (false, 2) => single(&lines)?,
        (false, 4..) => windows(&lines)?,
        _ => return fault(1, "none of the published formats begins like this"),
    };
    draft.vehicles = vehicles.unwrap_or(draft.vehicles);
    if draft.vehicles > MOST_VEHICLES {
        return fault(0, format!("{} vehicles; at most {MOST_VEHICLES} are read", draft.vehicles));
    }
    build(&draft)
}

fn number(line: &Line<'_>, at: usize) -> Result<f64, ReadError> {
    let Some(word) = line.1.get(at) else { return fault(line.0, format!("figure {} is missing", at + 1)) };
    match word.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        _ => fault(line.0, format!("“{word}” is no number")),
    }
}

fn count(line: &Line<'_>, at: usize, most: usize) -> Result<usize, ReadError> {
    let found = number(line, at)?;
    if found < 0.0 || found.fract() != 0.0 || found > most as f64 {
        return fault(line.0, format!("“{}” is no count up to {most}", line.1[at]));
    }
    Ok(found as usize)
}

fn named(lines: &[Line<'_>], at: usize, name: &str) -> Result<usize, ReadError> {
    match lines.get(at) {
        Some((_, words)) if words[0].eq_ignore_ascii_case(name) && words.len() == 2 => Ok(at),
        Some((line, _)) => fault(*line, format!("“{name}” and a figure are expected")),
        None => fault(0, format!("“{name}” is missing")),
    }
}

fn spot(line: &Line<'_>) -> Result<Point, ReadError> {
    if line.1.len() != 3 {
        return fault(line.0, format!("{} figures where x, y and score are expected", line.1.len()));
    }
    let (x, y, score) = (number(line, 0)?, number(line, 1)?, number(line, 2)?);
    Ok(Point { x, y, score, service: 0.0, open: f64::NEG_INFINITY, close: f64::INFINITY })
}

fn team(lines: &[Line<'_>]) -> Result<Draft, ReadError> {
    let n = count(&lines[named(lines, 0, "n")?], 1, MOST_PLACES)?;
    let vehicles = count(&lines[named(lines, 1, "m")?], 1, MOST_VEHICLES)?;
    let longest = number(&lines[named(lines, 2, "tmax")?], 1)?;
    let points = lines[3..].iter().map(spot).collect::<Result<Vec<_>, _>>()?;
    if points.len() != n || n < 2 {
        return fault(0, format!("{} points, {n} announced, at least 2 needed", points.len()));
    }
    Ok(Draft { format: Format::Team, points, end: n - 1, vehicles, longest })
}

fn single(lines: &[Line<'_>]) -> Result<Draft, ReadError> {
    let longest = number(&lines[0], 0)?;
    let vehicles = count(&lines[0], 1, MOST_VEHICLES)?;
    let points = lines[1..].iter().map(spot).collect::<Result<Vec<_>, _>>()?;
    if points.len() < 2 {
        return fault(0, "a start and an end are needed");
    }
    Ok(Draft { format: Format::Single, points, end: 1, vehicles, longest })
}

fn windows(lines: &[Line<'_>]) -> Result<Draft, ReadError> {
    // The line with D and Q is shorter than that of any point.
    let body = if lines.get(1).is_some_and(|(_, words)| words.len() <= 3) { 2 } else { 1 };
    let mut points = vec![];
    for line in &lines[body.min(lines.len())..] {
        let last = line.1.len() - 1;
        if last < 6 {
            return fault(line.0, format!("{} figures where i x y d S … O C are expected", last + 1));
        }
        let (open, close) = (number(line, last - 1)?, number(line, last)?);
        points.push(Point {
            x: number(line, 1)?,
            y: number(line, 2)?,
            service: number(line, 3)?,
            score: number(line, 4)?,
            open,
            close,
        });
    }
    depot(Format::Windows, points)
}

fn customers(lines: &[Line<'_>]) -> Result<Draft, ReadError> {
    let mut points = vec![];
    for line in lines.iter().filter(|(_, words)| words.len() == 7 && words[0].parse::<u32>().is_ok()) {
        let [x, y, score, open, close, service] = [1, 2, 3, 4, 5, 6].map(|at| number(line, at));
        points.push(Point { x: x?, y: y?, score: score?, service: service?, open: open?, close: close? });
    }
    depot(Format::Solomon, points)
}

fn depot(format: Format, points: Vec<Point>) -> Result<Draft, ReadError> {
    let Some(depot) = points.first() else { return fault(0, "no points") };
    let longest = depot.close;
    Ok(Draft { format, points, end: 0, vehicles: 1, longest })
}

fn build(draft: &Draft) -> Result<Published, ReadError> {
    let points = &draft.points;
    if points.len() > MOST_PLACES {
        return fault(0, format!("{} points; at most {MOST_PLACES} are read", points.len()));
    }
    let scale = if points.iter().all(|point| point.score.fract() == 0.0) { 1 } else { 1_000 };
    let places = points.iter().map(|point| Place {
        profit: (point.score * scale as f64).round() as i64,
        service: point.service,
        must: false,
    });
    let timed = matches!(draft.format, Format::Windows | Format::Solomon);
    let from = if timed { points[0].open } else { 0.0 };
    let shift = Shift { start: 0, end: draft.end, from, until: draft.longest, driving: f64::INFINITY, day: 0 };
    let hours = || points.iter().map(|point| Some((point.open, point.close))).collect();
    let parts = Parts {
        places: places.collect(),
        travel: distances(points, timed),
        shifts: vec![shift; draft.vehicles],
        windows: if timed { vec![hours()] } else { vec![] },
        ..Parts::default()
    };
    match Instance::new(parts) {
        Ok(instance) => Ok(Published { instance, format: draft.format, scale }),
        Err(malformed) => fault(0, malformed.to_string()),
    }
}

fn distances(points: &[Point], rounded: bool) -> Vec<f64> {
    let whole = points.iter().all(|point| point.x.fract() == 0.0 && point.y.fract() == 0.0);
    let unit = if whole { 10.0 } else { 100.0 };
    let between = |a: &Point, b: &Point| {
        // Not `hypot`: a square root is the same on every machine.
        let exact = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt();
        // A hair is added so that 1.3 does not become 1.2 for want of a binary fraction.
        if rounded { (exact * unit + 1e-9).floor() / unit } else { exact }
    };
    points.iter().flat_map(|a| points.iter().map(move |b| between(a, b))).collect()
}
