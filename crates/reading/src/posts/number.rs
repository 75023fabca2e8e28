//! Numbers as people write and speak them: 3,200, 6千5, 1万2, 两千二, 四五千, 百八, 4k.

/// One number token: digits with an optional scale, or a Chinese numeral.
pub(crate) const NUMBER: &str =
    r"(?:\d{1,2},\d{3}|\d+(?:\.\d+)?(?:[万千百kKwW](?:\d{1,4})?)?|[一二两俩三仨四五六七八九十百千万零半]+)";

/// Reads a number token as (least, greatest); both the same unless it names two at once (四五千).
pub(crate) fn read(token: &str) -> Option<(f64, f64)> {
    let token = token.replace(',', "");
    let mut reader = Reader::default();
    let mut digits = String::new();
    for c in token.chars() {
        if c.is_ascii_digit() || c == '.' {
            digits.push(c);
            continue;
        }
        reader.take_digits(&mut digits)?;
        match scale(c) {
            Some(scale) => reader.scale(scale),
            None => reader.digit(digit(c)?)?,
        }
    }
    reader.take_digits(&mut digits)?;
    reader.finish()
}

/// The whole number of a token that names one.
pub(crate) fn whole(token: &str) -> Option<u32> {
    let (least, _) = read(token)?;
    (least.fract() == 0.0 && (0.0..1e6).contains(&least)).then_some(least as u32)
}

fn digit(c: char) -> Option<f64> {
    let value = match c {
        '零' => 0.0,
        '半' => 0.5,
        '一' | '幺' => 1.0,
        '二' | '两' | '俩' => 2.0,
        '三' | '仨' => 3.0,
        '四' => 4.0,
        '五' => 5.0,
        '六' => 6.0,
        '七' => 7.0,
        '八' => 8.0,
        '九' => 9.0,
        _ => return None,
    };
    Some(value)
}

/// Digit of a Chinese numeral read one by one, as in a dictated phone number.
pub(crate) fn spoken_digit(c: char) -> Option<char> {
    let value = digit(c).filter(|v| v.fract() == 0.0 && !matches!(c, '两' | '俩' | '仨'))?;
    char::from_digit(value as u32, 10)
}

fn scale(c: char) -> Option<f64> {
    match c {
        '十' => Some(10.0),
        '百' => Some(100.0),
        '千' | 'k' | 'K' => Some(1_000.0),
        '万' | 'w' | 'W' => Some(10_000.0),
        _ => None,
    }
}

#[derive(Default)]
struct Reader {
    total: (f64, f64),
    pending: Option<(f64, f64)>,
    last_scale: f64,
    zero: bool,
    any: bool,
}

impl Reader {
    fn take_digits(&mut self, digits: &mut String) -> Option<()> {
        if digits.is_empty() {
            return Some(());
        }
        let value: f64 = digits.parse().ok()?;
        // 6千500 is said in full, 6千5 leaves the hundreds out.
        if digits.len() > 1 {
            self.zero = true;
        }
        digits.clear();
        if self.pending.is_some() {
            return None;
        }
        self.pending = Some((value, value));
        self.any = true;
        Some(())
    }

    fn digit(&mut self, value: f64) -> Option<()> {
        self.any = true;
        match self.pending {
            _ if value == 0.0 => self.zero = true,
            None => self.pending = Some((value, value)),
            Some((first, _)) if value == first + 1.0 && first < 10.0 => self.pending = Some((first, value)),
            Some(_) => return None,
        }
        Some(())
    }

    fn scale(&mut self, scale: f64) {
        self.any = true;
        if scale == 10_000.0 && self.last_scale > 0.0 && self.last_scale < scale {
            let (low, high) = self.pending.take().unwrap_or_default();
            self.total = ((self.total.0 + low) * scale, (self.total.1 + high) * scale);
        } else {
            let (low, high) = self.pending.take().unwrap_or((1.0, 1.0));
            self.total = (self.total.0 + low * scale, self.total.1 + high * scale);
        }
        self.last_scale = scale;
        self.zero = false;
    }

    fn finish(self) -> Option<(f64, f64)> {
        if !self.any {
            return None;
        }
        let (low, high) = self.pending.unwrap_or_default();
        // 两千二 is 2,200, 两千零二 is 2,002, 十二 is 12.
        let step = if self.last_scale >= 100.0 && !self.zero && high < 10.0 { self.last_scale / 10.0 } else { 1.0 };
        Some((self.total.0 + low * step, self.total.1 + high * step))
    }
}
