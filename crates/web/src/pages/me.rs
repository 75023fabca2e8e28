//! Who I am: name, role, area, and the way out.

use askama::Template;

use super::Answer;
use crate::frame::Frame;
use crate::session::Reader;

#[derive(Template)]
#[template(path = "me.html")]
struct Page {
    f: Frame,
    reader: Reader,
}

/// `GET /me`.
pub(crate) async fn page(f: Frame, reader: Reader) -> Answer {
    super::show(&Page { f, reader })
}
