//! The few formats of our sheets.

use super::{Kind, is_formula_like};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// Grid lines, light enough to print well in black and white.
const LINE: u32 = 0x00B0_B0B0;
/// Ground of the heading.
const HEAD: u32 = 0x00E8_EDF2;

pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) head: Format,
    pub(super) text: Format,
    pub(super) long: Format,
    pub(super) quoted: Format,
    pub(super) ident: Format,
    pub(super) int: Format,
    pub(super) date: Format,
    pub(super) month: Format,
    pub(super) money: Format,
}

impl Styles {
    pub(super) fn new() -> Self {
        let cell = || {
            Format::new().set_border(FormatBorder::Thin).set_border_color(LINE).set_align(FormatAlign::VerticalCenter)
        };
        Self {
            title: Format::new().set_bold().set_font_size(14).set_align(FormatAlign::VerticalCenter),
            head: cell().set_bold().set_text_wrap().set_align(FormatAlign::Center).set_background_color(HEAD),
            text: cell(),
            long: cell().set_text_wrap().set_align(FormatAlign::Top),
            quoted: cell().set_quote_prefix(),
            ident: cell().set_num_format("@"),
            int: cell().set_num_format("#,##0"),
            date: cell().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center),
            month: cell().set_num_format("yyyy-mm").set_align(FormatAlign::Center),
            money: cell().set_num_format("#,##0.##"),
        }
    }

    /// Format of a text cell in a column of this kind. Text that looks like a formula gets a quote prefix, which keeps it text even
    /// after somebody edits the cell.
    pub(super) fn of_text(&self, kind: Kind, text: &str) -> &Format {
        match kind {
            _ if is_formula_like(text) => &self.quoted,
            Kind::LongText => &self.long,
            Kind::Ident => &self.ident,
            _ => &self.text,
        }
    }
}
