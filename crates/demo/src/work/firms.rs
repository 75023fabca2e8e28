//! Invented firms: a name that no register has, and a credit code with a right check character on an invented body.

use crate::rng::Rng;

/// Characters of GB 32100, each worth its place.
const SIGNS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A firm's name such as 天镇县桥丰家政服务有限公司.
pub(crate) fn name(rng: &mut Rng, place: &str, trade: &str) -> String {
    let first = rng.pick(&["桥", "晋桥", "塞桥", "云桥", "同桥"]);
    let second = rng.pick(&["丰", "安", "利", "兴", "润", "达", "和", "康", "盛", "源", "泰", "顺"]);
    format!("{place}{first}{second}{trade}有限公司")
}

/// A credit code of the place for the n-th firm; the body begins with XQ.
pub(crate) fn credit_code(place: u32, n: u32) -> String {
    let body = format!("XQ{:06}", n % 1_000_000);
    let seventeen = format!("91{place:06}{body}{}", organisation_check(&body));
    let check = (31 - weighted(&seventeen, pow3) % 31) % 31;
    format!("{seventeen}{}", SIGNS[check as usize] as char)
}

/// Check character of the organisation code (GB 11714).
fn organisation_check(body: &str) -> char {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.bytes().zip(WEIGHTS).map(|(sign, weight)| base36(sign) * weight).sum();
    match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        n => char::from(b'0' + n as u8),
    }
}

fn base36(sign: u8) -> u32 {
    char::from(sign).to_digit(36).unwrap_or(0)
}

fn weighted(text: &str, weight: impl Fn(usize) -> u32) -> u32 {
    let value = |sign: u8| SIGNS.iter().position(|known| *known == sign).unwrap_or(0) as u32;
    text.bytes().enumerate().map(|(at, sign)| value(sign) * weight(at)).sum()
}

fn pow3(at: usize) -> u32 {
    (0..at).fold(1, |power, _| power * 3 % 31)
}
