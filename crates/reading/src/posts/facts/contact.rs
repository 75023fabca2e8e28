//! Contacts: surname with a form of address, names beside a phone or after 联系人.

use std::ops::Range;

use super::super::mention::{Fact, Mentions};
use super::super::pattern::patterns;
use super::super::text::Text;

const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公苟闫付肖岳智代郜";

const ADDRESS: &str = "先生|女士|小姐|经理|主管|主任|老师|厂长|队长|老板娘|老板|店长|园长|会计|校长|站长|场长|社长|部长|科长|院长|村长|书记|组长|班长|人事|助理|管理|大姐|大哥|阿姨|主席|所长|秘书|理事长|同志|领导|掌柜|医生|护士长|支书|镇长|工长|工头|师傅|小姐姐|姐姐|大爷|大叔|大婶|老大|站|总|工|姐|哥|叔|姨|婶|嫂|妹|弟|局|处|董|导|干事|专员|警官|顾问|总监|馆长|矿长|段长|车间主任|总工|教官|教练|护士|队|厨|支书|联络员|保长|妈|爸|站员|经纪|中介|客服|行长|股长|乡长|区长|生产主任|老乡|主播";

patterns! {
    TITLED = &format!(r"(?P<name>(?:小|老|阿|大)?[{SURNAMES}](?:\p{{Han}})?(?:{ADDRESS})|[小阿]\p{{Han}}(?:姐|哥|妹)|[小老][{SURNAMES}]|阿[A-Za-z]{{1,8}}|老支书|老书记|驻[\p{{Han}}]联络员)");
    LABEL = r"(?:驻厂|联\s?系\s?人|负责人|联络人|招聘人|报名联系|联系方式|报名找|联系电话|招聘专员|联系|咨询|致电|找|问|加微信|微信|V信|电联|电话|热线|手机|报名|发给|加|发到|报|接待人|抢单私信|私信)(?:\([^)]{0,6}\))?\s*[::]?\s*$";
    PERSON_LABEL = r"(?:驻厂|联\s?系\s?人|负责人|联络人|招聘专员|报名找|找|联系|接待人|私信|咨询)\s*[::]?\s*$";
    FULL_NAME = &format!(r"^[{SURNAMES}]\p{{Han}}{{1,2}}$");
    POST_ALONE = r"^(?:园长(?:助理)?|店长|厂长|老板娘|老板|队长|站长|场长|校长|院长|派单员|派单|客服小妹|店主|东家|雇主|人事小妹|房东|组训[小老]?\p{Han}|带单小哥|驻厂(?:小|老)?\p{Han}|村支书|村主任|社长|带班|工头|班主任|场主|厂里会计|管事的|小哥|小姐姐|主家|人事经理|招聘经理|会计|办公室主任|经理|负责人)$";
    FIRST_NAME = r"^(?:二|三|大|小|老|阿)\p{Han}{1,2}$";
    NOT_A_NAME = r"电话|手机|微信|同号|热线|咨询|报名|联系|人事|门卫|前台|办公|地址|时间|包吃|包住|有意|方便|温馨|余下|公司|工厂|招聘|工资|待遇|面议|管吃|管住|车间|镇|乡|县|市|区|路|街|村|中介|勿扰|加我|马上|随时|急|先到|满|高薪|厂$|店$|城$|双休|单休|包食|平台|群|全部|成都|广州|江|山西|白班|夜班|能来|班$|应聘|安全|安检|保洁|全日|全天|和气|双职|农活|常年|计件|云州|左云|干净|广灵|师傅带|空调|宿舍|包|工$|员$|时$|满$|元$|项目";
}

pub(super) fn find(text: &Text, found: &mut Mentions) {
    let mut seen: Vec<Range<usize>> = Vec::new();
    let phones: Vec<Range<usize>> =
        found.list().iter().filter(|m| matches!(m.fact, Fact::Phone(_))).map(|m| m.at.clone()).collect();
    for hit in TITLED.captures_iter(text.folded()) {
        let Some(name) = hit.name("name").map(|m| m.range()) else { continue };
        if found.taken(&name) || !stands_alone(text, &name, &phones) {
            continue;
        }
        let at = with_lead(text, name);
        seen.push(at.clone());
        found.add(at.clone(), Fact::Contact(text.get(&at).replace(' ', "")));
    }
    for at in text.pieces() {
        beside_phone(text, found, at, &phones, &seen);
    }
}

