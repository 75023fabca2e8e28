//! Kinds of sheets: what one line stands for.

use super::field::FieldId;

/// What one line of a sheet stands for (schema §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    /// One person of a ledger.
    Persons,
    /// One household.
    Households,
    /// One spell of work.
    Spells,
    /// One person's plan or wish.
    Plans,
    /// One post offered.
    Vacancies,
    /// One workshop.
    Workshops,
    /// One enterprise resuming work.
    Employers,
    /// One resettlement site.
    Sites,
    /// One trainee in one class.
    Training,
    /// One holder of a public-welfare post.
    PublicPosts,
    /// One passenger.
    Manifests,
    /// One helper and one household.
    Helpers,
    /// One caravan stop or fair.
    Events,
}

impl Kind {
    /// All kinds in the order of the schema.
    pub const ALL: [Self; 13] = [
        Self::Persons,
        Self::Households,
        Self::Spells,
        Self::Plans,
        Self::Vacancies,
        Self::Workshops,
        Self::Employers,
        Self::Sites,
        Self::Training,
        Self::PublicPosts,
        Self::Manifests,
        Self::Helpers,
        Self::Events,
    ];

    /// The key of the schema.
    pub fn key(self) -> &'static str {
        match self {
            Self::Persons => "persons",
            Self::Households => "households",
            Self::Spells => "spells",
            Self::Plans => "plans",
            Self::Vacancies => "vacancies",
            Self::Workshops => "workshops",
            Self::Employers => "employers",
            Self::Sites => "sites",
            Self::Training => "training",
            Self::PublicPosts => "public_posts",
            Self::Manifests => "manifests",
            Self::Helpers => "helpers",
            Self::Events => "events",
        }
    }

    /// The kind of a schema key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether a line is a person with an ID number (schema §8 "persons kinds").
    pub fn has_persons(self) -> bool {
        use Kind::{Manifests, Persons, Plans, PublicPosts, Spells, Training};
        matches!(self, Persons | Spells | Plans | Training | PublicPosts | Manifests)
    }

    /// Whether the line belongs to a place given by the `place` fields.
    pub fn has_home(self) -> bool {
        !matches!(self, Self::Vacancies | Self::Manifests | Self::Employers)
    }

    /// The fields that can occur in sheets of this kind, in the order of the schema.
    pub fn fields(self) -> impl Iterator<Item = FieldId> {
        let all = super::fields::FIELDS.iter().filter_map(|info| FieldId::from_key(info.key));
        all.filter(move |field| self.areas().contains(&field.area()))
    }

    /// Areas of fields that occur in sheets of this kind.
    pub(super) fn areas(self) -> &'static [&'static str] {
        match self {
            Self::Persons => &[
                "row",
                "place",
                "household",
                "welfare",
                "subsidy",
                "person",
                "work",
                "wish",
                "service",
                "training",
                "cert",
                "pubpost",
                "helper",
            ],
            Self::Households => &["row", "place", "household", "welfare", "subsidy", "helper"],
            Self::Spells => &["row", "place", "household", "person", "work", "subsidy"],
            Self::Plans => &["row", "place", "household", "person", "wish", "service", "work"],
            Self::Vacancies => &["row", "vacancy"],
            Self::Workshops => &["row", "place", "workshop"],
            Self::Employers => &["row", "place", "resume"],
            Self::Sites => &["row", "place", "site"],
            Self::Training => &["row", "place", "household", "person", "training", "cert", "work", "wish"],
            Self::PublicPosts => &["row", "place", "household", "person", "pubpost", "welfare"],
            Self::Manifests => &["row", "place", "person", "trip"],
            Self::Helpers => &["row", "place", "household", "helper", "welfare"],
            Self::Events => &["row", "place", "event"],
        }
    }

    /// Areas that are what this kind is about.
    pub(super) fn own_areas(self) -> &'static [&'static str] {
        match self {
            Self::Persons => &[],
            Self::Households => &["household"],
            Self::Spells => &["work"],
            Self::Plans => &["wish"],
            Self::Vacancies => &["vacancy"],
            Self::Workshops => &["workshop"],
            Self::Employers => &["resume"],
            Self::Sites => &["site"],
            Self::Training => &["training", "cert"],
            Self::PublicPosts => &["pubpost"],
            Self::Manifests => &["trip"],
            Self::Helpers => &["helper"],
            Self::Events => &["event"],
        }
    }
}
