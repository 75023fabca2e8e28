//! Texts that offer no vacancy: people who look for work, sales, courses, fairs without posts.

use crate::posts::{pattern::patterns, text::Text};

patterns! {
    WANTED = r"求职|本人[^\n]{0,40}(?:找|想|会|求|承接|有)|想找(?:个|份|点)?[^\n]{0,10}(?:工作|活|班上|事做|差事)|找(?:个|份|点)(?:[^\n,。]{0,6})?(?:工作|活干|活儿|零活|班上)|谁家(?:要|缺|用)人|哪(?:里|儿|家)(?:还)?(?:要|招|缺|用)人|有没有(?:招人|要人|活)|求(?:个|份)?工作|承接(?:各|工程|装修|活)|专业承接|接零活|有活(?:儿)?(?:的)?(?:联系|叫|找|喊|打)|需要(?:的)?(?:老板|朋友)联系|求介绍|求推荐|找活";
    WANTED_NOT = r"找(?:工作|活)的(?:朋友|老乡|看|来|姐妹|乡亲|人)|想找(?:工作|活)的|找工作(?:请|就|来|上|的|找我)|求职者|求职登记|求职(?:招聘|群|平台|创业)|本人(?:身份证|自愿|签|到场|持|带)";
    SALE = r"转让|出售|求购|招租|转租|求租|出租(?:房|屋|店|门|厂|库|[^车])|便宜卖|低价(?:处理|出)|收购(?:玉米|粮|土豆|废|黄花|羊|牛)|拼车|顺风车|寻(?:人|狗|物)启事|团购|开业(?:酬宾|大吉|优惠)|大促销|办理贷款|低息|有要的|要的联系|出手|二手[^车]";
    COURSE = r"培训班|招(?:收)?学员|招生(?:简章|了|啦|通知|公告)?|开班|培训通知|技能培训|免费培训|学员\d+|结业|考证班|驾校招生|报考|职业技能提升";
    HIRES = r"招聘|诚聘|招工(?:啦|了)?|急招|招人|聘用|高薪聘|招普工|招\d+|缺人|用工(?:信息|需求)|岗位[::]|选聘|招[\p{Han}]{1,8}(?:工|员|师傅)\s*\d*\s*(?:名|人|个)|要人";
    COURSE_HIRES = r"诚聘|急招|招人|招工(?:啦|了)|月薪|工资[::]?\s*\d|底薪|元/月|元/天|包吃住|五险|缺人";
    FAIR = r"招聘会|大篷车|春风行动|送岗|人才市场|专场(?:招聘|活动)|直播带岗|民营企业招聘|就业援助(?:月|活动)|零工市场|招聘活动|用工(?:对接|招聘)会|招聘月|赶大集";
    NOTICE = r"举办|时间[::]|地点[::]|届时|欢迎|敬请|提供岗位|参会|家企业|扫码|入场|展位|关注|求职者|现场(?:提供|设)|详情";
    NEWS = r"公示|中标|停水|停电|天气预报|通知:(?:各|全体)|社保(?:缴费|认证|卡)|补贴(?:申领|发放|政策|申请)|医保缴费|养老认证|政策(?:解读|宣传)|防汛|反诈|提醒";
}

/// Whether a text offers no work at all.
pub(crate) fn offers_nothing(text: &Text) -> bool {
    let folded = text.folded();
    let hires = HIRES.is_match(folded);
    let wanted = WANTED.is_match(folded) && !WANTED_NOT.is_match(folded) && !hires;
    let sale = SALE.is_match(folded) && !hires;
    let course = COURSE.is_match(folded) && !COURSE_HIRES.is_match(folded) && !folded.contains("招聘");
    wanted || sale || course
}

/// Whether a text only tells of a fair, or of anything else an office announces, without naming a post.
pub(crate) fn fair_only(text: &Text, names_jobs: bool, names_pay: bool) -> bool {
    let folded = text.folded();
    let fair = FAIR.is_match(folded) && NOTICE.is_match(folded);
    let news = NEWS.is_match(folded) && !HIRES.is_match(folded);
    (fair || news) && !names_jobs && !names_pay
}