/// 组训小卜 and 带单小哥 carry their post in front; 带班老谢, 联系人 and the like do not belong to the name.
fn with_lead(text: &Text, name: Range<usize>) -> Range<usize> {
    let posts = ["组训", "带单", "驻厂", "人事", "店主", "团长", "群主"];
    let before = text.before(name.start, 12);
    let lead = posts.iter().find(|post| before.ends_with(**post));
    name.start - lead.map_or(0, |post| post.len())..name.end
}

/// A form of address counts near a phone or after a label, not in the middle of a sentence (王师傅 yes, 高级工 no).
fn stands_alone(text: &Text, name: &Range<usize>, phones: &[Range<usize>]) -> bool {
    let word = text.get(name);
    let (before, after) = (text.before(name.start, 30), text.after(name.end, 12));
    if LABEL.is_match(before) && (word.chars().count() > 1) {
        let cut = after.chars().next().is_none_or(|c| !('\u{4E00}'..='\u{9FFF}').contains(&c))
            || near(text, name, phones, 12);
        return cut || after.starts_with(['电', '手', '微']);
    }
    let bounded = before.chars().next_back().is_none_or(|c| !('\u{4E00}'..='\u{9FFF}').contains(&c));
    let lead =
        ["物业", "带班", "站里找", "老板", "工头", "站", "组训", "带单", "驻厂", "人事", "部", "办", "村", "处", "找"]
            .iter()
            .any(|lead| before.ends_with(lead));
    let ends = after.chars().next().is_none_or(|c| !('\u{4E00}'..='\u{9FFF}').contains(&c))
        || after.starts_with(['电', '手', '微', '收', '同']);
    let short = matches!(word.chars().next_back(), Some('工' | '站' | '总' | '老' | '处' | '局' | '妈' | '爸' | '导'))
        || word.chars().count() == 2;
    (bounded || lead) && ends && near(text, name, phones, if short { 14 } else { 40 })
}

/// Whether a phone stands within `most` bytes on the same or the next line.
fn near(text: &Text, at: &Range<usize>, phones: &[Range<usize>], most: usize) -> bool {
    phones.iter().any(|phone| {
        let gap = if phone.end <= at.start { at.start - phone.end } else { phone.start.saturating_sub(at.end) };
        gap <= most && text.line_of(phone.start).abs_diff(text.line_of(at.start)) <= 1
    })
}

fn beside_phone(text: &Text, found: &mut Mentions, at: Range<usize>, phones: &[Range<usize>], seen: &[Range<usize>]) {
    // A name in brackets or glued to the digits of its phone.
    let word = text.get(&at);
    let open =
        word.len() - word.trim_start_matches(|c: char| c == '(' || c.is_ascii_digit() || c == '/' || c == '-').len();
    let close = word.len()
        - word.trim_end_matches(|c: char| c == ')' || c.is_ascii_digit() || c == '(' || c == '-' || c == '/').len();
    if open + close >= word.len() {
        return;
    }
    let at = text.trim(at.start + open..at.end - close);
    let labels = ["联系人", "报名联系", "咨询", "联系", "抢单私信", "私信", "找", "带班", "发"];
    let word = text.get(&at);
    let skip =
        labels.iter().find(|label| word.starts_with(**label) && word.len() > label.len() + 3).map_or(0, |l| l.len());
    let at = at.start + skip..at.end;
    let word = text.get(&at);
    let clash = seen.iter().any(|other| other.start < at.end && at.start < other.end);
    if word.is_empty() || clash || found.taken(&at) || !near(text, &at, phones, 14) {
        return;
    }
    let labelled = skip > 0 || PERSON_LABEL.is_match(text.before(at.start, 30));
    let close_by = near(text, &at, phones, 6);
    let full = (FULL_NAME.is_match(word) || (labelled && FIRST_NAME.is_match(word)))
        && !NOT_A_NAME.is_match(word)
        && (labelled || close_by);
    let post = POST_ALONE.is_match(word) && (close_by || labelled);
    let post_before_word =
        ["园长", "店长", "厂长", "老板", "校长", "队长", "院长", "场长", "站长", "会计"].iter().find(|p| {
            word.strip_prefix(**p)
                .is_some_and(|r| r.starts_with("电话") || r.starts_with("手机") || r.starts_with("微信"))
        });
    if full || post {
        found.add(at.clone(), Fact::Contact(word.to_owned()));
    } else if let Some(post) = post_before_word {
        found.add(at.start..at.start + post.len(), Fact::Contact((*post).to_owned()));
    }
}
