//! The household 户: the unit of help.

use super::{Label, Phone};
use crate::dates::PartialDate;
use crate::ids::HouseholdId;
use crate::places::Region;
use crate::record::record;

record! {
    /// A household as the ledger keeps it. Its members are the [`Person`](super::Person)s that name it.
    pub struct Household [HouseholdId] {
        /// Village or community of the registered home, as deep as known; its first six digits are the county.
        region: Region,
        |
        /// Household number 户编号 of the national system.
        no: Option<String>,
        /// Name of the head as the sheets write it; members with relation `head` win over it.
        head_name: Option<String>,
        /// Natural village or villagers' group 自然村、村民小组.
        group: Option<String>,
        /// Where the household lives now (personal).
        address: Option<String>,
        /// Phone of the household (personal).
        phone: Option<Phone>,
        /// Classes and other labels with their dates.
        labels: Vec<Label>,
        /// Causes of poverty or risk 致贫原因.
        causes: Vec<crate::codes::Cause>,
        /// Resettlement site 安置点 by name.
        reloc_site: Option<String>,
        /// Size of the household as claimed, when the members are not all in the ledger.
        size_claimed: Option<u32>,
        /// Day of first identification 首次识别时间.
        identified_on: Option<PartialDate>,
        /// Note of the office.
        note: Option<String>,
    }
}
