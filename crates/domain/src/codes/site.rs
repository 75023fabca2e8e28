//! Vocabularies about workshops.

use super::vocabulary;

vocabulary! {
    /// Type of workshop 车间类型.
    WorkshopType "workshop_type" {
        Factory "factory" "厂房式",
        HomeBased "home" "居家式",
        Farm "farm" "种养式",
        Trade "trade" "贸易流通式",
        Culture "culture" "文旅式",
    }
}

vocabulary! {
    /// Operating status of a workshop 运营状态.
    WorkshopStatus "workshop_status" {
        Normal "normal" "正常",
        Stopped "stopped" "停工",
        Idle "idle" "闲置",
        Delisted "delisted" "摘牌",
    }
}
