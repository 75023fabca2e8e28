//! What a check reports.

use std::fmt;

use super::File;

/// A breach of a rule: where it is and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Path from the root of the repository.
    pub path: String,
    /// Line, counted from one; 0 when the file as a whole is meant.
    pub line: usize,
    /// What is wrong, in a form that says how to mend it.
    pub what: String,
}

impl Finding {
    /// A finding on one line of a file.
    pub fn new(file: &File, line: usize, what: impl Into<String>) -> Finding {
        Finding { path: file.path.clone(), line, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.what),
            line => write!(f, "{}:{line}: {}", self.path, self.what),
        }
    }
}
