//! What could be different, and how it is written: `kind:key=value;key=value`, the same in the address of a page and on the command
//! line.

use domain::codes::Board;
use domain::error::Refusal;
use domain::ids::{HouseholdId, PersonId, VacancyId};
use domain::places::Region;
use domain::vacancies::{PlacementChannel, Weight};
use std::fmt;
use std::str::FromStr;

/// One thing that could be different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A vacancy has more seats, or fewer.
    Seats {
        /// Which.
        vacancy: VacancyId,
        /// How many more; negative: fewer.
        more: i32,
    },
    /// A vacancy is closed.
    Close {
        /// Which.
        vacancy: VacancyId,
    },
    /// A new post.
    Post(Post),
    /// People learn something and get the certificate.
    Course {
        /// The certificate or trade in the office's words: 电工证, 缝纫.
        what: String,
        /// Who takes part.
        who: Who,
    },
    /// People along a line can go to work at its end and be home every day.
    Line {
        /// Townships or villages where people get on.
        from: Vec<Region>,
        /// Where it takes them.
        to: Region,
    },
    /// People of an area can be fetched from farther away.
    Reach {
        /// Whose homes.
        area: Region,
        /// Daily way in road kilometres, at least.
        km: u32,
    },
    /// The members of a household, or one of them, give up a wish of their own.
    Relax {
        /// Whose.
        whose: Whose,
        /// Which wish.
        wish: Wish,
    },
}

/// A post that does not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Title.
    pub title: String,
    /// Place of work.
    pub place: Region,
    /// Seats.
    pub seats: u32,
    /// Bank of the placement order; `None`: told by the place.
    pub channel: Option<PlacementChannel>,
    /// Pay in yuan a month; `None`: not said.
    pub pay: Option<u32>,
    /// How heavy the work is.
    pub weight: Option<Weight>,
    /// Board and lodging.
    pub board: Option<Board>,
    /// Hours or shift as typed.
    pub hours: Option<String>,
}

/// Who takes part in a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// These people.
    Persons(Vec<PersonId>),
    /// The jobseekers of a household.
    Household(HouseholdId),
    /// Every jobseeker of an area who lacks it.
    Area(Region),
}

/// Whose wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Of all jobseekers of a household.
    Household(HouseholdId),
    /// Of one person.
    Person(PersonId),
}

/// A wish of the person's own. What the law or the health of a person limits is no wish and cannot be given up here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Least pay.
    Pay,
    /// How far, and where to.
    Distance,
    /// Which work.
    Occupation,
    /// Board and lodging.
    Board,
    /// Not wanting to work at present.
    Willing,
    /// What was refused before.
    Refusals,
}

impl Wish {
    /// Every wish.
    pub const ALL: [Self; 6] =
        [Self::Pay, Self::Distance, Self::Occupation, Self::Board, Self::Willing, Self::Refusals];

    /// The word in addresses and message keys (`wish-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pay => "pay",
            Self::Distance => "distance",
            Self::Occupation => "occupation",
            Self::Board => "board",
            Self::Willing => "willing",
            Self::Refusals => "refusals",
        }
    }
}

impl Change {
    /// The word of its kind, for addresses and message keys (`what-if-<kind>`).
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Seats { .. } => "seats",
            Self::Close { .. } => "close",
            Self::Post(_) => "post",
            Self::Course { .. } => "course",
            Self::Line { .. } => "line",
            Self::Reach { .. } => "reach",
            Self::Relax { .. } => "relax",
        }
    }

    /// Reads a change of a kind from named values; those that are empty count as not given.
    ///
    /// # Errors
    /// Q-1311, naming the value that is missing or makes no sense.
    pub fn read(kind: &str, value: &dyn Fn(&str) -> Option<String>) -> Result<Self, Refusal> {
        let values = Values(&|name| value(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()));
        Ok(match kind {
            "seats" => Self::Seats { vacancy: values.must("vacancy")?, more: values.must("more")? },
            "close" => Self::Close { vacancy: values.must("vacancy")? },
            "post" => Self::Post(post(&values)?),
            "course" => Self::Course { what: values.named("what")?, who: who(&values)? },
            "line" => Self::Line { from: values.list("from")?, to: values.must("to")? },
            "reach" => Self::Reach { area: values.must("area")?, km: values.must("km")? },
            "relax" => Self::Relax { whose: whose(&values)?, wish: wish(&values)? },
            _ => return Err(unreadable("kind", kind)),
        })
    }
}

fn post(values: &Values<'_>) -> Result<Post, Refusal> {
    Ok(Post {
        title: values.named("title")?,
        place: values.must("place")?,
        seats: values.must("seats")?,
        channel: values.word("channel", CHANNELS)?,
        pay: values.may("pay")?,
        weight: values.word("weight", WEIGHTS)?,
        board: values.word("board", BOARDS)?,
        hours: values.0("hours"),
    })
}

fn who(values: &Values<'_>) -> Result<Who, Refusal> {
    if values.0("person").is_some() {
        Ok(Who::Persons(values.list("person")?))
    } else if let Some(household) = values.may("household")? {
        Ok(Who::Household(household))
    } else {
        Ok(Who::Area(values.must("area")?))
    }
}

