//! Experience asked: none, preferred, needed, so many years.

use super::super::draft::Experience;
use super::super::mention::{Fact, Mentions};
use super::super::number;
use super::super::pattern::patterns;
use super::super::text::Text;

patterns! {
    YEARS = r"(?:满)?(?P<n>\d{1,2}|[一二两三四五六七八十]{1,2})\s*(?:-\d{1,2})?\s*年\s*(?:及)?(?:以上|以内)?(?:的)?(?:[^\n,。;!?、]{0,14}?(?:经验|经历|驾龄|驾驶|工龄|管理|从业)|以上)|(?:驾龄|从业|经验|工龄|工作经验|做过|干过)\s*(?:满)?[::]?\s*(?P<m>\d{1,2}|[一二两三四五六七八十]{1,2})\s*年";
    YEARS_NOT = r"合同|服务期|工龄(?:工资|奖)|签|质保|成立|老店|老企业|满一年|租|建厂|补贴|脱贫|退役|毕业|就业困难|失业|品牌|兑现|健康证|以上每|奖";
    ANY = r"(?:有无|有没有|不论有无|无论有无)(?:工作)?经验[^\s,。;]{0,4}|经验不限|不限经验|无(?:需|须)?(?:工作)?经验(?:要求|亦可|也可|均可|可)?|不(?:需要?|用|要求|要)(?:有)?(?:工作)?经验|没(?:有)?经验(?:也可|也行|可以|都行|的教|可|均可)?|零基础|零经验|生熟手|生手|新手(?:可|也|均|亦|都|小白|包|免费)|学徒|应届(?:毕业)?生(?:亦可|也可|均可|优先|可)?|包教包会|包教|包会|不会(?:的|可以|也可以|也行|没关系|干)?(?:的)?(?:可以|有人|免费|包|手把手|能|给|可)?(?:教|学|带|培训)|免费教|手把手教|有人教|有人带|有师傅带|老师傅带|师傅带|带薪培训|(?:岗前|免费|入职)培训|可培训|现学|不用手艺|不要手艺|不限(?:技能|技术)|没干过也|小白(?:可|也|均)|免费培训|边干边学|一学就会|一看就会|简单易学|新老手|学得会|无经验";
    ANY_WEAK = r"^(?:带薪培训|(?:岗前|免费|入职)培训|可培训|简单易学|一学就会|一看就会|免费培训)$";
    PREFERRED = r"(?:有|懂|具有|具备|有过|做过|会|干过|熟悉|持)?[^\s,。;、:()\n]{0,16}(?:经验|经历|熟手|熟练工?|熟练者|平车|同行|老手|手艺|技术|操作|过的|基础|技能|从业者|的)(?:者|的|人员)?(?:可)?(?:优先|最好|更好|为佳|尤佳|优先录用|工资从优|待遇从优|从优|高薪|可从优|优先考虑)";
    PREFERRED_NOT = r"证|附近|户口|本地|夫妻|两口子|住得近|长期|退役|军人|党员|脱贫|农村|学生|宝妈|女|男|年轻|吃苦|形象|性格|有车的|离家|离得|家近|家住|住的|身体|户的|专业|残疾|低保|子女|家属|一起|力气|人才|踏实|稳定|普通话|困难|家庭|人员优先|劳动力|大专|高中|本科|学历";
    NEEDED = r"熟手|熟练工|熟练(?:的|者)?(?:操作|掌握|使用)?|老手|有[^\s,。;、:()\n]{0,12}经验|有(?:过)?工作经历|有[^\s,。;、:()\n]{0,8}(?:手艺|基础)|必须会|具备[^\s,。;、\n]{0,10}经验|具有[^\s,。;、\n]{0,10}经验|需(?:要)?有?[^\s,。;、\n]{0,8}经验|要有?[^\s,。;、\n有]{0,8}经验|(?:做|干)过[^\s,。;、\n]{1,8}(?:的|优先)?|大工|会[^\s,。;]{0,4}的来|有相关经验|经验丰富|生手勿扰|生手免谈|非熟手|能独立[^\s,。;]{1,8}|要求熟手";
    NEEDED_NOT = r"熟练后|普通话|办公软件|电脑|优先|不限|不用|可以|无需|最好|offic|Offic|WPS|为佳|更好|均可|学|熟练期";
}

pub(super) fn find(text: &Text, found: &mut Mentions) {
    let folded = text.folded();
    for hit in YEARS.captures_iter(folded) {
        let Some(all) = hit.get(0) else { continue };
        let figure = hit.name("n").or(hit.name("m")).map_or("", |m| m.as_str());
        let Some(years) = number::whole(figure).filter(|n| (1..=30).contains(n)) else { continue };
        let clause = format!(
            "{}{}{}",
            text.before(all.start(), 15),
            all.as_str(),
            text.after(all.end(), 24).split([',', '。', ';', '\n', ' ']).next().unwrap_or("")
        );
        if found.taken(&all.range()) || YEARS_NOT.is_match(&clause) {
            continue;
        }
        let rest = text.after(all.end(), 18);
        if rest.starts_with("优先") || rest.starts_with("者优先") || rest.starts_with("的优先") {
            found.add(all.range(), Fact::Experience(Experience::Preferred));
        } else {
            found.add(all.range(), Fact::Experience(Experience::Years(years)));
        }
    }
    for hit in PREFERRED.find_iter(folded) {
        if !PREFERRED_NOT.is_match(hit.as_str()) && !found.taken(&hit.range()) {
            found.add(hit.range(), Fact::Experience(Experience::Preferred));
        }
    }
    for hit in ANY.find_iter(folded) {
        let refused = text.after(hit.end(), 12).starts_with(['勿', '免', '不'])
            || text.before(hit.start(), 3).ends_with(['非', '不']);
        let weak = ANY_WEAK.is_match(hit.as_str());
        if !found.taken(&hit.range()) && !refused && !weak {
            found.note(hit.range(), Fact::Experience(Experience::Any));
        }
    }
    for hit in NEEDED.find_iter(folded) {
        let rest = text.after(hit.end(), 15);
        let inside = found
            .list()
            .iter()
            .any(|m| matches!(m.fact, Fact::Experience(_)) && m.at.start < hit.end() && hit.start() < m.at.end);
        if !inside
            && !found.taken(&hit.range())
            && !NEEDED_NOT.is_match(hit.as_str())
            && !rest.starts_with("优先")
            && !rest.starts_with('后')
            && !rest.starts_with("者优先")
            && !rest.starts_with("的优先")
        {
            found.note(hit.range(), Fact::Experience(Experience::Needed));
        }
    }
}
