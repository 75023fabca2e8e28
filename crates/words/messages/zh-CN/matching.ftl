# 岗位匹配：为什么推荐、要注意什么、为什么不行。用村干部平时说的话。

# 推荐的理由
reason-wish = 本人想干“{ $word }”，正好对口
reason-skill = 会“{ $word }”，岗位用得上
reason-certificate = 有“{ $word }”证，岗位用得上
reason-former = 以前干过“{ $word }”，上手快
reason-training = 想学“{ $word }”，这里能干这一行
reason-learn = 不要求手艺，上岗就能学会
reason-pay-more = 月薪{ $pay }，比想要的多{ $difference }
reason-pay-wish = 月薪{ $pay }，正是想要的数
reason-pay-level = 月薪{ $pay }，比当地一般水平高{ $percent }%
reason-pay = 月薪{ $pay }，和当地一般水平差不多
reason-near = 离家{ $way }，当天能回
reason-door = 就在家门口，走几步就到
reason-near-township = 就在本乡镇，当天能回
reason-wished-place = 在本人想去的地方
reason-board-both = 管吃管住
reason-board-meals = 管吃
reason-board-lodging = 管住
reason-hours-flexible = 时间灵活，能照顾家里
reason-hours-day = 白班，晚上能照顾家里
reason-history = 以前在这家单位干过
reason-villagers-firm = 同村有{ $count }人在这家单位干活，能互相照应
reason-villagers-place = 同村有{ $count }人在{ $place }务工，能互相照应
reason-local = 在本县，不用出远门
reason-welfare = 公益性岗位，就近照顾

# 要注意的地方
against-wish = 和本人想干的“{ $word }”不是一行
against-pay-less = 月薪{ $pay }，比想要的少{ $difference }
against-pay-level = 月薪{ $pay }，比当地一般水平低{ $percent }%
against-pay-unstated = 工资没写明，要先问清楚
against-far = 离家{ $way }，要住在外面
against-away = 在外地，要住在外面
against-no-lodging = 不管住，要自己找住处
against-lodging-unstated = 管不管住没写明，要先问清楚
against-board-none = 不管吃住
against-hours-night = 有夜班或倒班
against-hours-long = 一天要干十个小时以上
against-hours-night-care = 有夜班或倒班，不便照顾家里
against-hours-long-care = 一天要干十个小时以上，不便照顾家里
against-licence-unproved = 要求{ $licence }，还没有登记，介绍前先看证
against-weight-unknown = 活儿重不重没写明，弱劳力去之前要先问清楚

# 不能推荐的原因
why-open-seats = 岗位没有审核通过，或者已经招满、过期
why-presence = 本人不在家或者在上学，不能上岗
why-willingness = 本人说了不想出来干活
why-refused = 本人或单位已经回绝过这个岗位
why-age = 今年{ $age }岁，不满16岁，法律不允许招用
why-age-heavy = 今年{ $age }岁，不满18岁，不能干重活和危险的活
why-age-unknown = 没有登记出生日期，核实年龄后才能推荐
why-capacity-none = 没有劳动能力，不推荐岗位
why-capacity-heavy = 是弱劳力，这个岗位是重体力活
why-capacity-medium = 是弱劳力，这个岗位没有说适合弱劳力
why-welfare-household = 公益性岗位只留给零就业的帮扶户
why-welfare-age = 公益性岗位要求{ $least }到{ $most }岁
why-licences = 法律规定要有{ $licence }，本人没有登记
why-education = 文化程度是{ $has }，岗位要求{ $least }以上
why-reach-wish = 岗位在{ $band }，本人最远只愿意到{ $farthest }
why-reach-care = 离家{ $way }，家里有人要照顾，每天最多走{ $limit }
why-reach-care-away = 当天回不来，家里有人要照顾
why-reach-lodging = 离家{ $way }，当天回不来（每天最多走{ $limit }），又不管住
why-reach-lodging-away = 当天回不来，又不管住

# 一个岗位都推荐不了时，各条规则卡住多少个岗位
none-open-seats = 有{ $count }个岗位已经招满
none-presence = 本人不在家或者在上学，{ $count }个岗位都不能推荐
none-willingness = 本人说了不想出来干活，{ $count }个岗位都不推荐
none-refused = 有{ $count }个岗位已经回绝过
none-age = 有{ $count }个岗位因为年龄不能推荐
none-capacity = 有{ $count }个岗位的活儿太重，身体吃不消
none-welfare = 有{ $count }个公益性岗位不符合安置条件
none-licences = 有{ $count }个岗位依法要有证，本人没有登记
none-education = 有{ $count }个岗位要求的文化程度更高
none-reach = 有{ $count }个岗位太远，或者超出本人愿意去的范围

# 用到的名称
licence-electrician = 电工操作证
licence-welder = 焊工操作证
licence-height = 高处作业操作证
licence-blasting = 爆破作业证
licence-crane = 起重机械作业证
licence-forklift = 叉车证
licence-boiler = 锅炉作业证
licence-lift = 电梯作业证
licence-lorry = 大车驾驶证
licence-driver = 驾驶证
licence-nurse = 医护执业证
licence-teacher = 教师资格证
schooling-none = 不识字或识字很少
schooling-primary = 小学
schooling-junior = 初中
schooling-senior = 高中
schooling-vocational = 中专、职高或技校
schooling-college = 大专
schooling-bachelor = 本科
schooling-master = 研究生
band-township = 本乡镇
band-county = 本县
band-city = 本市外县
band-province = 省内外市
band-other-province = 外省
band-overseas = 境外
