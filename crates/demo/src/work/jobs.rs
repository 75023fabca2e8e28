//! What people work as, where, and for how much (D§9.3, 9.4).

use domain::codes::{Industry, WorkForm};

/// How heavy a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Light,
    Medium,
    Heavy,
}

/// A job with its usual monthly pay in 2020, yuan.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Job {
    pub(crate) title: &'static str,
    pub(crate) industry: Industry,
    pub(crate) pay: f64,
    pub(crate) weight: Weight,
    /// Word that stands for the trade in the names of firms.
    pub(crate) trade: &'static str,
}

const fn job(title: &'static str, industry: Industry, pay: f64, weight: Weight, trade: &'static str) -> Job {
    Job { title, industry, pay, weight, trade }
}

use Industry as I;
use Weight::{Heavy, Light, Medium};

/// Jobs at employers outside the county, by weight.
pub(crate) const AWAY: [(Job, u32); 18] = [
    (job("建筑小工", I::Construction, 4200.0, Heavy, "建筑劳务"), 16),
    (job("钢筋工", I::Construction, 4800.0, Heavy, "建筑劳务"), 6),
    (job("木工", I::Construction, 4600.0, Medium, "装饰工程"), 4),
    (job("抹灰工", I::Construction, 4500.0, Medium, "装饰工程"), 3),
    (job("普工", I::Manufacturing, 3800.0, Medium, "电子"), 16),
    (job("装配工", I::Manufacturing, 4000.0, Medium, "机械"), 7),
    (job("缝纫工", I::Manufacturing, 3600.0, Light, "服装"), 5),
    (job("家政服务员", I::ResidentServices, 4500.0, Medium, "家政服务"), 9),
    (job("育婴员", I::ResidentServices, 5000.0, Light, "家政服务"), 3),
    (job("养老护理员", I::Health, 4200.0, Medium, "养老服务"), 5),
    (job("保安员", I::BusinessServices, 2600.0, Light, "保安服务"), 7),
    (job("保洁员", I::BusinessServices, 2200.0, Light, "物业"), 6),
    (job("餐厅服务员", I::Hospitality, 3000.0, Light, "餐饮"), 6),
    (job("厨师", I::Hospitality, 4300.0, Medium, "餐饮"), 3),
    (job("快递员", I::Transport, 4800.0, Medium, "速递"), 3),
    (job("货车司机", I::Transport, 5600.0, Medium, "物流"), 3),
    (job("分拣员", I::Transport, 3600.0, Medium, "物流"), 3),
    (job("挤奶工", I::Agriculture, 3500.0, Medium, "牧业"), 2),
];

/// Jobs at employers in the county.
pub(crate) const NEAR: [(Job, u32); 14] = [
    (job("建筑小工", I::Construction, 3300.0, Heavy, "建筑劳务"), 14),
    (job("瓦工", I::Construction, 3900.0, Heavy, "建筑劳务"), 5),
    (job("普工", I::Manufacturing, 2800.0, Medium, "新材料"), 13),
    (job("包装工", I::Manufacturing, 2300.0, Light, "食品"), 9),
    (job("保洁员", I::BusinessServices, 1800.0, Light, "物业"), 9),
    (job("保安员", I::BusinessServices, 2000.0, Light, "保安服务"), 8),
    (job("餐厅服务员", I::Hospitality, 1900.0, Light, "餐饮"), 9),
    (job("厨师", I::Hospitality, 3000.0, Medium, "餐饮"), 3),
    (job("导购员", I::Trade, 2000.0, Light, "商贸"), 8),
    (job("货车司机", I::Transport, 4200.0, Medium, "物流"), 4),
    (job("挤奶工", I::Agriculture, 3300.0, Medium, "牧业"), 6),
    (job("大棚种植工", I::Agriculture, 2200.0, Medium, "农业开发"), 6),
    (job("语音客服", I::Information, 2600.0, Light, "数据服务"), 3),
    (job("养老护理员", I::Health, 2300.0, Medium, "养老服务"), 3),
];

/// Workshops at resettlement sites and in townships; paid by the piece.
pub(crate) const WORKSHOP: [(Job, u32); 5] = [
    (job("缝纫工", I::Manufacturing, 2200.0, Light, "服装加工"), 40),
    (job("手工编织工", I::Manufacturing, 1700.0, Light, "手工艺品"), 20),
    (job("包装工", I::Manufacturing, 2000.0, Light, "杂粮加工"), 20),
    (job("电子元件插件工", I::Manufacturing, 2100.0, Light, "电子加工"), 12),
    (job("黄花菜分拣工", I::Agriculture, 1800.0, Light, "黄花加工"), 8),
];

