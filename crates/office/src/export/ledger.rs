//! The ledger as a workbook: one sheet of persons with their households, one of spells. Headings are those the reader knows, so that
//! an office can mend the workbook and hand it in again.

use super::{columns, township_and_village, work_place};
use crate::error::OfficeError;
use crate::family::Family;
use crate::{Office, ids};
use chrono::NaiveDate;
use domain::access::Scope;
use domain::door::{Command, Envelope};
use domain::ids::CommandId;
use domain::ledger::{Household, LabelKind, Person, Spell, labels_at};
use domain::places::Edition;
use printing::workbook::{Cell, Kind, Rows, Sheet, SheetWriter, Workbook};
use words::Words;

/// How personal data is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mask {
    /// Masked: 1402**********3018.
    On,
    /// In full, for this reason; the journal notes it.
    Off {
        /// Why.
        reason: String,
    },
}

const PERSONS: [(&str, Kind, f64); 20] = [
    ("export-household-no", Kind::Ident, 16.0),
    ("export-township", Kind::Text, 12.0),
    ("export-village", Kind::Text, 14.0),
    ("export-head", Kind::Text, 10.0),
    ("export-class", Kind::Text, 14.0),
    ("export-risk", Kind::Text, 16.0),
    ("export-name", Kind::Text, 10.0),
    ("export-id-no", Kind::Ident, 21.0),
    ("export-sex", Kind::Text, 6.0),
    ("export-age", Kind::Int, 6.0),
    ("export-relation", Kind::Text, 10.0),
    ("export-education", Kind::Text, 12.0),
    ("export-student", Kind::Text, 14.0),
    ("export-health", Kind::Text, 12.0),
    ("export-labour", Kind::Text, 18.0),
    ("export-phone", Kind::Ident, 14.0),
    ("export-working", Kind::Text, 10.0),
    ("export-wish-jobs", Kind::Text, 16.0),
    ("export-wish-pay", Kind::Money, 10.0),
    ("export-note", Kind::LongText, 20.0),
];

const SPELLS: [(&str, Kind, f64); 12] = [
    ("export-household-no", Kind::Ident, 16.0),
    ("export-name", Kind::Text, 10.0),
    ("export-id-no", Kind::Ident, 21.0),
    ("export-work-place", Kind::Text, 14.0),
    ("export-employer", Kind::Text, 24.0),
    ("export-industry", Kind::Text, 18.0),
    ("export-job", Kind::Text, 14.0),
    ("export-channel", Kind::Text, 14.0),
    ("export-form", Kind::Text, 14.0),
    ("export-start", Kind::Date, 12.0),
    ("export-end", Kind::Date, 12.0),
    ("export-pay", Kind::Money, 10.0),
];

impl Office {
    /// The ledger of the scope's area as a workbook.
    ///
    /// # Errors
    /// Q-1001 or Q-1006 when full data is asked for without the right or without a reason.
    pub async fn ledger_workbook(
        &self,
        scope: &Scope,
        day: NaiveDate,
        mask: &Mask,
        words: &Words,
    ) -> Result<Vec<u8>, OfficeError> {
        if let Mask::Off { reason } = mask {
            let command = Command::ExportUnmasked { what: "ledger".to_owned(), reason: reason.clone() };
            self.submit(scope, Envelope { id: CommandId(ids::fresh()), command }).await?;
        }
        self.whole_ledger(scope, day, *mask == Mask::On, words).await
    }

    /// The same without asking who may have it: the caller hands nothing of it out unmasked.
    pub(crate) async fn whole_ledger(
        &self,
        scope: &Scope,
        day: NaiveDate,
        masked: bool,
        words: &Words,
    ) -> Result<Vec<u8>, OfficeError> {
        let page = Page { day, edition: Edition::at(day), masked, words };
        let title = words.text("export-ledger-title").into_owned();
        let mut book = Workbook::new(self.setup(&title, words))?;
        let sheet = Sheet::new(words.text("export-sheet-persons")).columns(columns(words, &PERSONS));
        let mut rows = book.sheet(&sheet)?;
        self.each_chunk(scope.area(), |families| {
            families.iter().try_for_each(|family| page.persons(&mut rows, family))
        })
        .await?;
        rows.finish()?;
        let sheet = Sheet::new(words.text("export-sheet-spells")).columns(columns(words, &SPELLS));
        let mut rows = book.sheet(&sheet)?;
        self.each_chunk(scope.area(), |families| families.iter().try_for_each(|family| page.spells(&mut rows, family)))
            .await?;
        rows.finish()?;
        Ok(book.to_bytes()?)
    }
}

