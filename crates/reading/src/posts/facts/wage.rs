//! Wages: figures with a unit or a label, spoken forms, base pay, totals, piece rates. Every figure gets a rank; which one counts is
//! decided where scopes are known.

use super::super::draft::Unit;
use super::super::mention::{Fact, Mentions, Wage};
use super::super::number::{self, NUMBER};
use super::super::pattern::patterns;
use super::super::text::Text;

patterns! {
    FIGURE = &format!(r"(?P<a>{NUMBER})[ \t]*(?P<ya>元|块钱|块|圆)?(?P<pa>(?:/|每|一)(?:个)?(?:月|天|小时|时|日|年))?(?:[ \t]*(?:-|~|到|至)+[ \t]*¥?(?P<b>{NUMBER}))?");
    /// Unit after a figure.
    RIGHT = r"^[ \t]*(?:元|块钱|块|圆|¥|RMB)?(?:人民币)?(?:左右|以上|上下|不等|起)?(?:[ \t]*(?:/|每|一个|一|1|个|\()[ \t]*)?(?P<u>个月|月|天|日|工日|小时|钟头|时|h\b|H\b|hr|年|晚|夜|班|半天|个工|工|趟|车|件|条|斤|公斤|千克|个|双|套|吨|平方米|平方|平米|平|米|方|立方|亩|箱|袋|筐|包|只|棵|头|张|把|盒|桶|块砖|单|块|人|对|卷|打|幅|千字|字|株|垄|根|捆|窝|羽|床)";
    MONEY_RIGHT = r"^\s*(?:元|块|圆|RMB)";
    /// Unit before a figure, at the end of the text before it.
    LEFT = r"(?P<l>税前|税后|月综合工资|月综合收入|月综合|综合月薪|综合工资|综合薪资|综合收入|综合|月均收入|月均|平均月薪|平均工资|平均|月总收入|总收入|月入|月收入|月工资|月薪资|月薪|月结|工资待遇|薪资待遇|薪酬待遇|福利待遇|工资标准|工资|薪资|薪酬|薪水|薪金|待遇|报酬|收入|到手工资|到手|实发|转正后工资|转正后|转正|上机后|熟练后|算上加班费|算上加班|含加班|加班后|日工资|日薪资|日薪|日结|日均|天薪|时薪|小时工资|小时费|工价|单价|工费|年薪|年收入|年补助|年工资|无责底薪|无责任底薪|底薪加提成|底薪|保底工资|保底月薪|保底|基本工资|基础工资|基薪|固定工资|固定底薪|起薪|最低工资|计时工资|计时|计件工资|计件|补助|补贴|岗位补贴|岗补|试用期工资|试用期|试用|实习期|实习|学徒期|培训期|头一个月|第一个月|前三个月|包月|管护费|劳务费|务工补贴|每人每年|每人每月|每人每天|每月|一个月|一月|每个月|月|每天|一天|每日|每工日|一工|一个工|天天|每小时|一小时|一个小时|每年|一年|每晚|一晚|一夜|每班|一班|一个班|半天|按天|按月|按小时|按件|\d{2}天|(?:每|一|1|按)(?:件|条|斤|公斤|千克|个|双|套|吨|平方米|平方|平米|平|米|方|立方|亩|箱|袋|筐|包|只|棵|头|张|把|盒|桶|单|块|车|趟|卷|打|幅|千字|株|床|根|捆|羽)|千字)(?:能|可|可达|达|为|是|约|大约|就|也能|均|给|发|挣|能挣|可挣|轻松|轻松挣|标准|能拿|可拿|拿|开|加|差不多|大概|在|至少|不低于|不少于|最低|保证|元|有|收入|平均|一般|能到|算|按|底薪|\(元\)|\(税前\)|\(税后\)|工资|综合|合计|就能|稳定|付|共|结|算下来|[::=\s+\]]){0,4}¥?\s*$";
    TOTAL = r"综合|收入|到手|转正|上机后|熟练后|月入|算上加班|含加班|加班后|实发|=\s*$|总工资|月均|平均|出徒|满师|学成";
    BASE = r"底薪|保底|基本工资|基础工资|基薪|起薪|无责|最低工资|底$";
    PROBATION = r"试用|实习|学徒期|培训期|头一个月|第一个月|首月|前三个月|前三月|学徒工资|学习期|新手期|没干过|前两个月|头两个月|培训一个月|试工";
    /// Money that is not pay, in the words before the figure within its clause.
    NOT_PAY = r"津贴|补贴|餐补|房补|车补|补助费|话补|奖|返费|返现|返|押金|定金|费用|[^劳管工]费|罚|扣|赔|租金|月租|房租|加班|餐费|报销|另加|另补|红包|违约|投资|转让|年缴|自购|保额|保险|路费|车费|伙食|充值|会员|办理|体检|服装|垫|介绍|推荐|工龄|满勤|全勤|高温|夜班|房补|差价|营业额|流水|定价|日卖|补\d*$|补$|奖$|生活补|住宿每|水电|电费|预支|交$|介绍费|罚款|体重|身高|加价|出车|公里|饭补|饭卡|价格|售价|注册|班费|扣除|押";
    NOT_PAY_AFTER = r"^\s*(?:元|块)?\s*(?:饭补|饭贴|餐贴|话补|住补|餐补|房补|补贴|奖|押金|介绍费|的?红包|保险|意外险|会员|服装|体检|资料|路费|罚|违约|礼|/月租|房|住宿|伙食|万意外|的?(?:意外|保额)|车补|工龄|全勤|满勤|交通|话费|夜班|高温|油补|租金)";
    /// What makes a figure something else than money.
    NOT_MONEY = r"^\s*(?:多)?(?:名|人(?:$|[^民/])|位|对|岁|周岁|cm|CM|厘米|公里|楼|层|号|栋|路|度|寸|%|亩地|平$|平(?:米|方)?(?:的|房|大|两|三|厨)|间|月\d|点|家|多年|年以上|年的|年工|年驾|年经|辆|台|头牛|头猪|只羊|天工|天内|小时工作|小时制|天休|级|届|期|班|次|房|室|餐|顿|多平|个人|个孩|只(?:$|[^价])|台机|元店|余|厂房|里地|来岁|多岁|米(?:以上|以下|高|深)|mm|MM|#|床位|个工作|个床|V|KV|kv|ml|kg体|斤以|斤以下|天$)";
    AFTER = r"^\s*(?:元|块钱|块)?\s*(?:/|每|一)?(?:个)?(?:月|天|日|小时|时|年|h)?\s*(?P<m>起步|起|以上|往上|\+(?:提成|绩效|奖金|补助|出车|加班|计件|全勤|抽成|奖|餐补|补贴|业绩|夜班|工龄|分红|做房|饭补|超产|公里|高提成|业务)[^\s,。;]{0,14}|\+|(?:,|\s|另)?加提成|[\s,]*提成另算|[\s,]*抽成另算|[\s,]*另有提成|[\s,]*另加[^\s,。;]{1,6}提成|[\s,]*有提成|加绩效|加[^\s,。;]{0,4}提成|左右|上下|不等|多)";
    OPEN_END = r"^(?:起步|起|以上|往上|\+|加|,?\s*加|另?加|[\s,]*(?:提成|抽成|另|有提成|加))";
    TENTH = r"^块([1-9一二三四五六七八九])(?:[^\d一二三四五六七八九十百千万个]|$)";
    DREAM = r"^\s*(?:元)?(?:\+|以上)?(?:不是梦|轻轻松松|轻松拿|没问题|不封顶)";
    NO_FIGURE = r"(?:工资|工钱|钱|待遇|薪资|薪酬|报酬|价格|工价|月薪|薪水|价钱|收入|补助)\s*[::]?\s*(?:面议|面谈|详谈|电话联系|电话详谈|可谈|可面议|面洽|电话面议|好商量|好说|从优面议|当面谈|来电面谈|见面谈|电议|协商|商议)|面议|面谈工资|薪资面谈|待遇从优面谈|工资当面谈|价钱好商量";
    BY_PIECE = r"计件(?:工资|制)?|按件(?:计酬|计价|算|计工资)?|按(?:斤|筐|袋|箱|方|平方|平米|吨|亩|棵|条|双|套|个)(?:算钱|计酬|付钱|给钱|计价|结算|算)|多劳多得";
}