/// Casual work and work on one's own account.
pub(crate) const CASUAL: [(Job, u32); 6] = [
    (job("零工", I::Construction, 3000.0, Medium, ""), 30),
    (job("装卸工", I::Transport, 3300.0, Heavy, ""), 12),
    (job("农业零工", I::Agriculture, 2200.0, Medium, ""), 26),
    (job("家庭钟点工", I::ResidentServices, 2600.0, Light, ""), 14),
    (job("装修零工", I::Construction, 3800.0, Medium, ""), 10),
    (job("网约车司机", I::Transport, 4200.0, Medium, ""), 8),
];

/// Own businesses.
pub(crate) const OWN: [(Job, u32); 4] = [
    (job("小卖部", I::Trade, 2600.0, Light, ""), 30),
    (job("小饭馆", I::Hospitality, 3500.0, Medium, ""), 20),
    (job("养殖", I::Agriculture, 3000.0, Medium, ""), 36),
    (job("农机作业", I::Agriculture, 3200.0, Medium, ""), 14),
];

/// Public-welfare posts: fixed pay between 300 and 1,700.
pub(crate) const WELFARE: [(Job, u32); 6] = [
    (job("保洁员", I::PublicFacilities, 600.0, Light, ""), 40),
    (job("护林员", I::PublicFacilities, 850.0, Light, ""), 22),
    (job("护路员", I::PublicFacilities, 800.0, Light, ""), 12),
    (job("治安巡逻员", I::PublicAdministration, 1000.0, Light, ""), 8),
    (job("防疫消杀员", I::PublicAdministration, 1200.0, Light, ""), 10),
    (job("光伏管护员", I::Utilities, 700.0, Light, ""), 8),
];

/// Where those who work outside the county go: six-digit code, province, city, county, weight (of 480: city 140, province 90, capital
/// and Tianjin 140, Hebei and Inner Mongolia 80, other 30).
pub(crate) const DESTINATIONS: [(u32, [&str; 3], u32); 21] = [
    (140_213, ["山西省", "大同市", "平城区"], 86),
    (140_214, ["山西省", "大同市", "云冈区"], 34),
    (140_215, ["山西省", "大同市", "云州区"], 20),
    (140_105, ["山西省", "太原市", "小店区"], 44),
    (140_106, ["山西省", "太原市", "迎泽区"], 18),
    (140_602, ["山西省", "朔州市", "朔城区"], 16),
    (140_902, ["山西省", "忻州市", "忻府区"], 12),
    (110_105, ["北京市", "北京市", "朝阳区"], 40),
    (110_108, ["北京市", "北京市", "海淀区"], 24),
    (110_115, ["北京市", "北京市", "大兴区"], 26),
    (110_112, ["北京市", "北京市", "通州区"], 18),
    (120_116, ["天津市", "天津市", "滨海新区"], 20),
    (120_110, ["天津市", "天津市", "东丽区"], 12),
    (130_702, ["河北省", "张家口市", "桥东区"], 16),
    (130_728, ["河北省", "张家口市", "怀安县"], 16),
    (130_102, ["河北省", "石家庄市", "长安区"], 8),
    (150_105, ["内蒙古自治区", "呼和浩特市", "赛罕区"], 26),
    (150_203, ["内蒙古自治区", "包头市", "昆都仑区"], 14),
    (320_583, ["江苏省", "苏州市", "昆山市"], 14),
    (330_203, ["浙江省", "宁波市", "海曙区"], 6),
    (440_306, ["广东省", "深圳市", "宝安区"], 10),
];

/// Form of work and whether in the county, by weight: 52 % in the county; employer 52, casual 26, workshop 5, welfare 12, own 5 %.
pub(crate) const FORMS: [((WorkForm, bool), u32); 8] = [
    ((WorkForm::Employer, true), 168),
    ((WorkForm::Employer, false), 352),
    ((WorkForm::Flexible, true), 140),
    ((WorkForm::Flexible, false), 120),
    ((WorkForm::Workshop, true), 50),
    ((WorkForm::PublicPost, true), 120),
    ((WorkForm::SelfEmployed, true), 42),
    ((WorkForm::SelfEmployed, false), 8),
];

/// Codes and names of [`DESTINATIONS`] that are the home county itself are left out.
pub(crate) fn destinations(home: u32) -> Vec<(usize, u32)> {
    let away = DESTINATIONS.iter().enumerate().filter(|(_, place)| place.0 != home);
    away.map(|(at, place)| (at, place.2)).collect()
}
