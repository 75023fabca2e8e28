//! Values, statements and rows: the only four types that travel between Qiao and a database, alike on SQLite and PostgreSQL.
//!
//! A statement is made of static pieces of text and of values that are always bound, so no value ever becomes part of the text.

use crate::error::StoreError;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use domain::places::Region;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Arguments, Postgres, Row as _, Sqlite};
use std::borrow::Cow;
use uuid::Uuid;

/// A value to bind. Days and times are ISO text, booleans 0 or 1, so that both databases sort and compare alike.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Val {
    Int(Option<i64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
    Uuid(Option<Uuid>),
}

macro_rules! from {
    ($($type:ty, $value:ident => $variant:ident $inner:expr;)*) => {$(
        impl From<$type> for Val {
            fn from($value: $type) -> Self { Self::$variant(Some($inner)) }
        }
        impl From<Option<$type>> for Val {
            fn from(value: Option<$type>) -> Self { Self::$variant(value.map(|$value| $inner)) }
        }
    )*};
}
from! {
    i64, n => Int n;
    i32, n => Int i64::from(n);
    u32, n => Int i64::from(n);
    bool, yes => Int i64::from(yes);
    Region, region => Int region.code() as i64;
    &str, text => Text text.to_owned();
    String, text => Text text;
    NaiveDate, day => Text day.to_string();
    DateTime<Utc>, at => Text at.to_rfc3339_opts(SecondsFormat::Millis, true);
    Vec<u8>, bytes => Bytes bytes;
    [u8; 16], bytes => Bytes bytes.to_vec();
    [u8; 32], bytes => Bytes bytes.to_vec();
    Uuid, id => Uuid id;
}

/// A statement with its values.
pub(crate) struct Sql {
    pub(crate) text: Cow<'static, str>,
    pub(crate) args: Vec<Val>,
    /// Worth keeping prepared: its text comes again.
    pub(crate) kept: bool,
}

/// Binds values as the arguments of a database. A macro, because a generic function would have to name every encoding of both.
macro_rules! bound {
    ($args:expr, $arguments:ty) => {{
        let mut bound = <$arguments>::default();
        bound.reserve($args.len(), 0);
        for value in $args {
            match value {
                Val::Int(n) => bound.add(n),
                Val::Text(text) => bound.add(text),
                Val::Bytes(bytes) => bound.add(bytes),
                Val::Uuid(id) => bound.add(id),
            }
            .map_err(sqlx::Error::Encode)?;
        }
        Ok(bound)
    }};
}

