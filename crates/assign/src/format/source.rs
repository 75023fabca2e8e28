//! Reading and writing sections of numbers: what is missing, too much or out of place is an error, never a panic.

use std::fmt;
use std::io::{self, Write};

use crate::BuildError;

/// What is wrong with the bytes of an instance or a solution.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FormatError {
    /// The first 8 bytes are not a known magic.
    Magic,
    /// The data ends before the sections its head announces, or goes on after them.
    Length {
        /// Bytes announced so far.
        expected: u64,
        /// Bytes there are.
        found: u64,
    },
    /// A table of beginnings does not start at 0, descends, or does not end at the count.
    Table {
        /// Which table.
        what: &'static str,
        /// The row at fault.
        row: u64,
    },
    /// The content is no valid instance.
    Content(BuildError),
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Magic => write!(f, "neither an instance nor a solution of a known version"),
            Self::Length { expected, found } => {
                write!(f, "{expected} bytes announced, {found} found")
            }
            Self::Table { what, row } => write!(f, "{what}: row {row} does not fit its neighbours"),
            Self::Content(mistake) => mistake.fmt(f),
        }
    }
}

impl std::error::Error for FormatError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Content(mistake) => Some(mistake),
            _ => None,
        }
    }
}

/// Takes sections from the front of a byte slice, never past its end.
pub(super) struct Source<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Source<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next `count` items of `N` bytes.
    pub(super) fn take<const N: usize>(&mut self, count: u64) -> Result<&'a [[u8; N]], FormatError> {
        let found = self.bytes.len() as u64;
        let end = count.checked_mul(N as u64).and_then(|n| n.checked_add(self.at as u64));
        let expected = end.unwrap_or(u64::MAX);
        if expected > found {
            return Err(FormatError::Length { expected, found });
        }
        let section = &self.bytes[self.at..expected as usize];
        self.at = expected as usize;
        Ok(section.as_chunks().0)
    }

    pub(super) fn u64(&mut self) -> Result<u64, FormatError> {
        Ok(u64::from_le_bytes(self.take(1)?[0]))
    }

    pub(super) fn pad(&mut self) -> Result<(), FormatError> {
        let gap = self.at.next_multiple_of(8) - self.at;
        self.take::<1>(gap as u64).map(|_| ())
    }

    pub(super) fn end(self) -> Result<(), FormatError> {
        let (expected, found) = (self.at as u64, self.bytes.len() as u64);
        if expected == found { Ok(()) } else { Err(FormatError::Length { expected, found }) }
    }
}

/// Counts bytes written, for padding.
pub(super) struct Sink<W> {
    out: W,
    at: u64,
}

impl<W: Write> Sink<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, at: 0 }
    }

    pub(super) fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.at += bytes.len() as u64;
        self.out.write_all(bytes)
    }

    pub(super) fn pad(&mut self) -> io::Result<()> {
        let gap = self.at.next_multiple_of(8) - self.at;
        self.put(&[0; 8][..gap as usize])
    }

    pub(super) fn end(mut self) -> io::Result<()> {
        self.out.flush()
    }
}
