//! Meals and lodging: provided, or left to the worker.

use super::super::mention::{Fact, Mentions};
use super::super::pattern::patterns;
use super::super::text::Text;

patterns! {
    BOTH_NOT = r"(?:不(?:包|管|提供|供|含)(?:吃住|食宿|吃包住|吃不包住|吃管住|吃不管住))|(?:食宿|吃住)(?:都)?(?:自理|自费|自己|自行|不管|不包|自负)|无食宿|不管吃住";
    BOTH = r"(?:包|管|供|提供|免费|有|含|全包|免|安排)(?:吃住|食宿|吃、住|住吃|吃喝住|吃和住|膳宿|伙食住宿|食住|住宿伙食|吃/住|吃带住|住宿和工作餐|住宿及工作餐|住宿工作餐|住宿、工作餐|吃跟住|食、宿|三餐和住宿|三餐住宿|三餐及住宿|工作餐和住宿|工作餐住宿|工作餐、住宿|工作餐及住宿|午餐住宿)|包吃(?:、|和|,|\s|/)?(?:管|包|供|提供)?住|管吃(?:、|和|,|\s|/)?(?:管|包|供|提供)?住|包住(?:、|和|,|\s|/)?包?吃|管住管?吃|吃住(?:全包|全免|免费|都管|都包|全管|均免费|不要钱|不花钱|公司|厂里|在厂|在工地|由|统一|工地|老板)|食宿(?:全包|全免|免费|都管|都包|均免费|公司|由|统一|无忧)|(?:供|提供)(?:吃|饭)(?:供|提供)?住|一日三餐和住宿|三餐和住宿都管|包食包宿|吃住$|(?:^|[,。;\s、:▪])(?:食宿|吃住)(?:$|[,。;\s、])|包吃包喝包住|供吃供住|有吃有住";
    BOARD_NOT = r"不(?:包|管|提供|供|含)(?:吃|饭|餐|伙食|午饭|午餐)|(?:吃饭|伙食|饭|餐|用餐|就餐|吃|午餐|午饭|餐费|三餐|伙食费)(?:费)?(?:自理|自费|自己|自备|自带|自行|aa|AA)|自(?:己)?带(?:午)?饭|自备午餐|无工作餐|吃自己|自己做饭|自己解决吃|自带干粮|饭自己|不管饭|吃饭每月扣|饭钱自";
    BOARD = r"(?:吃)?饭(?:都)?免费|包中午一顿|包(?:早晚|中晚|午晚|早中|早午)两?顿?餐?|(?:包|管|供|含|免费提供|提供|免费|有|送)(?:吃(?:饭)?|饭|餐|伙食|[一二两三四1234]?[日天]?[一二两三四1-4]餐|[一二两三四1-4]顿|[早中午晚、]{1,4}(?:饭|餐)|午饭|午餐|工作餐|中餐|早餐|晚餐|早中晚餐|工作午餐|免费午餐|员工餐|免费工作餐|早午餐|中晚[两二]餐|早晚餐|一日三餐|三餐|饭菜|夜宵|中饭)|工作餐|(?:中午|晌午|午饭|午餐|早晚|晚上|三餐|伙食|一日三餐|每天三顿|中晚)(?:一顿)?(?:都)?(?:管饭|管|包|免费|供|提供)|免费(?:吃|就餐|用餐|午|餐)|员工餐|(?:^|[,。;\s、])(?:中餐|午餐|伙食)(?:免费|全免)|吃饭(?:免费|不花钱|不要钱|公司|厂里管)|饭管饱|管[^\s,。;\n]{0,2}饭|包中晚两餐|包中餐|一荤|[三四五六]菜一汤|食堂免费|免费食堂|吃(?:全免|免费)|提供[^\s,。;\n]{0,4}餐|供[^\s,。;\n]{0,3}餐|管一顿|管两顿|管三顿";
    BOARD_OFF = r"餐补|饭补|伙食补|餐费补|餐贴|/餐|元餐|补餐|夜班餐|餐饮|餐厅|补助|补贴|餐车|午休|刷卡|加餐";
    LODGING_NOT = r"不(?:包|管|提供|供|含|安排)(?:住|宿|住宿|宿舍)|(?:住宿|住|宿舍|住房|房租)(?:费)?(?:自理|自费|自己|自行|自租)|无(?:住宿|宿舍)|没有?(?:住宿|宿舍|住处)|住宿(?:每人|每月|一月|一个月|费|从工资|月)[^\s,。;]{0,3}(?:扣|\d)|自己租房|不住宿|宿舍(?:每月|费)?(?:扣|\d+元)|住宿(?:扣|收)|不管住";
    LODGING = r"分宿舍|有夫妻房|(?:包|管|供|提供|免费|有|安排|含|送|免费提供|配|给)(?:住(?:宿|处|房)?|宿舍|宿|员工宿舍|单间|单身公寓|公寓|集体宿舍|空调宿舍|夫妻房|夫妻间|住宿|彩钢房|板房|窑洞|单独房间|房住|[^\s,。;、\n]{0,4}宿舍)|住宿(?:免费|安排|条件|全免|公司|厂里|有空调|统一|[^\s,。;\d扣自费]{0,3}免费)|宿舍(?:免费|有空调|空调|[一二两三四六八468]人间|[468]人|水电|条件|配|带|内|有)|单身公寓|员工宿舍|(?:^|[,。;、\s▪])(?:宿舍|住宿|公寓)(?:$|[,。;、\s(])|[四六八468]人(?:一)?间|免费入住|拎包入住|住(?:全免|免费)|给单间|住工地|住厂里|住家";
    MEALS_AND_BED = r"(?:中午|一日三餐|早中晚)?(?:三餐)(?:和|及|、)住宿都?(?:管|包|免费)";
    LODGING_OFF = r"住宿补|房补|住房补|租房补|补贴|不住家|押金|宿舍管理|住房公积|宿舍楼(?:管|保|卫|清)|宿舍保洁|供电局宿舍|厂宿舍|局宿舍|公司宿舍(?:区|楼|院)|宿舍区|非住家";
}

