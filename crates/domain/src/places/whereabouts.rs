//! Where people work, anywhere in the country, to county level: 北京, 北京大兴, 呼市赛罕区, 怀安, 本县, 山西省/大同市/平城区, 140000/140200/140213.

use super::nation::nearness;
use super::{Gazetteer, Level, Place, Region, history};
use crate::clean::{half_width, is_blank};

/// Words that mean the home county, the home prefecture or the home province.
const LOCAL: [(&str, Level); 23] = [
    ("本县", Level::County),
    ("本区", Level::County),
    ("本地", Level::County),
    ("本乡", Level::County),
    ("本镇", Level::County),
    ("本村", Level::County),
    ("当地", Level::County),
    ("县城", Level::County),
    ("县内", Level::County),
    ("县里", Level::County),
    ("乡内", Level::County),
    ("乡里", Level::County),
    ("镇上", Level::County),
    ("镇里", Level::County),
    ("村里", Level::County),
    ("村内", Level::County),
    ("家乡", Level::County),
    ("老家", Level::County),
    ("本市", Level::City),
    ("市里", Level::City),
    ("市内", Level::City),
    ("本省", Level::Province),
    ("省内", Level::Province),
];

/// Words before the place: 在北京, 到太原打工.
const LEADING: [char; 5] = ['在', '到', '去', '往', '赴'];

/// Short names too common to mean one place without more context or a home nearby.
const NOT_ALONE: [&str; 1] = ["朝阳"];

/// Parts of a joined code list that stand for no division of their own.
const FILLERS: [&str; 3] = ["市辖区", "县", "省直辖县级行政区划"];

/// A place of work as far as the text tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    /// The deepest province, prefecture or county named.
    pub region: Region,
    /// What follows it, cleaned: a town, a street, a firm.
    pub rest: String,
}

impl Gazetteer {
    /// Reads a place of work; short names count when they are unique, near home or of the highest level. `None` when the
    /// text names no place (外地, 工地) or several equally good ones.
    pub fn whereabouts(&self, text: &str, home: Option<Region>) -> Option<Whereabouts> {
        let parts = parts(text);
        if let Some(region) = self.coded(&parts) {
            return Some(Whereabouts { region, rest: String::new() });
        }
        let joined: String = parts.concat();
        let text = joined.trim_start_matches(LEADING);
        let local = LOCAL.iter().find_map(|(word, level)| Some((text.strip_prefix(word)?, *level)));
        if let (Some((rest, level)), Some(home)) = (local, home) {
            return Some(Whereabouts { region: home.at_level(level), rest: rest.to_owned() });
        }
        let chain = self.nation_prefix(text, home)?;
        Some(Whereabouts { region: chain.region, rest: text[chain.used..].to_owned() })
    }

    /// The division of the last of the codes 140000/140200/140222. A former code counts as what it became, a code no list
    /// knows as what it lies in.
    fn coded(&self, parts: &[String]) -> Option<Region> {
        let regions: Option<Vec<Region>> = parts.iter().map(|part| part.parse().ok()).collect();
        let last = *regions?.last()?;
        let present =
            |region: Region| history().present(region.county()).filter(|region| self.nation.get(*region).is_some());
        std::iter::successors(Some(last), |r| r.parent()).find_map(present)
    }

    /// The division the text opens with: the longest chain of province, prefecture and county.
    pub(super) fn nation_prefix(&self, text: &str, home: Option<Region>) -> Option<Chain> {
        let mut best: Vec<Chain> = Vec::new();
        for (name, place) in self.nation.openings(text) {
            let chain = self.follow(text, Chain::start(name, place, home));
            match best.first().map(|b| chain.rank().cmp(&b.rank())) {
                Some(std::cmp::Ordering::Less) => {}
                Some(std::cmp::Ordering::Equal) => best.push(chain),
                _ => best = vec![chain],
            }
        }
        let first = *best.first()?;
        let alone = NOT_ALONE.contains(&&text[..first.used]) && first.near == 0;
        (!alone && best.iter().all(|chain| chain.region == first.region)).then_some(first)
    }

    /// Goes down from a division as long as the text names one inside it.
    fn follow(&self, text: &str, chain: Chain) -> Chain {
        let mut below = &text[chain.used..];
        // Municipalities repeat their name where a prefecture would stand: 北京市北京市大兴区.
        let name = self.nation.get(chain.region).map_or("", |place| place.name);
        while let Some(shorter) = ["市辖区", name].iter().find_map(|filler| below.strip_prefix(filler)) {
            below = shorter;
        }
        let skipped = text.len() - below.len();
        match self.next_below(below, &chain) {
            Some((name, place)) => {
                let full = chain.full && name == place.name;
                self.follow(text, Chain { region: place.region, used: skipped + name.len(), full, ..chain })
            }
            None => Chain { used: skipped, ..chain },
        }
    }

    /// The division inside that of the chain which the text goes on with; of several the one near home, else none.
    fn next_below(&self, below: &str, chain: &Chain) -> Option<(&'static str, &Place)> {
        let inside = |place: &Place| place.region != chain.region && chain.region.contains(place.region);
        let rank = |name: &str, place: &Place| {
            (name.len(), std::cmp::Reverse(place.level()), nearness(place.region, chain.home))
        };
        let mut found: Vec<_> = self.nation.openings(below).filter(|(_, place)| inside(place)).collect();
        found.sort_by_key(|(name, place)| std::cmp::Reverse(rank(name, place)));
        match found[..] {
            [first, second, ..] if rank(first.0, first.1) == rank(second.0, second.1) => None,
            [first, ..] => Some(first),
            [] => None,
        }
    }
}

/// One reading of the opening of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chain {
    pub(super) region: Region,
    /// Bytes of the text that name it.
    pub(super) used: usize,
    /// Every name on the way stood in full.
    pub(super) full: bool,
    near: u8,
    head: Level,
    home: Option<Region>,
}

impl Chain {
    fn start(name: &str, place: &Place, home: Option<Region>) -> Self {
        let near = nearness(place.region, home);
        Self { region: place.region, used: name.len(), full: name == place.name, near, head: place.level(), home }
    }

    /// More text explained, full names, near home, from the top: in this order.
    fn rank(&self) -> (usize, bool, u8, std::cmp::Reverse<Level>) {
        (self.used, self.full, self.near, std::cmp::Reverse(self.head))
    }
}

/// The parts between slashes and the like, without blanks; 市辖区 alone says nothing.
fn parts(text: &str) -> Vec<String> {
    let clean: String = text.chars().map(half_width).filter(|c| !is_blank(*c)).collect();
    clean
        .split(['/', '\\', '-', '—', '>', '|', '、', ',', '，', ';'])
        .filter(|part| !part.is_empty() && !FILLERS.contains(part))
        .map(str::to_owned)
        .collect()
}