impl Sql {
    /// A statement; its gaps are `$1`, `$2` … in the order of [`Sql::with`].
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { text: Cow::Borrowed(text), args: Vec::new(), kept: true }
    }

    /// Fills the next gap.
    #[must_use]
    pub(crate) fn with(mut self, value: impl Into<Val>) -> Self {
        self.args.push(value.into());
        self
    }

    /// More text.
    pub(crate) fn push(&mut self, text: &'static str) -> &mut Self {
        self.text.to_mut().push_str(text);
        self
    }

    /// More text with one value behind it.
    pub(crate) fn push_with(&mut self, text: &'static str, value: impl Into<Val>) -> &mut Self {
        self.args.push(value.into());
        let gap = format!("${}", self.args.len());
        self.push(text).text.to_mut().push_str(&gap);
        self
    }

    /// `(a, b, c)`. The list is padded with its last value to a power of two, so that few different texts need to be prepared.
    pub(crate) fn push_list(
        &mut self,
        text: &'static str,
        values: impl IntoIterator<Item = impl Into<Val>>,
    ) -> &mut Self {
        self.push(text).push("(");
        let first = self.args.len();
        self.args.extend(values.into_iter().map(Into::into));
        let count = self.args.len() - first;
        if let Some(last) = self.args.last().cloned().filter(|_| count > 0) {
            self.args.resize(first + count.next_power_of_two(), last);
        }
        self.push_gaps(first);
        if count == 0 {
            self.push("NULL");
        }
        self.push(")")
    }

    /// Inserts rows, all of one length. `head` ends before `VALUES`, `tail` stands behind the rows. On SQLite the gaps have no numbers: it
    /// looks through all names of gaps for each value it binds, which for thousands of them takes longer than the insert itself.
    pub(crate) fn insert(head: &'static str, rows: Vec<Vec<Val>>, tail: &'static str, lite: bool) -> Self {
        let width = rows.first().map_or(0, Vec::len);
        let mut text = String::with_capacity(head.len() + tail.len() + 16 + rows.len() * (width * 7 + 4));
        text.push_str(head);
        text.push_str(" VALUES ");
        for (n, row) in rows.iter().enumerate() {
            text.push_str(if n == 0 { "(" } else { ", (" });
            for m in 1..=row.len() {
                use std::fmt::Write;
                text.push_str(if m == 1 { "" } else { ", " });
                let number = n * width + m;
                let written = if lite { write!(text, "?") } else { write!(text, "${number}") };
                written.expect("writing to a string does not fail");
            }
            text.push(')');
        }
        text.push(' ');
        text.push_str(tail);
        let kept = rows.len() == crate::db::BATCH;
        Self { text: Cow::Owned(text), args: rows.into_iter().flatten().collect(), kept }
    }

    /// One row of values `($1, $2)`, with a comma before all but the first.
    pub(crate) fn push_row(&mut self, row: Vec<Val>, first: bool) {
        self.push(if first { "(" } else { ", (" });
        let at = self.args.len();
        self.args.extend(row);
        self.push_gaps(at);
        self.push(")");
    }

    fn push_gaps(&mut self, from: usize) {
        use std::fmt::Write;
        let count = self.args.len();
        let text = self.text.to_mut();
        for n in from + 1..=count {
            let comma = if n > from + 1 { ", " } else { "" };
            write!(text, "{comma}${n}").expect("writing to a string does not fail");
        }
    }

    pub(crate) fn lite(args: Vec<Val>) -> Result<SqliteArguments, StoreError> {
        bound!(args, SqliteArguments)
    }

    pub(crate) fn pg(args: Vec<Val>) -> Result<PgArguments, StoreError> {
        bound!(args, PgArguments)
    }
}

/// A row read.
pub(crate) enum Row {
    Lite(SqliteRow),
    Pg(PgRow),
}

/// What can be read from a column of either database.
pub(crate) trait Column: for<'r> sqlx::Decode<'r, Sqlite> + for<'r> sqlx::Decode<'r, Postgres> {}
impl<T> Column for T where T: for<'r> sqlx::Decode<'r, Sqlite> + for<'r> sqlx::Decode<'r, Postgres> {}

impl Row {
    /// The column at a position, counted from 0.
    pub(crate) fn get<T: Column>(&self, at: usize) -> Result<T, StoreError>
    where
        Option<T>: Column,
    {
        Ok(match self {
            Self::Lite(row) => row.try_get_unchecked(at)?,
            Self::Pg(row) => row.try_get_unchecked(at)?,
        })
    }

    /// A column that may be empty.
    pub(crate) fn maybe<T: Column>(&self, at: usize) -> Result<Option<T>, StoreError>
    where
        Option<T>: Column,
    {
        Ok(match self {
            Self::Lite(row) => row.try_get_unchecked(at)?,
            Self::Pg(row) => row.try_get_unchecked(at)?,
        })
    }

    pub(crate) fn yes(&self, at: usize) -> Result<bool, StoreError> {
        Ok(self.get::<i64>(at)? != 0)
    }

    pub(crate) fn count(&self, at: usize) -> Result<u32, StoreError> {
        u32::try_from(self.get::<i64>(at)?).map_err(|_| StoreError::Damaged("count"))
    }

    pub(crate) fn region(&self, at: usize) -> Result<Region, StoreError> {
        let code = self.get::<i64>(at)?;
        u64::try_from(code).ok().and_then(Region::new).ok_or(StoreError::Damaged("region"))
    }

    pub(crate) fn day(&self, at: usize) -> Result<Option<NaiveDate>, StoreError> {
        let text = self.maybe::<String>(at)?;
        text.map(|text| text.parse().map_err(|_| StoreError::Damaged("day"))).transpose()
    }

    pub(crate) fn time(&self, at: usize) -> Result<DateTime<Utc>, StoreError> {
        let text = self.get::<String>(at)?;
        text.parse().map_err(|_| StoreError::Damaged("time"))
    }
}
