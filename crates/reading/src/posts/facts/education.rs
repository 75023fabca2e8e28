//! Least education.

use super::super::draft::Education;
use super::super::mention::{Fact, Mentions};
use super::super::pattern::patterns;
use super::super::text::Text;

patterns! {
    ANY = r"(?:学历|文化|文化程度|学历要求)[::]?\s*(?:均)?(?:不限|无要求|不要求|没要求)|不限(?:学历|文化)|无学历要求|不看学历|不要求学历|没学历要求|学历没要求";
    LEVEL = r"(?P<level>小学|初中|高中|中专|中技|职高|技校|中职|大专|专科|高职|本科|大学本科|学士)(?P<tail>毕业证?|文化|学历|文凭|程度|水平|及以上|以上|或以上|起|[^\n]?)";
    NOT_AFTER = r"^(?:门口|对面|附近|旁|北|南|东|西|食堂|老师|教师|校|路|部|宿舍|生(?:家|托|辅|作|课|接)|一年级|语文|数学|英语|、小学|孩子|放学|家长|学校|门|学生|里|附属|操场)";
}

pub(super) fn find(text: &Text, found: &mut Mentions) {
    for hit in ANY.find_iter(text.folded()) {
        found.add(hit.range(), Fact::Education(Education::Any));
    }
    for hit in LEVEL.captures_iter(text.folded()) {
        let Some(level) = hit.name("level") else { continue };
        let education = match level.as_str() {
            "小学" => Education::Primary,
            "初中" => Education::Junior,
            "高中" => Education::Senior,
            "中专" | "中技" | "职高" | "技校" | "中职" => Education::Vocational,
            "大专" | "专科" | "高职" => Education::College,
            _ => Education::Bachelor,
        };
        let before = text.before(level.start(), 12);
        let school = NOT_AFTER.is_match(text.after(level.end(), 18))
            || before.ends_with(['第', '县', '市', '区', '镇', '村', '一', '二', '三', '实', '验', '心', '接'])
            || before.ends_with("放学");
        if !school && !found.taken(&level.range()) {
            found.add(level.range(), Fact::Education(education));
        }
    }
}
