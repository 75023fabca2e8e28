//! Employers: entities by their suffix, after a label, or as the subject of 招. Offices that only pass a notice on and agencies
//! are told apart.

use std::ops::Range;

use domain::places::Region;

use super::super::mention::{Fact, Mentions};
use super::super::pattern::patterns;
use super::super::text::Text;
use super::super::titles;
use super::place::{self, region_of};

/// What a name of an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A named employer.
    Named,
    /// A mere kind of employer: 合作社, 幼儿园, 工地.
    Generic,
    /// An employment office or fair.
    Office,
    /// An intermediary.
    Agency,
    /// No entity.
    None,
}

/// Suffixes of entities.
const SUFFIX: &str = "有限责任公司|股份有限公司|有限公司|分公司|公司|集团|加工厂|总厂|分厂|工厂|厂|专业合作社|合作社|联社|大酒店|酒店|宾馆|旅馆|民宿|客栈|招待所|饭店|大饭店|饭庄|酒楼|餐厅|餐馆|食府|食堂|火锅店|火锅|面馆|小吃店|快餐店|快餐|早餐店|烧烤店|烧烤|私房菜|农家乐|茶楼|咖啡馆|奶茶店|奶茶|饮品店|蛋糕店|烘焙|超市|便利店|商场|百货|商店|商行|药店|药房|水果店|服装店|门市部|门市|门店|专卖店|分店|旗舰店|影楼|影城|店|医院|卫生院|诊所|卫生所|门诊部|学校|小学|中学|幼儿园|幼教机构|托管班|培训机构|机构|学院|敬老院|养老院|养老公寓|养老中心|护理院|福利院|月子中心|月子会所|物业|物业公司|物业部|物业办|管理处|帮扶车间|扶贫车间|卫星工厂|车间|工坊|作坊|基地|农场|牧场|养殖场|养猪场|养鸡场|养牛场|猪场|羊场|牛场|鸡场|奶牛场|养羊场|鹿场|苗圃|果园|林场|煤矿|矿业|铁矿|石料厂|砖厂|砂场|料场|煤业|电站|热电厂|发电厂|电厂|加油站|服务站|服务区|驿站|收费站|养护站|经营部|销售部|项目部|项目经理部|工程队|施工队|检修外委队|外委队|维修队|检修队|车队|安装队|保安队|消防队|管委会|人民政府|乡政府|镇政府|政府|街道办事处|街道办|办事处|村委会|居委会|村委|林业站|林草局|林业局|供电所|水务局|交警队|公安局|环卫处|环卫所|环卫站|环卫队|银行|信用社|会所|KTV|网吧|网咖|浴场|洗浴|洗浴中心|足浴|足疗店|养生馆|美容院|理发店|美发店|健身房|俱乐部|宴会中心|中心|工作室|事务所|设计院|研究院|报社|驾校|汽修厂|汽修|修理厂|洗车行|4S店|家居|家具城|家政|工程处|工区|总站|批发部|批发市场|市场|库房|冷库|物流园|粮库|粮油|合伙企业|个体户|直播间|工业园|小镇|景区|大厅|加工点|网点|烧烤城|门诊|大院|影院|礼堂|商会|协会|仓储中心|分拣中心";