fn whose(values: &Values<'_>) -> Result<Whose, Refusal> {
    match values.may("person")? {
        Some(person) => Ok(Whose::Person(person)),
        None => Ok(Whose::Household(values.must("household")?)),
    }
}

fn wish(values: &Values<'_>) -> Result<Wish, Refusal> {
    let code = values.named("wish")?;
    Wish::ALL.into_iter().find(|wish| wish.code() == code).ok_or_else(|| unreadable("wish", &code))
}

fn unreadable(name: &str, found: &str) -> Refusal {
    Refusal::new(1311).with("name", name).with("found", found)
}

type Words<T> = &'static [(&'static str, T)];
const CHANNELS: Words<PlacementChannel> = &[
    ("outside", PlacementChannel::Outside),
    ("local", PlacementChannel::Local),
    ("public_welfare", PlacementChannel::PublicWelfare),
];
const WEIGHTS: Words<Weight> = &[("light", Weight::Light), ("medium", Weight::Medium), ("heavy", Weight::Heavy)];
const BOARDS: Words<Board> =
    &[("both", Board::Both), ("lodging", Board::Lodging), ("meals", Board::Meals), ("none", Board::None)];

fn word<T: PartialEq>(words: Words<T>, value: &T) -> &'static str {
    words.iter().find(|(_, one)| one == value).map_or("", |(word, _)| word)
}

/// Named values.
struct Values<'a>(&'a dyn Fn(&str) -> Option<String>);

impl Values<'_> {
    fn named(&self, name: &str) -> Result<String, Refusal> {
        self.0(name).ok_or_else(|| unreadable(name, ""))
    }

    fn may<T: FromStr>(&self, name: &str) -> Result<Option<T>, Refusal> {
        self.0(name).map(|text| text.parse().map_err(|_| unreadable(name, &text))).transpose()
    }

    fn must<T: FromStr>(&self, name: &str) -> Result<T, Refusal> {
        self.may(name)?.ok_or_else(|| unreadable(name, ""))
    }

    fn list<T: FromStr>(&self, name: &str) -> Result<Vec<T>, Refusal> {
        let text = self.named(name)?;
        let parts = text.split(['+', ' ', ',']).filter(|part| !part.is_empty());
        parts.map(|part| part.parse().map_err(|_| unreadable(name, part))).collect()
    }

    fn word<T: Copy>(&self, name: &str, words: Words<T>) -> Result<Option<T>, Refusal> {
        let Some(text) = self.0(name) else { return Ok(None) };
        let found = words.iter().find(|(word, _)| *word == text);
        found.map(|(_, value)| Some(*value)).ok_or_else(|| unreadable(name, &text))
    }
}

impl FromStr for Change {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let (kind, rest) = text.split_once(':').ok_or_else(|| unreadable("kind", text))?;
        let value = |name: &str| {
            let pairs = rest.split(';').filter_map(|pair| pair.split_once('='));
            pairs.filter(|(key, _)| key.trim() == name).map(|(_, value)| value.to_owned()).next()
        };
        Self::read(kind.trim(), &value)
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.kind())?;
        match self {
            Self::Seats { vacancy, more } => write!(f, "vacancy={vacancy};more={more}"),
            Self::Close { vacancy } => write!(f, "vacancy={vacancy}"),
            Self::Post(post) => post.fmt(f),
            Self::Course { what, who } => write!(f, "what={};{who}", plain(what)),
            Self::Line { from, to } => {
                write!(f, "from={};to={}", joined(from.iter().map(|region| region.prefix())), to.prefix())
            }
            Self::Reach { area, km } => write!(f, "area={};km={km}", area.prefix()),
            Self::Relax { whose, wish } => write!(f, "{whose};wish={}", wish.code()),
        }
    }
}

impl serde::Serialize for Change {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "title={};place={};seats={}", plain(&self.title), self.place.prefix(), self.seats)?;
        if let Some(channel) = &self.channel {
            write!(f, ";channel={}", word(CHANNELS, channel))?;
        }
        if let Some(pay) = self.pay {
            write!(f, ";pay={pay}")?;
        }
        if let Some(weight) = &self.weight {
            write!(f, ";weight={}", word(WEIGHTS, weight))?;
        }
        if let Some(board) = &self.board {
            write!(f, ";board={}", word(BOARDS, board))?;
        }
        if let Some(hours) = &self.hours {
            write!(f, ";hours={}", plain(hours))?;
        }
        Ok(())
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Persons(persons) => write!(f, "person={}", joined(persons.iter().map(ToString::to_string))),
            Self::Household(household) => write!(f, "household={household}"),
            Self::Area(area) => write!(f, "area={}", area.prefix()),
        }
    }
}

impl fmt::Display for Whose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Household(household) => write!(f, "household={household}"),
            Self::Person(person) => write!(f, "person={person}"),
        }
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("+")
}

/// Text without the signs that separate values.
fn plain(text: &str) -> String {
    text.replace([';', '='], " ")
}
