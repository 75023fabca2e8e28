//! The rules by name.

/// A screening rule, named as in the posts schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flag {
    /// Limited to one sex by 男/女 words (nine-department notice 2019; underground mine work excepted).
    GenderRestriction,
    /// Marriage or childbearing asked.
    MaritalRestriction,
    /// Shut out by ethnicity or origin.
    DiscriminationEthnicRegion,
    /// Hepatitis B and the like.
    DiscriminationHealth,
    /// Under 16 admitted (Labour Law art. 15).
    Underage,
    /// 16 or 17 admitted to night, mine, kiln or night-club work (Labour Law art. 64).
    MinorRisk,
    /// Money asked of the worker (Labour Contract Law art. 9).
    FeeDeposit,
    /// Identity papers kept (Labour Contract Law art. 9).
    IdWithhold,
    /// Pay held back or forfeited (Labour Law art. 50).
    WageWithholding,
    /// No insurance, or the worker is to waive it (Social Insurance Law art. 58).
    WaiveInsurance,
    /// 12 hours or more a day, or no day of rest (Labour Law arts 36, 38, 41).
    ExcessiveHours,
    /// Pay nobody pays for such work.
    UnrealisticPay,
    /// Bought posts, promised establishment, disguised sales.
    FalsePromise,
    /// Paid clicks, typing, handwork sent home.
    ScamTask,
    /// Bank cards and accounts for strangers' money.
    MoneyMule,
    /// Vice.
    ViceRisk,
    /// Smuggling and trafficking.
    TraffickingRisk,
    /// Work abroad: needs a licensed agency.
    Overseas,
    /// Bonus paid back by an agency.
    Rebate,
    /// Posted by an intermediary.
    Agency,
    /// No employer named.
    NoEmployer,
    /// No way to reach anybody.
    NoContact,
    /// No vacancy at all.
    NotVacancy,
    /// Pay below the minimum wage of the area (Labour Law art. 48).
    BelowMinimum,
    /// A limit of age or sex that is kept apart and not published (D§6.1, D§6.2).
    KeptApart,
    /// The unified social credit code is wrong (GB 32100-2015).
    CreditCode,
    /// Past its last day.
    Expired,
    /// Neither pay nor a way to ask for it.
    Incomplete,
    /// The same post is in the ledger already.
    Duplicate,
    /// The same phone posts for several employers.
    SerialPoster,
}

/// What a finding means for publishing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// For information; the office has nothing to do.
    Note,
    /// To be looked at; the vacancy may be shown.
    Warn,
    /// Not to be shown until somebody mends it.
    Block,
}

impl Flag {
    /// Every rule, in order. The first 23 are those of the posts schema; the others need the ledger, the day or a vacancy's columns.
    pub const ALL: [Self; 30] = [
        Self::GenderRestriction,
        Self::MaritalRestriction,
        Self::DiscriminationEthnicRegion,
        Self::DiscriminationHealth,
        Self::Underage,
        Self::MinorRisk,
        Self::FeeDeposit,
        Self::IdWithhold,
        Self::WageWithholding,
        Self::WaiveInsurance,
        Self::ExcessiveHours,
        Self::UnrealisticPay,
        Self::FalsePromise,
        Self::ScamTask,
        Self::MoneyMule,
        Self::ViceRisk,
        Self::TraffickingRisk,
        Self::Overseas,
        Self::Rebate,
        Self::Agency,
        Self::NoEmployer,
        Self::NoContact,
        Self::NotVacancy,
        Self::BelowMinimum,
        Self::KeptApart,
        Self::CreditCode,
        Self::Expired,
        Self::Incomplete,
        Self::Duplicate,
        Self::SerialPoster,
    ];

    /// The rule with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flag| flag.code() == code)
    }

    /// Its word, for the first 23 that of the posts schema.
    pub const fn code(self) -> &'static str {
        match self {
            Self::GenderRestriction => "gender_restriction",
            Self::MaritalRestriction => "marital_restriction",
            Self::DiscriminationEthnicRegion => "discrimination_ethnic_region",
            Self::DiscriminationHealth => "discrimination_health",
            Self::Underage => "underage",
            Self::MinorRisk => "minor_risk",
            Self::FeeDeposit => "fee_deposit",
            Self::IdWithhold => "id_withhold",
            Self::WageWithholding => "wage_withholding",
            Self::WaiveInsurance => "waive_insurance",
            Self::ExcessiveHours => "excessive_hours",
            Self::UnrealisticPay => "unrealistic_pay",
            Self::FalsePromise => "false_promise",
            Self::ScamTask => "scam_task",
            Self::MoneyMule => "money_mule",
            Self::ViceRisk => "vice_risk",
            Self::TraffickingRisk => "trafficking_risk",
            Self::Overseas => "overseas",
            Self::Rebate => "rebate",
            Self::Agency => "agency",
            Self::NoEmployer => "no_employer",
            Self::NoContact => "no_contact",
            Self::NotVacancy => "not_vacancy",
            Self::BelowMinimum => "below_minimum",
            Self::KeptApart => "kept_apart",
            Self::CreditCode => "credit_code",
            Self::Expired => "expired",
            Self::Incomplete => "incomplete",
            Self::Duplicate => "duplicate",
            Self::SerialPoster => "serial_poster",
        }
    }

    /// Whether a vacancy with this finding may be shown.
    pub const fn severity(self) -> Severity {
        match self {
            Self::ExcessiveHours
            | Self::UnrealisticPay
            | Self::Overseas
            | Self::Rebate
            | Self::Agency
            | Self::NoEmployer
            | Self::NoContact
            | Self::BelowMinimum
            | Self::CreditCode
            | Self::Incomplete
            | Self::Duplicate
            | Self::SerialPoster => Severity::Warn,
            Self::KeptApart => Severity::Note,
            _ => Severity::Block,
        }
    }

    /// Key of the rule's title in the message files: `flag-gender-restriction`; with `-law` behind it the reason with law and
    /// article, with `-say` what to write or do instead.
    pub fn key(self) -> String {
        format!("flag-{}", self.code().replace('_', "-"))
    }
}