pub(super) fn find(text: &Text, found: &mut Mentions) {
    let folded = text.folded();
    for (pattern, board, lodging) in [
        (&*BOTH_NOT, Some(false), Some(false)),
        (&*MEALS_AND_BED, Some(true), Some(true)),
        (&*BOTH, Some(true), Some(true)),
        (&*BOARD_NOT, Some(false), None),
        (&*LODGING_NOT, None, Some(false)),
        (&*BOARD, Some(true), None),
        (&*LODGING, None, Some(true)),
    ] {
        for hit in pattern.find_iter(folded) {
            let at = text.trim(hit.range());
            if at.is_empty() || boarding_taken(found, &at) || asked(text, &at) {
                continue;
            }
            let around = format!("{}{}{}", text.before(at.start, 9), text.get(&at), text.after(at.end, 12));
            let off = if lodging.is_none() { &*BOARD_OFF } else { &*LODGING_OFF };
            if board.is_none_or(|_| lodging.is_none())
                && board != Some(false)
                && lodging != Some(false)
                && off.is_match(&around)
                && !around.contains("工作餐")
            {
                continue;
            }
            if let Some(board) = board {
                keep(text, found, at.clone(), Fact::Board(board));
            }
            if let Some(lodging) = lodging {
                keep(text, found, at.clone(), Fact::Lodging(lodging));
            }
        }
    }
}

/// Whether the words were already read as meals or lodging: 管 belongs to one of them only.
fn boarding_taken(found: &Mentions, at: &std::ops::Range<usize>) -> bool {
    let overlaps = |m: &super::super::mention::Mention| {
        matches!(m.fact, Fact::Board(_) | Fact::Lodging(_)) && m.at.start < at.end && at.start < m.at.end
    };
    found.list().iter().any(overlaps)
}

/// Whether it is the worker who is to give meals: 会做饭, 负责三餐.
fn asked(text: &Text, at: &std::ops::Range<usize>) -> bool {
    let before = text.before(at.start, 15);
    if before.ends_with("部分岗位") || before.ends_with("部分") {
        return true;
    }
    let after = text.after(at.end, 9);
    before.ends_with(['做', '会', '送', '煮', '把'])
        || before.ends_with("负责")
        || after.starts_with("管理员")
        || after.starts_with("师傅")
        || after.starts_with("阿姨")
        || after.starts_with("配送")
        || after.starts_with("厅")
}

/// 住家 may be part of a title (住家保姆); other words mean meals and beds only.
fn keep(text: &Text, found: &mut Mentions, at: std::ops::Range<usize>, fact: Fact) {
    if text.get(&at) == "住家" { found.note(at, fact) } else { found.add(at, fact) }
}
