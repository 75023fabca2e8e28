//! Board and lodging, weight 5: what is given, and more when it was asked for. Unsaid counts 4000.

use super::{Part, Points, Side};
use crate::rules::Pair;
use domain::codes::Board;
use domain::say::Message;

pub(super) const PART: Part = Part {
    key: "lodging",
    weight: 5,
    points: Points::Stay(|tether, stay, _, _| points(tether.board, stay.board)),
    says,
};

const fn points(wish: Option<Board>, given: Option<Board>) -> u16 {
    match (given, wish) {
        (None, _) => 4_000,
        (Some(Board::Both), _) => 10_000,
        (Some(Board::Lodging), Some(Board::Lodging)) | (Some(Board::Meals), Some(Board::Meals)) => 10_000,
        (Some(Board::Lodging), _) => 8_000,
        (Some(Board::Meals), _) => 7_000,
        (Some(Board::None), None | Some(Board::None)) => 4_000,
        (Some(Board::None), Some(_)) => 0,
    }
}

fn says(pair: &Pair<'_>) -> Option<(Side, Message)> {
    let wished = pair.jobseeker.tether.board.is_some_and(|board| board != Board::None);
    match pair.vacancy.stay.board? {
        Board::Both => Some((Side::For, Message::new("reason-board-both"))),
        Board::Meals => Some((Side::For, Message::new("reason-board-meals"))),
        Board::Lodging => Some((Side::For, Message::new("reason-board-lodging"))),
        Board::None => wished.then(|| (Side::Against, Message::new("against-board-none"))),
    }
}
