//! What one row says, as drafts of records. Which record a draft belongs to is found out later, in [`super::plan`].

use super::cells::Cells;
use domain::codes::{
    Board, Cause, Channel, DisabilityType, Education, Health, HouseholdClass, Industry, Insurance, Labour, Marriage,
    NoWorkReason, PayMode, PayUnit, Politics, PubpostKind, RegionClass, Relation, RiskClass, ServiceNeed, Sex,
    SpecialGroup, StudentStatus, VacancySource, WorkForm,
};
use domain::dates::PartialDate;
use domain::ids::{HouseholdId, PersonId, SpellId, VacancyId};
use domain::ledger::{Evidence, Household, IdNumber, Label, LabelKind, Person, Spell, Wish};
use domain::places::{Edition, Level, Region, gazetteer};
use domain::vacancies::{CreditCode, Quarantine, State, Vacancy, Weight};
use reading::sheets::fields as f;
use reading::sheets::{FieldId, Kind, Row};
use uuid::Uuid;

/// What a row says of people. Identifiers inside are empty until the plan gives them.
pub(super) struct PersonDraft {
    pub(super) household: Household,
    /// Certificate number of the head, a key of last resort for the household.
    pub(super) head_id: Option<IdNumber>,
    pub(super) person: Option<Person>,
    pub(super) spells: Vec<Spell>,
}

/// Draft of the household, person and spells of a row of `persons`, `households`, `spells`, `plans` or `public_posts`.
pub(super) fn person_draft(kind: Kind, row: &Row, home: Region) -> PersonDraft {
    let cells = Cells::of(row);
    let person = (kind != Kind::Households).then(|| person(&cells)).flatten();
    let spells = if person.is_some() { spells(kind, &cells) } else { Vec::new() };
    PersonDraft {
        household: household(&cells, home),
        head_id: cells.text(f::HOUSEHOLD_HEAD_ID).map(IdNumber::new),
        person,
        spells,
    }
}

/// The place of a row: the deepest place resolved, the office's own county when nothing was said.
fn region(cells: &Cells<'_>, home: Region) -> Region {
    cells.text(f::PLACE_CODE).and_then(|code| code.parse().ok()).unwrap_or(home)
}

fn household(cells: &Cells<'_>, home: Region) -> Household {
    const KNOWN: &[FieldId] = &[
        f::HOUSEHOLD_NO,
        f::HOUSEHOLD_HEAD_NAME,
        f::HOUSEHOLD_HEAD_ID,
        f::HOUSEHOLD_CLASS,
        f::HOUSEHOLD_RISK_CLASS,
        f::HOUSEHOLD_CAUSES,
        f::HOUSEHOLD_RISKS,
        f::HOUSEHOLD_PHONE,
        f::HOUSEHOLD_RELOCATED,
        f::HOUSEHOLD_RELOC_SITE,
        f::HOUSEHOLD_SIZE,
        f::HOUSEHOLD_FIRST_IDENTIFIED_ON,
        f::HOUSEHOLD_ZERO_EMPLOYMENT,
        f::WELFARE_DIBAO,
        f::WELFARE_TEKUN,
    ];
    let mut household = Household::new(HouseholdId(Uuid::nil()), region(cells, home));
    household.no = cells.text(f::HOUSEHOLD_NO);
    household.head_name = cells.text(f::HOUSEHOLD_HEAD_NAME);
    household.group = cells.text(f::PLACE_GROUP);
    household.address = cells.text(f::PLACE_ADDRESS).or_else(|| cells.text(f::HOUSEHOLD_NEW_ADDRESS));
    household.phone = cells.phone(f::HOUSEHOLD_PHONE);
    household.causes = cells.codes(f::HOUSEHOLD_CAUSES, Cause::from_code);
    household.causes.extend(cells.codes(f::HOUSEHOLD_RISKS, Cause::from_code));
    household.labels = household_labels(cells);
    household.reloc_site = cells.text(f::HOUSEHOLD_RELOC_SITE);
    household.size_claimed = cells.number(f::HOUSEHOLD_SIZE);
    household.identified_on = cells.date(f::HOUSEHOLD_FIRST_IDENTIFIED_ON);
    household.extra = cells.rest(&["household", "welfare", "subsidy"], KNOWN);
    household
}