/// Trades that stand for a firm at the end of its name: 晋蒙冷链, 飞雁羽绒.
const TRADE: &str = "家电|陶瓷园|冷链|羽绒|生物|电子|包装|餐饮|服饰|服装|制衣|鞋业|食品|陶瓷|药业|玩具|印务|印刷|香料|外卖|家具|门窗|建材|机械|重工|化工|煤化|能源|新能源|光伏|风电|制药|乳业|牧业|农业|农牧|科技|物流|快递|速递|速运|保安|保洁|环保|装饰|建筑|建设|建工|路桥|园林|绿化|汽贸|汽车|商贸|贸易|实业|工贸|纺织|针织|毛纺|箱包|皮具|皮革|五金|塑料|塑胶|塑业|橡胶|纸业|玻璃|石材|水泥|钢铁|铸造|铝业|铜业|焦化|石墨|炭素|锂电|电气|电器|电力|光电|通讯|网络|传媒|广告|文化|旅游|酿酒|酒业|醋业|饮料|饮品|粮油|面粉|面业|杂粮|豆制品|肉业|禽业|果业|果蔬|蔬菜|药材|茶业|种业|饲料|肥业|养殖|畜牧|渔业|供热|热力|燃气|水务|自来水|环卫|市政|公交|客运|货运|运输|搬家|港务|航空|铁路|地产|置业|酒庄|影视|教育|培训|健身|医美|美业|护理|养老|康养|家纺|地毯|洗涤|精工|精密|模具|仪器|仪表|设备|机电|制冷|装备|智能|数控|信息|软件|数据|呼叫|保险|银座|生鲜|果业|零售|连锁|商超|铸业|矿山|矿产|砂石|锅炉|电缆|线缆|照明|管业|彩钢|钢构|重机|农机|牧场|蛋业|牛业|羊业|小龙虾|铺子|人家|小馆|饭堂|食坊|酒坊|坊|轩|阁|楼|斋|馆|万家|酒家|饭庄|小厨|厨房";

patterns! {
    LABEL = r"(?:企业名称|单位名称|公司名称|用人单位|招聘单位|用工单位|用工企业|招工单位|招聘企业|企业|单位|公司|雇主|用人企业|店名|厂名|厂家|招聘公司|用工方|企业[一二三四五六七八九十\d]+|\d+号企业|展位\d+|[A-Z]?\d{1,3}号展位|发布单位|单位[一二三四五六\d]+)\s*[\]::]\s*$";
    NOT_LABEL = r"(?:发布单位|报名单位|主办|承办|协办|举办|组织|来源|转自|转发)[^\s]{0,4}\s*[\]::]\s*$";
    ENTITY = &format!(r"^(?P<name>[\p{{Han}}A-Za-z0-9()&·-]{{0,36}}(?:{SUFFIX})(?:\([^)]{{2,14}}\))?)(?P<rest>.*)$");
    TRADED = &format!(r"^(?P<name>[\p{{Han}}A-Za-z0-9()]{{1,14}}(?:{TRADE})(?:\([^)]{{2,14}}\))?)(?P<rest>.*)$");
    SUFFIX_ALONE = &format!(r"^(?:小|大|某|本|我|我们|各|村里|县里|镇上|镇里|私人|一家|家|新开|农民|专业|大型|附近|住建|小区|多家|知名|机械租赁|个体|老|外地|当地|市里|城里|高薪|本地)*(?:{TRADE}|加工|生产|制造)?(?:{SUFFIX}|{TRADE})$");
    /// A firm told by its place in brackets: 达锋(重庆).
    PLACED = r"^(?P<name>\p{Han}{2,8}\((?P<place>\p{Han}{2,9})\))";
    HIRES = r"^(?:现|急|诚|因|长期|紧急|大量|火热|常年|直|春季|秋季|春节后|节后|年后|复工|开业|扩产|扩建|新厂|开工|岗位|公开|面向社会|社会|\d{4}年|\d+月)*(?:面向)?(?:[^\s,。;:]{0,6})?(?:招(?:聘|工|人|收|募|兼|[^\s呼牌商生])?|诚聘|聘请|聘用|选聘|急聘|聘|需要?|缺人?|要人|用工|岗位|急招|急需|招募|人员|招贤|社招|招)";
    CUT = r"(?:现|急|诚|因|长期|紧急|大量|常年|公开|面向社会|直)*(?:招聘|诚聘|聘请|选聘|招工|招人|招收|招募|急招|急聘|社招|招|聘|急需|需要|缺人|缺)";
    OFFICE = r"就业局|人社局|人力资源市场|就业服务中心|人力资源服务中心|公共就业|劳务站|就业和?人才|人社所|劳动保障|便民服务中心|零工市场|就业中心|人社厅|劳动力市场|人才市场|人才中心|残联|妇联|总工会|乡村振兴局|就业驿站|零工驿站|劳务输出|就业超市|招聘会|岗位信息|就业帮扶|工会|政务服务|人力资源和社会保障局|社保|劳务协作|就业服务站|招聘服务";
    AGENCY = r"人力(?:资源)?|劳务|派遣|中介|外包|职介|家政|招工平台|招工处|人才服务|代招|驻厂";
    NOT_ENTITY = r"^(?:联系|借|在|到|去|离|距|坐|从|有|无|不|会|能|可|包|管|免|提供|住|要|吃|每|按|带|自|来|招|男|女|月|日|年|第|求|另|以上|各|给|做|学|转|胆|四口|三口|一家三|如)|车间普|食堂(?:便宜|免费|刷卡|吃|做)|宿舍|面试|直达|到站|地铁|高铁|转让|附近|对面|门口|旁边|岗位(?:职责|内容|要求)|家庭|自家|孩子|在家|人家|大家|居家|国家|回家|住家|来电|安家|老家|离家|家里|家住|班车|号召|节假|微信|账号|手机号|同号|座机号|中午|健康|持证|合同|工资|以上|以下|经验|优先|不限|身份|体检|保险(?:$|[^公])|岁|电话|包吃|包住|管吃|管住|可以|不要|要求|负责|月薪|待遇|福利|工作(?:内容|时间|地点)|时间|提供|免费|熟练|普通话|上班|报名|提成|押金|介绍|学历|年龄|性别|班倒|现场(?:报名|招聘)|活动|举办|加班|吃饭|管饭|就行|也行|都行|还行|同行|执行|流水的|四口|之家|\d{3}|南站|北站|东站|西站|火车站|高铁站|汽车站|车站|做饭|乘车|擦玻璃|带薪|生手|熟手|新手|岗前|广场.{0,4}楼|[一二三四五六七八九十\d]楼|表哥|亲戚|朋友|厂子|的(?:厂|店|公司|饭店|工地)|新店|一店|二店|老乡|玻璃一天|以后|欢迎|收入|休息";
}