/// Units of pieces need a price beside them; the others are time.
fn unit(word: &str) -> Option<Unit> {
    let last = word.trim_start_matches(['每', '一', '1', '按']);
    let unit = match last {
        _ if word.starts_with("年") || matches!(word, "每人每年" | "每年" | "一年") => Unit::Year,
        _ if word.starts_with("日薪") || word.starts_with("日工资") || word.starts_with("天薪") => Unit::Day,
        "日结" | "日均" | "天" | "日" | "工日" | "晚" | "夜" | "班" | "半天" | "个工" | "工" | "个班" | "人每天"
        | "天天" | "日薪资" => Unit::Day,
        "小时" | "钟头" | "时" | "h" | "H" | "hr" | "时薪" | "小时工资" | "个小时" | "小时费" => {
            Unit::Hour
        }
        "年" => Unit::Year,
        "个月" | "月" | "人每月" | "包月" | "管护费" => Unit::Month,
        _ if last.starts_with("月") || last.ends_with("月薪") => Unit::Month,
        _ if last.ends_with('天') && last.starts_with(|c: char| c.is_ascii_digit()) => Unit::Month,
        "件" | "条" | "斤" | "公斤" | "千克" | "个" | "双" | "套" | "吨" | "平方米" | "平方" | "平米" | "平" | "米"
        | "方" | "立方" | "亩" | "箱" | "袋" | "筐" | "包" | "只" | "棵" | "头" | "张" | "把" | "盒" | "桶" | "单"
        | "块砖" | "块" | "千字" | "字" | "车" | "趟" | "卷" | "打" | "幅" | "株" | "垄" | "根" | "捆" | "窝"
        | "羽" | "床" => Unit::Piece,
        _ => return None,
    };
    Some(unit)
}

