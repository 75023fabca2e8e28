//! The fault workbook: the file as it was handed in, with what is wrong written beside each line, to be mended and handed in again.

use crate::Office;
use crate::error::OfficeError;
use crate::import::{Preview, SheetPreview, reason_of, reasons};
use printing::faults::{Fault, FaultSheet};
use reading::sheets::{Level, PlainSheet};
use words::Words;

impl Office {
    /// The fault workbook of a preview; `bytes` is the file that was previewed.
    ///
    /// # Errors
    /// Those of reading the file; Q-1401 when the workbook cannot be written.
    pub fn fault_workbook(&self, preview: &Preview, bytes: &[u8], words: &Words) -> Result<Vec<u8>, OfficeError> {
        let plain = reading::sheets::plain(bytes)?;
        let sheets: Vec<FaultSheet> = preview
            .sheets
            .iter()
            .filter_map(|sheet| Some(fault_sheet(sheet, plain.iter().find(|plain| plain.name == sheet.name)?, words)))
            .collect();
        let heading = words.text("export-fault-heading");
        Ok(printing::faults::to_bytes(&sheets, &heading, &self.setup(&preview.file, words))?)
    }
}

fn fault_sheet(sheet: &SheetPreview, plain: &PlainSheet, words: &Words) -> FaultSheet {
    let faults = sheet.rows.iter().flat_map(|row| {
        let refusal = row.refusal.is_some().then(|| Fault {
            line: row.line,
            column: None,
            text: reasons(row, words).into_iter().next().unwrap_or_default(),
            error: true,
        });
        let faults = row.faults.iter().map(|fault| Fault {
            line: row.line,
            column: u16::try_from(fault.column).ok(),
            text: reason_of(fault, words),
            error: fault.level == Level::Error,
        });
        refusal.into_iter().chain(faults)
    });
    FaultSheet {
        name: sheet.name.clone(),
        header_line: sheet.header_line,
        lines: plain.lines.clone(),
        faults: faults.collect(),
    }
}