/// What all rows share.
struct Page<'a> {
    day: NaiveDate,
    edition: Edition,
    masked: bool,
    words: &'a Words,
}

impl Page<'_> {
    fn id_no(&self, person: &Person) -> String {
        let shown = |id: &domain::ledger::IdNumber| if self.masked { id.masked() } else { id.as_str().to_owned() };
        person.id_no.as_ref().map(shown).unwrap_or_default()
    }

    fn persons(&self, rows: &mut SheetWriter<'_>, family: &Family) -> Result<(), OfficeError> {
        for (person, spells) in &family.members {
            rows.row(&self.person(&family.household, person, spells))?;
        }
        Ok(())
    }

    fn person<'c>(&self, household: &'c Household, person: &'c Person, spells: &[Spell]) -> Vec<Cell<'c>> {
        let (township, village) = township_and_village(household.region, self.edition);
        let phone =
            |phone: &domain::ledger::Phone| if self.masked { phone.masked() } else { phone.as_str().to_owned() };
        let working = spells.iter().any(|spell| spell.covers(self.day));
        let wish = person.wish.as_ref();
        let mut cells = vec![text(&household.no), township.into(), village.into(), text(&household.head_name)];
        cells.push(self.label(household, &[LabelKind::Poor, LabelKind::Lifted]));
        cells.push(self.label(household, &[LabelKind::Unstable, LabelKind::Marginal, LabelKind::Sudden]));
        cells.extend([Cell::from(&person.name), self.id_no(person).into()]);
        cells.push(Cell::from(person.sex().map_or("", |sex| sex.label())));
        cells.push(person.age(self.day).map_or(Cell::Empty, |age| Cell::Int(age.into())));
        cells.push(Cell::from(person.relation.map_or("", |relation| relation.label())));
        cells.push(Cell::from(person.education.map_or("", |education| education.label())));
        cells.push(Cell::from(person.student.map_or("", |student| student.label())));
        cells.push(Cell::from(person.health.map_or("", |health| health.label())));
        cells.push(Cell::from(person.labour.map_or("", |labour| labour.label())));
        cells.push(person.phone.as_ref().map(phone).unwrap_or_default().into());
        cells.push(self.words.text(if working { "export-yes" } else { "export-no" }).into_owned().into());
        cells.push(wish.map(|wish| wish.jobs.join(&self.words.text("common-comma"))).unwrap_or_default().into());
        cells.push(wish.and_then(|wish| wish.pay_min).map_or(Cell::Empty, Cell::Money));
        cells.push(text(&person.note));
        cells
    }

    fn label(&self, household: &Household, kinds: &[LabelKind]) -> Cell<'static> {
        let found = labels_at(&household.labels, self.day).find(|kind| kinds.contains(kind));
        found.map_or(Cell::Empty, |kind| self.words.text(&format!("label-{}", kind.code())).into_owned().into())
    }

    fn spells(&self, rows: &mut SheetWriter<'_>, family: &Family) -> Result<(), OfficeError> {
        for (person, spells) in &family.members {
            for spell in spells {
                rows.row(&self.spell(&family.household, person, spell))?;
            }
        }
        Ok(())
    }

    fn spell<'c>(&self, household: &'c Household, person: &'c Person, spell: &'c Spell) -> Vec<Cell<'c>> {
        let place = if spell.place_code.is_some() { work_place(spell.place_code).into() } else { text(&spell.place) };
        vec![
            text(&household.no),
            Cell::from(&person.name),
            self.id_no(person).into(),
            place,
            text(&spell.employer),
            Cell::from(spell.industry.map_or("", |industry| industry.label())),
            spell.jobs.join(&self.words.text("common-comma")).into(),
            Cell::from(spell.channel.map_or("", |channel| channel.label())),
            Cell::from(spell.form.map_or("", |form| form.label())),
            spell.start.map_or(Cell::Empty, Cell::from),
            spell.end.map_or(Cell::Empty, Cell::from),
            spell.monthly_pay.map_or(Cell::Empty, Cell::Money),
        ]
    }
}

fn text(text: &Option<String>) -> Cell<'_> {
    text.as_ref().map_or(Cell::Empty, Cell::from)
}