fn household_labels(cells: &Cells<'_>) -> Vec<Label> {
    let class = cells.code(f::HOUSEHOLD_CLASS, HouseholdClass::from_code).and_then(|class| match class {
        HouseholdClass::Poor => Some(LabelKind::Poor),
        HouseholdClass::Lifted | HouseholdClass::LiftedPolicy | HouseholdClass::LiftedNoPolicy => {
            Some(LabelKind::Lifted)
        }
        HouseholdClass::General => None,
    });
    let class = class.or_else(|| (cells.yes(f::PERSON_IS_POOR) == Some(true)).then_some(LabelKind::Poor));
    // A risk that was removed is kept with its last day, so that reports of earlier days stay right.
    let removed = cells.date(f::HOUSEHOLD_REMOVED_ON);
    let gone = cells.yes(f::HOUSEHOLD_RISK_REMOVED) == Some(true);
    let risk = cells.code(f::HOUSEHOLD_RISK_CLASS, RiskClass::from_code).filter(|_| !gone || removed.is_some());
    let risk = risk.map(|risk| Label {
        kind: match risk {
            RiskClass::Unstable => LabelKind::Unstable,
            RiskClass::Marginal => LabelKind::Marginal,
            RiskClass::Sudden => LabelKind::Sudden,
        },
        from: cells.date(f::HOUSEHOLD_IDENTIFIED_ON),
        to: removed.filter(|_| gone),
    });
    let said = |field, kind| (cells.yes(field) == Some(true)).then_some(kind);
    let relocated = said(f::HOUSEHOLD_RELOCATED, LabelKind::Relocated)
        .or_else(|| cells.has(f::HOUSEHOLD_RELOC_SITE).then_some(LabelKind::Relocated));
    let plain = [class, relocated, said(f::WELFARE_DIBAO, LabelKind::Dibao), said(f::WELFARE_TEKUN, LabelKind::Tekun)];
    plain.into_iter().flatten().map(Label::open).chain(risk).collect()
}

fn person(cells: &Cells<'_>) -> Option<Person> {
    const KNOWN: &[FieldId] = &[
        f::PERSON_NAME,
        f::PERSON_ID_NO,
        f::PERSON_NO,
        f::PERSON_SEX,
        f::PERSON_BIRTH_DATE,
        f::PERSON_AGE,
        f::PERSON_ETHNIC,
        f::PERSON_RELATION,
        f::PERSON_EDUCATION,
        f::PERSON_STUDENT_STATUS,
        f::PERSON_HEALTH,
        f::PERSON_DISABILITY_TYPE,
        f::PERSON_DISABILITY_GRADE,
        f::PERSON_LABOUR,
        f::PERSON_MARRIAGE,
        f::PERSON_POLITICS,
        f::PERSON_PHONE,
        f::PERSON_PHONE_ALT,
        f::PERSON_SPECIAL_GROUPS,
        f::PERSON_IS_POOR,
        f::PERSON_ID_FULL,
        f::PERSON_HARD_TO_EMPLOY,
        f::PERSON_DISABILITY_CERT_NO,
    ];
    let name = cells.text(f::PERSON_NAME)?;
    let mut person = Person::new(PersonId(Uuid::nil()), HouseholdId(Uuid::nil()), name);
    person.id_no = cells.text(f::PERSON_ID_NO).map(IdNumber::new);
    person.no = cells.text(f::PERSON_NO);
    person.sex = cells.code(f::PERSON_SEX, Sex::from_code);
    person.birth = cells.date(f::PERSON_BIRTH_DATE);
    person.ethnic = cells.text(f::PERSON_ETHNIC);
    person.relation = cells.code(f::PERSON_RELATION, Relation::from_code);
    person.education = cells.code(f::PERSON_EDUCATION, Education::from_code);
    person.student = cells.code(f::PERSON_STUDENT_STATUS, StudentStatus::from_code);
    person.health = cells.code(f::PERSON_HEALTH, Health::from_code);
    person.disability = cells.code(f::PERSON_DISABILITY_TYPE, DisabilityType::from_code);
    person.disability_grade = cells.number(f::PERSON_DISABILITY_GRADE);
    person.labour = cells.code(f::PERSON_LABOUR, Labour::from_code);
    person.marriage = cells.code(f::PERSON_MARRIAGE, Marriage::from_code);
    person.politics = cells.code(f::PERSON_POLITICS, Politics::from_code);
    person.phone = cells.phone(f::PERSON_PHONE);
    person.phone_alt = cells.texts(f::PERSON_PHONE_ALT).into_iter().map(domain::ledger::Phone::new).collect();
    person.skills = [f::TRAINING_TRADE, f::CERT_TRADE].iter().filter_map(|field| cells.text(*field)).collect();
    person.certificates = cells.text(f::CERT_TYPE).into_iter().collect();
    person.labels = person_labels(cells);
    person.wish = wish(cells);
    person.extra = cells.rest(&["person", "training", "cert", "service"], KNOWN);
    Some(person)
}