/// What an entity of this name is.
pub(crate) fn kind(name: &str) -> Kind {
    if OFFICE.is_match(name) {
        Kind::Office
    } else if AGENCY.is_match(name) && !name.contains("工厂") && !name.contains("建筑") {
        Kind::Agency
    } else if SUFFIX_ALONE.is_match(name) {
        Kind::Generic
    } else if ENTITY.is_match(name) || TRADED.is_match(name) {
        Kind::Named
    } else {
        Kind::None
    }
}

/// Whether a piece opens with the name of an entity and says no more.
pub(super) fn is_entity(part: &str) -> bool {
    [&*ENTITY, &*TRADED]
        .iter()
        .any(|pattern| pattern.captures(part).is_some_and(|hit| accepts(&hit["name"], &hit["rest"])))
}

/// Whether the words after a place are an entity of their own: 左云县云兴镇 | 福满楼.
pub(super) fn starts_after_place(rest: &str) -> bool {
    let own = rest.chars().count() >= 3 && !rest.starts_with(['(', ')']);
    own && is_entity(rest) && kind(rest) == Kind::Named && !PUBLIC.is_match(rest)
}

patterns! {
    OWN_ROOM = r"^(?:办公室|人事|人力|门口|开新店|新店|开业|扩建|扩产|复工|因|大量|为|是|专业|主营|成立|现)";
    PUBLIC = r"政府|街道办|办事处|村委会|村委|居委会|车间|卫生院|敬老院|管委会|安置点|林业站|中心|学校|幼儿园|养护站";
}

/// Whether a name may stand before such words.
fn accepts(name: &str, rest: &str) -> bool {
    let rest = rest.trim();
    !NOT_ENTITY.is_match(name.split('(').next().unwrap_or(name))
        && (rest.is_empty()
            || HIRES.is_match(rest)
            || rest.starts_with(['(', ')', '/', '-'])
            || OWN_ROOM.is_match(rest)
            || titles::ends_in_title(rest))
}

