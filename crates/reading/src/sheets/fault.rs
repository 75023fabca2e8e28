//! What is wrong with a cell, a line or a household, by numbered rule.

use super::field::FieldId;

macro_rules! rules {
    ($($name:ident)*) => {
        /// The number of a rule of the schema (§7).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum Rule { $($name),* }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The number as the schema prints it, for example `Q1`.
            pub fn number(self) -> &'static str {
                match self { $(Self::$name => stringify!($name)),* }
            }
        }
    };
}

rules! {
    Q1 Q2 Q3 Q4 Q5 Q6 Q7 Q8 Q9 Q10 Q11 Q12 Q13 Q14 Q15 Q16 Q17 Q18 Q19 Q20 Q21 Q22 Q23 Q24 Q25 Q26 Q27 Q28
    X1 X2 X3 X4 X5 X6 X7 V1 V2 V3 V4 V5 V6 V7 S1 S2 S3 M1 H1 H2 T1
}

impl Rule {
    /// Stem of the message keys: `{key}-title` names the rule, `{key}-help` explains it.
    pub fn key(self) -> String {
        format!("rule-{}", self.number().to_lowercase())
    }
}

/// How serious a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Worth a look.
    Warn,
    /// Wrong.
    Error,
}

impl Level {
    /// As the schema writes it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }
}

/// One finding. There is at most one per sheet, line, column and rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The rule that found it.
    pub rule: Rule,
    /// How serious it is.
    pub level: Level,
    /// Line of the file, from 1.
    pub line: u32,
    /// Column of the file, from 0.
    pub column: u32,
    /// Field of that column.
    pub field: FieldId,
    /// What stands there, or what it was compared with.
    pub found: Box<str>,
    /// What was typed into the cell; empty when nothing was.
    pub typed: Box<str>,
}