fn person_labels(cells: &Cells<'_>) -> Vec<Label> {
    let groups = cells.codes(f::PERSON_SPECIAL_GROUPS, SpecialGroup::from_code).into_iter();
    let groups = groups.filter_map(|group| match group {
        SpecialGroup::Veteran => Some(LabelKind::Veteran),
        SpecialGroup::Graduate => Some(LabelKind::Graduate),
        SpecialGroup::Returnee => Some(LabelKind::Returnee),
        SpecialGroup::HardToEmploy => Some(LabelKind::HardToEmploy),
        SpecialGroup::Disabled => Some(LabelKind::Disabled),
        SpecialGroup::FemaleHead => Some(LabelKind::FemaleHead),
        SpecialGroup::Released => Some(LabelKind::Released),
        // Whether a household is without employment is derived, never taken from a label.
        SpecialGroup::ZeroEmployment => None,
    });
    let hard = (cells.yes(f::PERSON_HARD_TO_EMPLOY) == Some(true)).then_some(LabelKind::HardToEmploy);
    let mut kinds: Vec<_> = groups.chain(hard).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.into_iter().map(Label::open).collect()
}

fn wish(cells: &Cells<'_>) -> Option<Wish> {
    let wish = Wish {
        willing: cells.yes(f::WISH_WILLING).or_else(|| cells.yes(f::WISH_PLANS_WORK)),
        jobs: cells.texts(f::WISH_JOBS),
        place: cells.text(f::WISH_PLACE),
        place_code: cells.text(f::WISH_CODE).and_then(|code| code.parse().ok()),
        region_class: cells.code(f::WISH_REGION_CLASS, RegionClass::from_code),
        pay_min: cells.money(f::WISH_PAY_MIN),
        pay_max: cells.money(f::WISH_PAY_MAX),
        board: None,
        no_work_reason: cells.code(f::WISH_NO_WORK_REASON, NoWorkReason::from_code),
        service_needs: cells.codes(f::WISH_SERVICE_NEEDS, ServiceNeed::from_code),
        training: cells.yes(f::WISH_TRAINING),
        training_trades: cells.texts(f::WISH_TRAINING_TRADES),
        asked_on: cells.date(f::ROW_FILLED_ON).map(PartialDate::first_day),
    };
    (wish != Wish { asked_on: wish.asked_on, ..Wish::default() }).then_some(wish)
}

fn spells(kind: Kind, cells: &Cells<'_>) -> Vec<Spell> {
    if kind == Kind::PublicPosts {
        return vec![public_post_spell(cells)];
    }
    (0..3).filter_map(|number| work_spell(kind, cells, number)).collect()
}