/// A township in front of a shop's name belongs to the place: (rest is the employer, bytes of the place).
pub(super) fn split_place(part: &str, home: Option<Region>) -> (bool, usize) {
    let division = place::known(part, home).map_or(0, |(_, used)| used);
    let Some(below) = place::township(&part[division..], home) else { return (false, 0) };
    let used = division + below.1;
    let spelled = part[..used].ends_with(['乡', '镇', '道', '村', '办']);
    (spelled && starts_after_place(&part[used..]), used)
}

pub(super) fn find(text: &Text, found: &mut Mentions) {
    for at in text.pieces() {
        let before = text.before(at.start, 60);
        let at = cut_name(text, found, at);
        if at.is_empty() {
            continue;
        }
        let labelled = LABEL.is_match(before) && !NOT_LABEL.is_match(before);
        let part = text.get(&at);
        let named = if labelled { Some(at.len()) } else { name_in(part) };
        let Some(mut used) = named.filter(|used| *used > 0) else { continue };
        let mut start = at.start;
        if !labelled {
            // 在/到/去 introduce places, 我们 speaks of the firm.
            start += ["我们", "本", "我"].iter().find_map(|w| part.starts_with(w).then_some(w.len())).unwrap_or(0);
        }
        let place = split_place(&text.folded()[start..at.start + used], home_of());
        if place.0 {
            found.note(start..start + place.1, Fact::Place);
            start += place.1;
        }
        used += at.start;
        if found.list().iter().any(|m| matches!(m.fact, Fact::Place) && m.at.start <= start && used <= m.at.end) {
            continue;
        }
        used = without_place(text, start..used);
        if start < used {
            let name = text.trim(start..used);
            found.note(name.clone(), Fact::Employer(text.get(&name).to_owned()));
        }
    }
}

/// Townships are known in the home prefecture only.
fn home_of() -> Option<Region> {
    Region::from_six(140_200)
}

/// The piece without what other rules read at its end, and without a lead such as 招.
fn cut_name(text: &Text, found: &Mentions, at: Range<usize>) -> Range<usize> {
    let end = at.clone().find(|i| found.is_taken(*i)).unwrap_or(at.end);
    text.trim(at.start..end)
}

/// Bytes of the name a piece opens with.
fn name_in(part: &str) -> Option<usize> {
    let cut = CUT.find(part).filter(|hit| hit.start() > 0).map_or(part.len(), |hit| hit.start());
    let head = &part[..cut];
    for pattern in [&*ENTITY, &*TRADED] {
        let Some(hit) = pattern.captures(head) else { continue };
        let (name, rest) = (&hit["name"], &hit["rest"]);
        let traded = std::ptr::eq(pattern, &*TRADED);
        // A trade in the middle of a job word is no firm: 南关街道环卫 | 工人.
        let job = titles::strength(head).map_or(0, |(_, at)| at);
        let whole = !traded || rest.is_empty() || HIRES.is_match(rest) || OWN_ROOM.is_match(rest) || job == name.len();
        if accepts(name, rest) && whole && name.chars().count() >= 2 && !names_job(name, traded) {
            return Some(name.len());
        }
    }
    let placed = PLACED.captures(head).filter(|hit| region_of(&hit["place"], home_of()).is_some());
    placed.map(|hit| hit["name"].len()).filter(|used| {
        (titles::ends_in_title(head[*used..].trim_end_matches('(')) || *used == head.len())
            && !NOT_ENTITY.is_match(&head[..*used])
    })
}

/// The end of a name without the address in brackets behind it: 逸达制衣(红石塄乡); a mere county stays.
fn without_place(text: &Text, at: Range<usize>) -> usize {
    let name = text.get(&at);
    let Some(open) = name.rfind('(').filter(|_| name.ends_with(')')) else { return at.end };
    let inner = &name[open + 1..name.len() - 1];
    if place::is_address(inner, home_of()) { at.start + open } else { at.end }
}

/// Whether a name is rather a job: 食品包装. A trade behind a proper name is a firm: 西马塑料包装.
fn names_job(name: &str, traded: bool) -> bool {
    let whole = titles::strength(name).is_some_and(|(strength, _)| strength == titles::Strength::Whole);
    whole || (titles::ends_in_title(name) && !(traded && name.chars().count() >= 5))
}
