//! Sex admitted. Words of preference are kept as "nothing said"; the sexes are counted only when several mentions meet.

use super::super::draft::Gender;
use super::super::mention::{Fact, Mentions};
use super::super::pattern::patterns;
use super::super::text::Text;

patterns! {
    ANY = r"男女(?:不限|均可|都行|都可以|都可|都要|皆可|各半|兼收|老少|通用|同工|同酬|老幼)?|女男不限|不限男女|不分男女|性别[::]?\s*(?:均)?不限|不限性别|无性别要求|男女比例|夫妻工|夫妻档|夫妻|两口子|夫妇|男的女的都|男、女|男/女|女/男|男或女|无论男女";
    HEIGHTS = r"[男女](?:性|生|士|工|的)?[^,。;\n]{0,3}?1?\.?\d{2,3}(?:cm|CM|米|公分|m)?(?:以上)?[,、;\s]*[男女](?:性|生|士|工|的)?[^,。;\n男女]{0,3}?1?\.?\d{2,3}";
    ONE = r"(?P<lead>限|只要|只招|仅限|仅招|要求|必须是?|招)?(?P<sex>男|女)(?P<tail>性|士|生|孩子?|工|的|青年|同志|劳力|员工|劳动力|普工|保安|司机|护工|大爷|师傅)?";
    PREFERRED = r"^[^,。;\n]{0,4}(?:优先|最好|更好|为佳|为主|尤佳|为宜)";
    /// Characters that make 男 or 女 part of another word.
    NOT_AFTER = r"^(?:装|鞋|包|裤|衣|厕|方|友|儿|婿|子(?:监|篮)|朋友|主人|宝宝|娃|大爷|老人|浴|宾|宿舍|部|款|内衣|裙|袜|两名|职工|雇主|主播间|主人家|老板|校|足|演员|病人|患者|\)?宿舍)";
}

pub(super) fn find(text: &Text, found: &mut Mentions) {
    let folded = text.folded();
    for hit in ANY.find_iter(folded) {
        if hit.as_str().ends_with("夫妻") && text.after(hit.end(), 3).starts_with(['房', '间']) {
            continue;
        }
        let preferred = PREFERRED.is_match(text.after(hit.end(), 24));
        let couple = hit.as_str().contains(['妻', '口', '妇']);
        if !(couple && preferred) || hit.as_str() == "男女" {
            found.note(hit.range(), Fact::Gender((!couple || !preferred).then_some(Gender::Any)));
        }
    }
    for hit in HEIGHTS.find_iter(folded) {
        let both = hit.as_str().contains('男') && hit.as_str().contains('女');
        if both {
            found.note(hit.range(), Fact::Gender(Some(Gender::Any)));
        }
    }
    for hit in ONE.captures_iter(folded) {
        let (Some(all), Some(sex)) = (hit.get(0), hit.name("sex")) else { continue };
        let at = all.range();
        let inside = found.list().iter().any(|m| {
            matches!(m.fact, Fact::Gender(Some(Gender::Any))) && m.at.start <= sex.start() && sex.end() <= m.at.end
        });
        if inside
            || found.taken(&sex.range())
            || NOT_AFTER.is_match(text.after(sex.end(), 18))
            || text.before(sex.start(), 6).ends_with(['儿', '孙', '妇', '子', '美', '少', '处', '侄'])
        {
            continue;
        }
        let preferred = PREFERRED.is_match(text.after(at.end, 24));
        let gender = if sex.as_str() == "男" { Gender::Male } else { Gender::Female };
        found.note(at, Fact::Gender((!preferred).then_some(gender)));
    }
}
