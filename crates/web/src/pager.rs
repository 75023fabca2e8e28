//! Pages of a list: which one this is and where the others are.

use crate::frame::Frame;
use words::Arg;

/// Rows a page that readers can choose.
pub(crate) const SIZES: [u32; 3] = [25, 50, 100];

/// The links under a list.
#[derive(Debug)]
pub(crate) struct Pager {
    /// "Rows 1 to 50 of 107".
    pub(crate) found: String,
    /// Other page sizes with their addresses.
    pub(crate) sizes: Vec<(u32, String)>,
    /// Page links with gaps.
    pub(crate) links: Vec<Link>,
    /// The next page.
    pub(crate) next: Option<String>,
}

/// One link of a pager.
#[derive(Debug)]
pub(crate) struct Link {
    /// Page number, from 1.
    pub(crate) number: u32,
    /// Its address.
    pub(crate) url: String,
    /// It is this page.
    pub(crate) here: bool,
    /// Pages are left out here.
    pub(crate) gap: bool,
}

/// A size that readers can choose; 50 for anything else.
pub(crate) fn size(asked: Option<u32>) -> u32 {
    asked.filter(|size| SIZES.contains(size)).unwrap_or(50)
}

impl Pager {
    /// A pager for `total` rows at page `page` (from 1) of `size`; `url` makes the address of a page and size.
    pub(crate) fn new(f: &Frame, total: u32, page: u32, size: u32, url: impl Fn(u32, u32) -> String) -> Self {
        let last = total.div_ceil(size).max(1);
        let page = page.clamp(1, last);
        let (from, to) = ((page - 1) * size + 1, (page * size).min(total));
        let int = |n: u32| Arg::Int(i64::from(n));
        let found =
            f.words().format("web-pager-found", &[("from", int(from.min(to))), ("to", int(to)), ("of", int(total))]);
        let shown = |number: u32| number == 1 || number == last || number.abs_diff(page) <= 2;
        let mut links: Vec<Link> = Vec::new();
        for number in 1..=last {
            if shown(number) {
                links.push(Link { number, url: url(number, size), here: number == page, gap: false });
            } else if links.last().is_some_and(|link| !link.gap) {
                links.push(Link { number, url: String::new(), here: false, gap: true });
            }
        }
        let smallest = SIZES[0];
        let sizes = SIZES.iter().filter(|_| total > smallest).map(|&size| (size, url(1, size))).collect();
        Self { found, sizes, links, next: (page < last).then(|| url(page + 1, size)) }
    }
}