/// The spell number `number` of a row; `None` when the row says nothing of it, or only that nobody works.
fn work_spell(kind: Kind, cells: &Cells<'_>, number: u8) -> Option<Spell> {
    let at = |field: FieldId| field.with_spell(number);
    let said = [f::WORK_START, f::WORK_EMPLOYER, f::WORK_PLACE, f::WORK_CODE].iter().any(|field| cells.has(at(*field)));
    let working = cells.yes(at(f::WORK_IS_WORKING));
    let ended = cells.has(at(f::WORK_END));
    let exists = match working {
        Some(true) => true,
        Some(false) => said && ended,
        None => said,
    };
    let recorded = exists || (kind == Kind::Spells && said);
    if !recorded {
        return None;
    }
    let mut spell = Spell::new(SpellId(Uuid::nil()), PersonId(Uuid::nil()));
    spell.form = cells.code(at(f::WORK_FORM), WorkForm::from_code);
    spell.channel = cells.code(at(f::WORK_CHANNEL), Channel::from_code);
    spell.place = cells.text(at(f::WORK_PLACE));
    spell.place_code = cells.text(at(f::WORK_CODE)).and_then(|code| code.parse().ok());
    spell.region_class = cells.code(at(f::WORK_REGION_CLASS), RegionClass::from_code);
    spell.employer = cells.text(at(f::WORK_EMPLOYER));
    spell.industry = cells.code(at(f::WORK_INDUSTRY), Industry::from_code);
    spell.jobs = cells.texts(at(f::WORK_JOBS));
    spell.start = cells.date(at(f::WORK_START));
    spell.end = cells.date(at(f::WORK_END));
    spell.monthly_pay = cells.money(at(f::WORK_MONTHLY_PAY));
    spell.contract = cells.yes(at(f::WORK_CONTRACT));
    spell.insurance = cells.codes(at(f::WORK_INSURANCE), Insurance::from_code);
    spell.point_to_point = cells.yes(at(f::WORK_POINT_TO_POINT));
    spell.evidence = Some(Evidence::Sheet);
    Some(spell)
}

fn public_post_spell(cells: &Cells<'_>) -> Spell {
    let mut spell = Spell::new(SpellId(Uuid::nil()), PersonId(Uuid::nil()));
    spell.form = Some(WorkForm::PublicPost);
    spell.channel = Some(Channel::PublicPost);
    spell.employer = cells.text(f::PUBPOST_ORG);
    let kinds = cells.codes(f::PUBPOST_KINDS, PubpostKind::from_code);
    spell.jobs = kinds.iter().map(|kind| kind.label().to_owned()).chain(cells.text(f::PUBPOST_POST_NAME)).collect();
    spell.start = cells.date(f::PUBPOST_START);
    spell.end = cells.date(f::PUBPOST_EXIT_ON).or_else(|| cells.date(f::PUBPOST_END));
    spell.monthly_pay = cells.money(f::PUBPOST_MONTHLY_PAY);
    spell.evidence = Some(Evidence::Sheet);
    spell
}

/// Draft of the vacancy of a row; `None` without a title. The credit code of its employer stands beside it.
pub(super) fn vacancy_draft(row: &Row, home: Region, edition: Edition) -> Option<(Vacancy, Option<CreditCode>)> {
    let cells = Cells::of(row);
    let title = cells.text(f::VACANCY_TITLE)?;
    let office = Region::from_six(home.county()).unwrap_or(home);
    let mut vacancy = Vacancy::new(VacancyId(Uuid::nil()), office, title, State::Intake);
    vacancy.no = cells.text(f::VACANCY_CODE_NO);
    vacancy.employer_name = cells.text(f::VACANCY_EMPLOYER);
    vacancy.industry = cells.code(f::VACANCY_INDUSTRY, Industry::from_code);
    vacancy.headcount = cells.number(f::VACANCY_HEADCOUNT);
    vacancy.headcount_open = cells.yes(f::VACANCY_HEADCOUNT_OPEN) == Some(true);
    vacancy.place = cells.text(f::VACANCY_PLACE);
    let six = cells.text(f::VACANCY_CODE).and_then(|code| code.parse().ok()).and_then(Region::from_six);
    vacancy.place_region = place_of_work(vacancy.place.as_deref(), six, office, edition);
    pay(&cells, &mut vacancy);
    vacancy.hours = cells.text(f::VACANCY_HOURS);
    vacancy.board = cells.code(f::VACANCY_BOARD, Board::from_code);
    vacancy.insurance = cells.text(f::VACANCY_INSURANCE);
    vacancy.education = cells.code(f::VACANCY_EDUCATION, Education::from_code);
    vacancy.skills = cells.text(f::VACANCY_SKILLS);
    vacancy.experience = cells.text(f::VACANCY_EXPERIENCE);
    vacancy.requirements = cells.text(f::VACANCY_REQUIREMENTS);
    vacancy.quarantine = quarantine(&cells);
    vacancy.weak_ok = cells.yes(f::VACANCY_WEAK_OK) == Some(true);
    vacancy.posted_on = cells.date(f::VACANCY_POSTED_ON).map(PartialDate::first_day);
    vacancy.valid_until = cells.date(f::VACANCY_VALID_UNTIL).map(PartialDate::last_day);
    vacancy.source = cells.code(f::VACANCY_SOURCE, VacancySource::from_code);
    vacancy.contact_name = cells.text(f::VACANCY_CONTACT_NAME);
    vacancy.contact_phone = cells.phone(f::VACANCY_CONTACT_PHONE);
    vacancy.note = cells.text(f::ROW_NOTE);
    vacancy.weight = Some(vacancy.effective_weight()).filter(|weight| *weight != Weight::Medium);
    vacancy.channel = Some(vacancy.effective_channel(office));
    Some((vacancy, cells.text(f::VACANCY_CREDIT_CODE).map(CreditCode::new)))
}

