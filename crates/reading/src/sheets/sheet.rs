//! One sheet, step by step: header, kind, columns, lines, context, records.

use super::cells::{self, Plan, Surroundings};
use super::context;
use super::field::{FieldId, Type};
use super::fields as f;
use super::fill;
use super::grid::{Grid, Texts};
use super::kind::Kind;
use super::layout::{self, Layout};
use super::lines::{Judge, LineKind};
use super::mapping::{self, Choice, Evidence, Mapped, Why};
use super::rows::Builder;
use super::{Column, Overrides, Sheet, SkipReason};

/// A line that sums others.
#[derive(Clone, Debug)]
pub(crate) struct Total {
    pub(crate) line: u32,
    /// 小计: only the records since the subtotal before.
    pub(crate) partial: bool,
    /// Column, field and stated sum (money in fen).
    pub(crate) sums: Vec<(u32, FieldId, f64)>,
    /// How many records stand above it.
    pub(crate) after: usize,
}

/// Reads one sheet, or says why it holds no records.
pub(super) fn read(
    grid: &Grid,
    texts: &Texts,
    file: &str,
    around: &Surroundings<'_>,
    overrides: &Overrides,
) -> Result<Sheet, SkipReason> {
    if grid.hidden {
        return Err(SkipReason::Hidden);
    }
    if grid.is_empty() {
        return Err(SkipReason::Empty);
    }
    let layout = layout::find(grid, texts).ok_or(SkipReason::NoHeader)?;
    let titles = context::titles(grid, &layout, texts);
    let evidence = evidence(grid, &layout, texts);
    let kind = kind_of((grid, &layout), &evidence, &titles, file, overrides)?;
    let mut choices = mapping::map(&layout.headers, &evidence, kind);
    correct(&mut choices, &layout, kind, grid, overrides);
    let columns: Vec<Option<Mapped>> = choices.iter().map(|choice| choice.mapped).collect();
    let fields: Vec<Option<FieldId>> = columns.iter().map(|c| c.map(Mapped::field)).collect();
    let judge = Judge { grid, texts, layout: &layout, kind, fields: &fields };
    let (data, sums) = judge_lines(&judge);
    if data.is_empty() {
        return Err(SkipReason::NoLines);
    }
    let mapped = context::fields_of(&columns);
    let context = context::gather(&titles, [&grid.name, file], &mapped, kind, around);
    let filled = fill::find(grid, &data, &columns);
    let with_units: Vec<_> = columns
        .iter()
        .enumerate()
        .filter_map(|(at, mapped)| Some((at as u32, (*mapped)?, layout.headers[at].unit())))
        .collect();
    let builder = Builder { grid, texts, filled: &filled, context: &context, around, columns: &with_units };
    let (rows, faults) = builder.build(&data);
    let totals = totals(&sums, &with_units, &context, grid, texts, around);
    Ok(Sheet {
        name: grid.name.clone(),
        kind,
        header_rows: layout.top..layout.bottom + 1,
        columns: describe(&layout, &choices, &evidence),
        rows,
        context: context.values,
        faults,
        totals,
    })
}

fn kind_of(
    (grid, layout): (&Grid, &Layout),
    evidence: &[Evidence],
    titles: &[String],
    file: &str,
    overrides: &Overrides,
) -> Result<Kind, SkipReason> {
    if let Some(kind) = overrides.kinds.get(&grid.name) {
        return kind.ok_or(SkipReason::User);
    }
    if let Some(kind) = overrides.all {
        return Ok(kind);
    }
    let title = titles.join(" ");
    mapping::detect(&layout.headers, evidence, &[&title, &grid.name, file]).ok_or(SkipReason::NoKind)
}

fn evidence(grid: &Grid, layout: &Layout, texts: &Texts) -> Vec<Evidence> {
    let mut evidence: Vec<Evidence> = (0..grid.width()).map(|_| Evidence::default()).collect();
    for (_, cells) in grid.lines().filter(|(line, _)| *line > layout.bottom).take(600) {
        for cell in cells.iter().filter(|_| cells.len() > 2) {
            evidence[cell.column as usize].add(cell.raw, texts);
        }
    }
    evidence
}

