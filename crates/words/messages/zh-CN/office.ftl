# 记录、状态、口径的名称：各处共用。

record-household = 户
record-person = 人员
record-spell = 务工经历
record-vacancy = 岗位
record-run = 搭桥
record-account = 账号

command-import_sheet = 导入表格
command-undo_import = 撤销导入
command-edit_household = 修改户
command-edit_person = 修改人员
command-edit_vacancy = 修改岗位
command-add_spell = 登记务工经历
command-end_spell = 结束务工经历
command-set_vacancy_state = 审核岗位
command-review_vacancy = 核对岗位
command-run_bridge = 搭桥
command-decide_proposal = 处理建议
command-reseat = 决定并调整建议
command-choose_answer = 选定一个说法
command-unmask = 查看完整个人信息
command-export_unmasked = 导出完整个人信息
command-forget_person = 删除个人信息
command-open_account = 开账号
command-close_account = 停用账号

role-clerk = 经办
role-helper = 帮扶人
role-crew = 大篷车队
role-leader = 领导
role-keeper = 管理员

label-poor = 贫困户
label-lifted = 脱贫户
label-unstable = 脱贫不稳定户
label-marginal = 边缘易致贫户
label-sudden = 突发严重困难户
label-relocated = 易地搬迁
label-dibao = 低保
label-tekun = 特困供养
label-veteran = 退役军人
label-graduate = 高校毕业生
label-returnee = 返乡农民工
label-hard_to_employ = 就业困难人员
label-disabled = 残疾人
label-female_head = 单亲母亲
label-released = 刑满释放人员

stage-appeared = 新出现
stage-helping = 帮扶中
stage-cleared = 已清零
stage-stable = 稳定
stage-reopened = 又失业

vacancy-state-intake = 待审核
vacancy-state-open = 招聘中
vacancy-state-rejected = 未通过
vacancy-state-closed = 已关闭

channel-outside = 外找
channel-local = 内挖
channel-public_welfare = 公益补

verdict-accepted = 同意
verdict-pinned = 留住
verdict-refused = 不合适
verdict-open = 放开

uncovered-unwilling = 本人都不愿意务工
uncovered-no_admissible = 没有够得着的岗位
uncovered-outnumbered = 够得着的岗位不够分
uncovered-refused = 推荐过的都回绝了

row-new = 新增
row-changed = 有改动
row-same = 没变化
row-faulty = 有错误

profile-2020 = 2020 年口径
profile-2021-25 = 2021—2025 年口径
profile-2026 = 2026 年口径

office-made-on = { $day }

export-ledger-title = 就业台账
export-vacancies-title = 岗位台账
export-sheet-persons = 人员
export-sheet-spells = 务工经历
export-household-no = 户编号
export-township = 乡镇
export-village = 行政村
export-head = 户主姓名
export-class = 户类型
export-risk = 监测对象类别
export-name = 姓名
export-id-no = 证件号码
export-sex = 性别
export-age = 年龄
export-relation = 与户主关系
export-education = 文化程度
export-student = 在校生状况
export-health = 健康状况
export-labour = 劳动技能
export-phone = 联系电话
export-working = 是否已务工
export-wish-jobs = 求职工种
export-wish-pay = 期望薪资下限
export-note = 备注
export-work-place = 务工地点
export-employer = 务工企业名称
export-industry = 所属行业
export-job = 岗位名称
export-channel = 就业渠道
export-form = 就业形式
export-start = 务工开始时间
export-end = 务工结束时间
export-pay = 务工月收入
export-yes = 是
export-no = 否
export-vacancy-no = 岗位编号
export-vacancy-employer = 用人单位
export-vacancy-title = 岗位名称
export-vacancy-headcount = 招聘人数
export-vacancy-place = 工作地点
export-vacancy-pay-min = 工资下限
export-vacancy-pay-max = 工资上限
export-vacancy-pay-unit = 计薪单位
export-vacancy-hours = 工作时间
export-vacancy-board = 食宿
export-vacancy-education = 学历要求
export-vacancy-requirements = 要求
export-vacancy-valid-until = 有效期
export-vacancy-source = 来源
export-vacancy-state = 状态
export-fault-heading = 问题