pub(super) fn find(text: &Text, found: &mut Mentions) {
    for hit in FIGURE.captures_iter(text.folded()) {
        let Some(a) = hit.name("a") else { continue };
        let mut figure = Figure { start: a.start(), end: hit.name("b").map_or(a.end(), |b| b.end()) };
        let mut tokens = (a.as_str(), hit.name("b").map(|b| b.as_str()));
        // 两千二一个月: the last 一 belongs to the month.
        let measure = text.after(a.end(), 6).starts_with(['个', '天', '月', '小', '晚', '年']) && tokens.1.is_none();
        if let Some(short) = tokens.0.strip_suffix('一').filter(|short| short.chars().count() > 1 && measure) {
            tokens.0 = short;
            figure.end = a.end() - '一'.len_utf8();
        }
        if figure.is_word(text, tokens.0) || found.taken(&(figure.start..figure.end)) {
            figure.end = a.end();
            if found.taken(&(figure.start..figure.end)) || figure.is_word(text, tokens.0) {
                continue;
            }
            figure.read(text, (tokens.0, None), None, found);
            continue;
        }
        let inner = hit.name("pa").map(|p| p.as_str().trim_start_matches(['/', '每', '一', '个']));
        figure.read(text, tokens, inner, found);
    }
    let folded = text.folded();
    for hit in NO_FIGURE.find_iter(folded) {
        let wage = Wage { least: None, most: None, unit: Unit::Negotiable, rank: 5 };
        if !found.taken(&hit.range()) {
            found.add(hit.range(), Fact::Wage(wage));
        }
    }
    for hit in BY_PIECE.find_iter(folded).filter(|hit| hit.as_str() != "多劳多得") {
        let wage = Wage { least: None, most: None, unit: Unit::Piece, rank: 6 };
        if !found.taken(&hit.range()) {
            found.note(hit.range(), Fact::Wage(wage));
        }
    }
}

/// A figure in the text.
struct Figure {
    start: usize,
    end: usize,
}