/// What the user says of a column comes first, then what the office said of such a heading before. A single-valued field that
/// they give to one column is taken from any other.
fn correct(choices: &mut [Choice], layout: &Layout, kind: Kind, grid: &Grid, overrides: &Overrides) {
    let mut given: Vec<Option<Mapped>> = Vec::new();
    for (at, (choice, header)) in choices.iter_mut().zip(&layout.headers).enumerate() {
        let said = overrides.columns.get(&(grid.name.clone(), at as u32)).map(|mapped| (*mapped, Why::User));
        let before = || overrides.headings.get(&(kind, header.flat())).map(|mapped| (*mapped, Why::Remembered));
        if let Some((mapped, why)) = said.or_else(before) {
            *choice = Choice { mapped, confidence: 1.0, why };
            given.push(mapped.filter(|mapped| matches!(mapped, Mapped::Field(field) if !field.is_list())));
        }
    }
    let guessed = choices.iter_mut().filter(|choice| !matches!(choice.why, Why::User | Why::Remembered));
    for choice in guessed.filter(|choice| choice.mapped.is_some() && given.contains(&choice.mapped)) {
        *choice = Choice { mapped: None, confidence: 0.0, why: Why::Unknown };
    }
}

/// The data lines, and the sum lines with the number of data lines above them.
fn judge_lines(judge: &Judge<'_>) -> (Vec<u32>, Vec<(u32, bool, usize)>) {
    let mut data = Vec::new();
    let mut sums = Vec::new();
    for (line, cells) in judge.grid.lines().filter(|(line, _)| *line > judge.layout.bottom) {
        match judge.kind(line, cells) {
            LineKind::Data => data.push(line),
            LineKind::Subtotal => sums.push((line, true, data.len())),
            LineKind::Total => sums.push((line, false, data.len())),
            LineKind::Repeat | LineKind::Remark => {}
        }
    }
    // Several 合计 in one table: all but the last sum their own part.
    if let Some(last) = sums.iter().rposition(|(_, partial, _)| !partial) {
        let later_data = data.len() > sums[last].2;
        for (at, sum) in sums.iter_mut().enumerate() {
            sum.1 |= at < last || later_data;
        }
    }
    (data, sums)
}

fn totals(
    sums: &[(u32, bool, usize)],
    columns: &[(u32, Mapped, Option<mapping::Unit>)],
    context: &context::Context,
    grid: &Grid,
    texts: &Texts,
    around: &Surroundings<'_>,
) -> Vec<Total> {
    let summed =
        |field: FieldId| matches!(field.ty(), Type::Int | Type::Money) && field != f::ROW_SEQ && field != f::PERSON_AGE;
    let total = |(line, partial, after): &(u32, bool, usize)| {
        let sums = columns.iter().filter_map(|(column, mapped, unit)| {
            let field = mapped.field();
            let raw = grid.cell(*line, *column).filter(|_| summed(field))?;
            let unit = if field.ty() == Type::Money { unit.or(context.unit) } else { None };
            let outcome = cells::read(raw, Plan { field, unit }, texts, around);
            let number = outcome.values.first().and_then(|(_, value)| value.as_number())?;
            Some((*column, field, number))
        });
        Total { line: *line, partial: *partial, sums: sums.collect(), after: *after }
    };
    sums.iter().map(total).collect()
}

fn describe(layout: &Layout, choices: &[Choice], evidence: &[Evidence]) -> Vec<Column> {
    let columns = layout.headers.iter().zip(choices).zip(evidence).enumerate();
    let shown = columns.filter(|(_, ((header, _), values))| !header.parts.is_empty() || !values.is_empty());
    shown
        .map(|(index, ((header, choice), _))| Column {
            index: index as u32,
            header: header.flat(),
            mapped: choice.mapped,
            confidence: choice.confidence,
            why: choice.why,
        })
        .collect()
}