/// Where the work is: the county as read, and inside it the township or village that the typed place names, because the way to work
/// is reckoned from there.
pub(crate) fn place_of_work(
    typed: Option<&str>,
    county: Option<Region>,
    office: Region,
    edition: Edition,
) -> Option<Region> {
    let deeper = typed.and_then(|typed| gazetteer().resolve(typed, Some(office), edition).region);
    let deeper = deeper.filter(|region| region.level() > Level::County);
    match (county, deeper) {
        (Some(county), Some(deeper)) if !county.contains(deeper) => Some(county),
        (county, deeper) => deeper.or(county),
    }
}

fn pay(cells: &Cells<'_>, vacancy: &mut Vacancy) {
    vacancy.pay_min = cells.money(f::VACANCY_PAY_MIN);
    vacancy.pay_max = cells.money(f::VACANCY_PAY_MAX);
    vacancy.pay_unit = cells.code(f::VACANCY_PAY_UNIT, PayUnit::from_code);
    vacancy.pay_negotiable = cells.yes(f::VACANCY_PAY_NEGOTIABLE) == Some(true);
    vacancy.pay_mode = cells.code(f::VACANCY_PAY_MODE, PayMode::from_code);
}

fn quarantine(cells: &Cells<'_>) -> Option<Quarantine> {
    let limits = Quarantine {
        age_min: cells.number(f::VACANCY_AGE_MIN),
        age_max: cells.number(f::VACANCY_AGE_MAX),
        sex: cells.code(f::VACANCY_SEX_LIMIT, Sex::from_code),
    };
    (limits != Quarantine::default()).then_some(limits)
}

/// Where the records of a row are kept: the place of the people, the office itself for its vacancies.
pub(super) fn region_of(kind: Kind, row: &Row, home: Region) -> Region {
    if kind == Kind::Vacancies { home } else { region(&Cells::of(row), home) }
}

/// Village and name of the head of a household, when a row is about one.
pub(super) fn head(row: &Row, home: Region) -> Option<(Region, String)> {
    let cells = Cells::of(row);
    let head = cells.code(f::PERSON_RELATION, Relation::from_code) == Some(Relation::Head);
    Some((region(&cells, home), cells.text(f::PERSON_NAME).filter(|_| head)?))
}

/// What a row is about, for lists: the name of the person, the head of the household, the title of the vacancy.
pub(super) fn about(kind: Kind, row: &Row) -> Box<str> {
    let cells = Cells::of(row);
    let fields: &[FieldId] = match kind {
        Kind::Vacancies => &[f::VACANCY_TITLE, f::VACANCY_EMPLOYER],
        Kind::Households => &[f::HOUSEHOLD_HEAD_NAME, f::HOUSEHOLD_NO],
        _ => &[f::PERSON_NAME, f::HOUSEHOLD_HEAD_NAME],
    };
    fields.iter().find_map(|field| cells.text(*field)).unwrap_or_default().into()
}