impl Figure {
    /// Chinese numerals that are mere words (一, 十, 三班 …) and digits glued to letters.
    fn is_word(&self, text: &Text, token: &str) -> bool {
        let spoken = !token.starts_with(|c: char| c.is_ascii_digit());
        let glued = text.before(self.start, 4).ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
        glued || (spoken && !token.contains(['十', '百', '千', '万']) && !MONEY_RIGHT.is_match(text.after(self.end, 8)))
    }

    fn read(&self, text: &Text, tokens: (&str, Option<&str>), inner: Option<&str>, found: &mut Mentions) {
        let before = text.before(self.start, 48);
        let after = text.after(self.end, 60);
        let label = LEFT.captures(before);
        let right = RIGHT.captures(after).and_then(|c| c.name("u").map(|m| (m.as_str().to_owned(), m.end())));
        let money =
            MONEY_RIGHT.is_match(after) || tokens.0.ends_with(['k', 'K']) || before.ends_with('¥') || inner.is_some();
        let slash = after.trim_start().starts_with(['/', '每'])
            || after.trim_start().starts_with("一天")
            || after.trim_start().starts_with("一个月");
        let right = right
            .filter(|(word, _)| money || slash || (label.is_some() && !matches!(unit(word), None | Some(Unit::Piece))));
        if !(money || label.is_some() || right.is_some()) || NOT_MONEY.is_match(after) || NOT_PAY_AFTER.is_match(after)
        {
            return;
        }
        let clause = clause_before(before);
        let label_word = label.as_ref().and_then(|c| c.name("l")).map_or("", |m| m.as_str());
        if NOT_PAY.is_match(clause) && !(TOTAL.is_match(clause) || label_word.contains("岗") || label_word == "补助")
        {
            return;
        }
        let Some((mut least, mut most)) = amounts(tokens) else { return };
        // 一斤1块2 is 1.2.
        if let Some(tenth) = tokens.1.is_none().then(|| TENTH.captures(after)).flatten() {
            least += number::read(&tenth[1]).map_or(0.0, |(tenth, _)| tenth / 10.0);
            most = Some(least);
        }
        let by_right = right.as_ref().and_then(|(word, _)| unit(word));
        let stated =
            by_right.or_else(|| inner.and_then(unit)).or_else(|| unit(label_word)).or_else(|| said_before(clause));
        let Some(unit) = stated.or_else(|| sized(least, most)) else { return };
        if !plausible(unit, least, most) {
            return;
        }
        let mut rank = rank(before, clause, label_word);
        if rank == 3 && tokens.1.is_some() {
            rank = 2;
        }
        if DREAM.is_match(after) {
            rank = 4;
        }
        let suffix = AFTER.captures(after);
        let word = suffix.as_ref().and_then(|c| c.name("m")).map_or("", |m| m.as_str());
        let floor = clause.ends_with("不低于") || clause.ends_with("至少") || clause.ends_with("不少于");
        let open = (!word.is_empty() && OPEN_END.is_match(word)) || floor || (rank == 3 && tokens.1.is_none());
        if open && tokens.1.is_none() {
            most = None;
        }
        let end = self.end
            + suffix
                .and_then(|c| c.get(0).map(|m| m.end()))
                .or(right.map(|(_, end)| end))
                .unwrap_or_else(|| MONEY_RIGHT.find(after).map_or(0, |m| m.end()));
        let start = label.and_then(|c| c.get(0).map(|m| self.start - (before.len() - m.start()))).unwrap_or(self.start);
        found.add(text.trim(start..end), Fact::Wage(Wage { least: Some(least), most, unit, rank }));
    }
}

/// Words of the same clause before the figure, brackets included.
fn clause_before(before: &str) -> &str {
    let cut = before
        .rfind([',', ';', '。', '\n', '\t', '!', '▪', '|'])
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let clause = &before[cut..];
    // A blank separates too, but not a label from its figure.
    match clause.trim_end().rfind(' ') {
        Some(blank) => &clause[blank..],
        None => clause,
    }
}

fn said_before(clause: &str) -> Option<Unit> {
    let words =
        [("每月", Unit::Month), ("月", Unit::Month), ("天", Unit::Day), ("小时", Unit::Hour), ("每年", Unit::Year)];
    words
        .into_iter()
        .find(|(word, _)| clause.ends_with(word) || (word.starts_with('每') && clause.contains(word)))
        .map(|(_, unit)| unit)
}

