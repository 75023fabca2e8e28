//! The true state of a county.

use crate::plan::Plan;
use chrono::NaiveDate;
use domain::codes::{
    Board, Cause, Channel, DisabilityType, Education, Health, HouseholdClass, Industry, Labour, Marriage, NoWorkReason,
    PayUnit, RegionClass, Relation, RiskClass, Sex, StudentStatus, VacancySource, WorkForm,
};
use domain::dates::PartialDate;
use domain::places::Region;
use std::ops::Range;

/// A county as it really is, before any office filed it.
#[derive(Debug, Clone)]
pub struct County {
    /// What it was made from.
    pub plan: Plan,
    /// Name, such as 天镇县.
    pub name: String,
    /// Name of its city, such as 大同市.
    pub city: String,
    /// Its townships.
    pub townships: Vec<Township>,
    /// Its villages, by township.
    pub villages: Vec<Village>,
    /// Its resettlement sites.
    pub sites: Vec<Site>,
    /// Its households, by village.
    pub households: Vec<Household>,
    /// All persons; [`Household::members`] says whose.
    pub persons: Vec<Person>,
    /// All spells of work, by person and start.
    pub spells: Vec<Spell>,
    /// Employers with vacancies.
    pub employers: Vec<Employer>,
    /// Vacancies.
    pub posts: Vec<Post>,
}

/// A township or street.
#[derive(Debug, Clone)]
pub struct Township {
    /// Code.
    pub region: Region,
    /// Official name, such as 南河堡乡.
    pub name: String,
    /// Its villages in [`County::villages`].
    pub villages: Range<usize>,
}

/// A village or community.
#[derive(Debug, Clone)]
pub struct Village {
    /// Code.
    pub region: Region,
    /// Official name, such as 唐八里村委会.
    pub name: String,
    /// Name as people say it, such as 唐八里村.
    pub said: String,
    /// Its township in [`County::townships`].
    pub township: usize,
    /// A community 居委会 of a town rather than a village.
    pub urban: bool,
}

/// A resettlement site 安置点.
#[derive(Debug, Clone)]
pub struct Site {
    /// Name, such as 万家乐移民新区.
    pub name: String,
    /// Its township in [`County::townships`].
    pub township: usize,
    /// Share of the resettled households, as a weight.
    pub weight: u32,
    /// Distance to the county town in kilometres.
    pub km: u32,
}

/// A household.
#[derive(Debug, Clone)]
pub struct Household {
    /// Number 户编号.
    pub no: String,
    /// Village of the registered home in [`County::villages`].
    pub village: usize,
    /// Villagers' group, from 1.
    pub group: u8,
    /// Its members in [`County::persons`]; the head is the first.
    pub members: Range<usize>,
    /// Class.
    pub class: HouseholdClass,
    /// Monitored as at risk.
    pub risk: Option<RiskClass>,
    /// Cause of poverty.
    pub cause: Option<Cause>,
    /// Year it was lifted out of poverty.
    pub lifted_year: Option<i32>,
    /// Resettlement site in [`County::sites`].
    pub site: Option<usize>,
    /// Receives the minimum living allowance.
    pub dibao: bool,
}

/// A person.
#[derive(Debug, Clone)]
pub struct Person {
    /// Household in [`County::households`].
    pub household: usize,
    /// Name.
    pub name: String,
    /// ID number, valid.
    pub id_no: String,
    /// Sex.
    pub sex: Sex,
    /// Birthday.
    pub born: NaiveDate,
    /// Full years on the day of the plan.
    pub age: i32,
    /// Relation to the head.
    pub relation: Relation,
    /// Education completed; none for those at school.
    pub education: Option<Education>,
    /// Where they study now.
    pub student: Option<StudentStatus>,
    /// Health.
    pub health: Health,
    /// Kind and grade of disability.
    pub disability: Option<(DisabilityType, u8)>,
    /// Labour capacity.
    pub labour: Labour,
    /// Marital status.
    pub marriage: Marriage,
    /// Phone, their own or shared within the household.
    pub phone: Option<String>,
    /// Trade they hold a certificate in.
    pub skill: Option<&'static str>,
    /// Cares for a child under six or an ill member of the household.
    pub care_duty: bool,
    /// What those without work want.
    pub wish: Option<Wish>,
    /// Dead or moved away, though still listed.
    pub gone: Option<Gone>,
}

/// Why a listed person is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// Dead.
    Dead,
    /// Moved away.
    Moved,
}

/// What somebody without work wants.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Wants to work.
    pub willing: bool,
    /// Why not at work.
    pub reason: NoWorkReason,
    /// Wished trades.
    pub jobs: Vec<&'static str>,
    /// How far from home.
    pub region: RegionClass,
    /// Least pay a month, yuan.
    pub pay_min: i64,
    /// Wants to be trained.
    pub training: bool,
}

/// A spell of work.
#[derive(Debug, Clone)]
pub struct Spell {
    /// Who works, in [`County::persons`].
    pub person: usize,
    /// Form.
    pub form: WorkForm,
    /// How it was found.
    pub channel: Channel,
    /// Place by six-digit code.
    pub place: u32,
    /// Place as province, city, county.
    pub place_names: [String; 3],
    /// Employer.
    pub employer: String,
    /// Industry.
    pub industry: Industry,
    /// Trade.
    pub job: &'static str,
    /// First month.
    pub start: PartialDate,
    /// Last month; none: still going on.
    pub end: Option<PartialDate>,
    /// Pay a month, yuan.
    pub pay: i64,
    /// Carried point to point.
    pub point_to_point: bool,
}

/// An employer with vacancies.
#[derive(Debug, Clone)]
pub struct Employer {
    /// Name, invented.
    pub name: String,
    /// Credit code with a right check character, invented.
    pub credit_code: String,
    /// Industry.
    pub industry: Industry,
    /// Contact person.
    pub contact: String,
    /// Contact phone.
    pub phone: String,
    /// Place of work as the employer writes it.
    pub place: String,
    /// Place of work as deep as `place` says it.
    pub region: Region,
}

/// Which bank of the bridge a vacancy belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostBank {
    /// 外找: outside the county.
    Outside,
    /// 内挖: in the county.
    Local,
    /// 内挖: a workshop at a resettlement site or in a township.
    Workshop,
    /// 公益补: a public-welfare post.
    Welfare,
}

/// A vacancy.
#[derive(Debug, Clone)]
pub struct Post {
    /// Employer in [`County::employers`].
    pub employer: usize,
    /// Bank.
    pub bank: PostBank,
    /// Title.
    pub title: &'static str,
    /// Seats.
    pub seats: u32,
    /// Least and highest pay, yuan per `unit`.
    pub pay: (i64, i64),
    /// Unit of the pay.
    pub unit: PayUnit,
    /// Board and lodging.
    pub board: Board,
    /// Least education.
    pub education: Option<Education>,
    /// Certificate asked.
    pub skill: Option<&'static str>,
    /// Hours.
    pub hours: &'static str,
    /// Fit for weak labour.
    pub weak_ok: bool,
    /// Asks for an age, as offices still write it though the law discourages it.
    pub age_limit: Option<(u32, u32)>,
    /// Asks for a sex, though the law forbids it.
    pub sex_limit: Option<Sex>,
    /// Last day.
    pub valid_until: NaiveDate,
    /// Where the office has it from.
    pub source: VacancySource,
}