result-title = { $place } 搭桥结果（{ $day }）
result-households = 台账户数
result-jobseekers = 参加搭桥的求职人
result-zero = 零就业户
result-covered = 其中：有人可上岗
result-covered-welfare = 其中：靠公益岗
result-uncovered = 还没有着落的户
result-placed = 有推荐岗位的人
result-vacancies = 可用岗位
result-seats = 可用名额
result-pairs = 合格的人岗组合
result-lists-cut = 只列出最合适岗位（每人至多 { $k } 个）的人，没列的也核过
result-certified = 独立核验
result-certified-yes = 已通过：在参加计算的组合里没有更好的安排
result-certified-no = 没有通过
result-yes = 是
result-household = 户
result-vacancy = 岗位
result-has = 有推荐
result-without = 没有着落
result-helpless = 补岗位也解决不了
result-say = 您好，我是就业服务中心的。“{ $post }”正在招人，{ $place }，{ $pay }，想不想去？
result-pay-range = 每月 { $low } 到 { $high }
result-pay-one = 每月 { $low }
result-pay-open = 工资面谈

uncovered-all-unwilling = 家里有劳动能力的人都表示不愿意务工。
uncovered-reach = 全家够得着的岗位有 { $vacancies } 个，但名额都给了同样零就业的户。
uncovered-witness = 连同别家，{ $households } 个零就业户之间只有 { $seats } 个名额，还差 { $missing } 个。

proof-kept = 之前已经说定，名额给这户留着。
proof-room = 稳妥：这个岗位还空着 { $free } 个名额，不占别人的{ $spare ->
    [0] 。
   *[other] ；不成至少还有 { $spare } 个够得着的岗位有空名额。
    }
proof-even = 稳妥：名额虽然满了，再多一个也没有人等着用{ $spare ->
    [0] 。
   *[other] ；不成至少还有 { $spare } 个够得着的岗位有空名额。
    }
proof-first = 零就业户优先：这里名额紧，换别的排法也不会多解决一户{ $spare ->
    [0] 。
   *[other] ；不成至少还有 { $spare } 个够得着的岗位有空名额。
    }
proof-welfare-short = 安排公益岗，因为 { $households } 户之间只有 { $seats } 个别的名额，怎么排也有 { $missing } 户轮不上。
proof-welfare-none = 安排公益岗，因为别的岗位全家都去不了，多半卡在{ $rule }。
rule-of-open-seats = 名额已满
rule-of-presence = 人不在家或在上学
rule-of-willingness = 本人意愿
rule-of-refused = 以前回绝过
rule-of-age = 年龄
rule-of-capacity = 活儿太重
rule-of-welfare = 公益岗的条件
rule-of-licences = 依法要有的证
rule-of-education = 文化程度
rule-of-reach = 路太远
rule-of-other = 岗位条件

would-do-outside = 县外有这样的新岗位就行：管吃管住{ $light ->
    [1] 、活儿轻
   *[0] {""}
    }{ $licence ->
    [1] 、不要证
   *[0] {""}
    }{ $schooling ->
    [1] 、不限文化
   *[0] {""}
    }。
would-do-local = 本乡镇有这样的新岗位就行：当天来回{ $light ->
    [1] 、活儿轻
   *[0] {""}
    }{ $licence ->
    [1] 、不要证
   *[0] {""}
    }{ $schooling ->
    [1] 、不限文化
   *[0] {""}
    }。
would-do-welfare = 本村设公益岗就行：就近{ $light ->
    [1] 、活儿轻
   *[0] {""}
    }{ $licence ->
    [1] 、不要证
   *[0] {""}
    }{ $schooling ->
    [1] 、不限文化
   *[0] {""}
    }。
helpless-caps = 乡镇的新岗位和村里、全县的公益岗都已到上限。

post-more_outside = 县外岗位加名额
post-new_outside = 县外找新岗位：活儿轻，管吃管住
post-more_local = 县内岗位加名额
post-new_local = 本乡镇挖新岗位：车间或本地单位，活儿轻
post-more_welfare = 公益岗加名额
post-new_welfare = 本村新设公益岗

order-queue = 排队：先来先得
order-score = 分高的先排
order-priority = 零就业户优先，路子窄的先排
order-optimum = 这次搭桥

findings-shortage = { $households } 户之间只有 { $vacancies } 个岗位的 { $seats } 个名额，怎么排也有 { $missing } 户没有着落。
findings-posts = 再有 { $posts } 个名额，就能多解决 { $posts } 户：外找 { $outside } 个，内挖 { $local } 个，公益补 { $welfare } 个。
findings-practice = 排队会少解决 { $queue } 户，分高的先排少 { $score } 户，优先规则少 { $priority } 户。

office-fault = { $rule } { $title }：{ $found }