/// The two ends; a scale said once counts for both (3-4千, 10-13万).
fn amounts((a, b): (&str, Option<&str>)) -> Option<(f64, Option<f64>)> {
    let (mut least, high) = number::read(a)?;
    let Some(b) = b else { return Some((least, Some(high))) };
    let (second, most) = number::read(b)?;
    let plain = a.chars().all(|c| c.is_ascii_digit() || c == '.') || number::whole(a).is_some_and(|n| n < 10);
    for (scale, marks) in [(10_000.0, ['万', 'w', 'W']), (1_000.0, ['千', 'k', 'K'])] {
        if plain && least < 100.0 && b.contains(marks) && second >= scale {
            least *= scale;
            break;
        }
    }
    (least <= most).then_some((least, Some(most)))
}

/// The unit of a labelled figure without unit, by its size.
fn sized(least: f64, most: Option<f64>) -> Option<Unit> {
    let high = most.unwrap_or(least);
    match least {
        _ if (800.0..=60_000.0).contains(&least) => Some(Unit::Month),
        _ if (60.0..600.0).contains(&least) && high < 1_500.0 => Some(Unit::Day),
        _ if (10.0..60.0).contains(&least) => Some(Unit::Hour),
        _ => None,
    }
}

fn plausible(unit: Unit, least: f64, most: Option<f64>) -> bool {
    let high = most.unwrap_or(least);
    let range = match unit {
        Unit::Month => 100.0..=200_000.0,
        Unit::Day => 20.0..=20_000.0,
        Unit::Hour => 5.0..=1_000.0,
        Unit::Year => 500.0..=2_000_000.0,
        Unit::Piece => 0.01..=20_000.0,
        Unit::Negotiable => 0.0..=0.0,
    };
    range.contains(&least) && range.contains(&high)
}

fn rank(before: &str, clause: &str, label: &str) -> u8 {
    let said = &before[before.len() - clause.len()..];
    if TOTAL.is_match(said) || TOTAL.is_match(label) {
        1
    } else if PROBATION.is_match(said) || PROBATION.is_match(label) {
        4
    } else if BASE.is_match(said) || BASE.is_match(label) {
        3
    } else if label.is_empty() && said.contains("至少") {
        4
    } else {
        2
    }
}

/// Whether the words before a figure say that it is no pay: 押金1000.
pub(crate) fn other_money(before: &str) -> bool {
    NOT_PAY.is_match(clause_before(before))
}

/// A figure that stands alone where pay is expected (5500, 4500-5000, 3000左右, 5千): (wage, bytes used).
pub(crate) fn bare(cell: &str) -> Option<(Wage, usize)> {
    patterns! { BARE = &format!(r"^\s*¥?(?P<a>{NUMBER})(?:\s*元)?(?:\s*(?:-|~|到|至)+\s*(?P<b>{NUMBER}))?(?:\s*元)?(?P<m>左右|以上|起|\+[^\s,。;]{{0,12}}|上下|不等)?"); }
    let hit = BARE.captures(cell)?;
    let end = hit.get(0)?.end();
    let (least, mut most) = amounts((&hit["a"], hit.name("b").map(|b| b.as_str())))?;
    if hit.name("m").is_some_and(|m| OPEN_END.is_match(m.as_str())) && hit.name("b").is_none() {
        most = None;
    }
    let unit = sized(least, most)?;
    Some((Wage { least: Some(least), most, unit, rank: 2 }, end))
}

/// The unit a column header names: 日薪, 元/天, 月薪, 时薪.
pub(crate) fn bare_unit(header: &str) -> Option<Unit> {
    let pairs = [
        ("日薪", Unit::Day),
        ("天", Unit::Day),
        ("日工资", Unit::Day),
        ("时薪", Unit::Hour),
        ("小时", Unit::Hour),
        ("年薪", Unit::Year),
        ("元/年", Unit::Year),
        ("月", Unit::Month),
        ("日", Unit::Day),
    ];
    pairs.into_iter().find(|(word, _)| header.contains(word)).map(|(_, unit)| unit)
}
