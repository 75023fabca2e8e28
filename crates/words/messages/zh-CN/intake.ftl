# 招工信息：粘贴、核对、打电话。

q-2020 = “{ $file }”不是文字文件。
q-2020-do = 请交 .txt（UTF-8 或 GB18030）或 .jsonl 文件；照片和 Word 文件认不了。

q-2021 = 没有可认的文字。
q-2021-do = 请粘贴至少一段招工信息，或交一个含文字的文件。

q-2022 = 一次交了 { $found } 段，最多 { $most } 段。
q-2022-do = 请把文件分成几份交。

q-2023 = “{ $found }”不是筛查规则的名称。
q-2023-do = 请用筛查结果里写的名称，如 fee_deposit。

intake-title = 粘贴招工信息
intake-about = 一段文字、一串微信转发、一通电话的笔记，都能认；认完由您核对，没核对的不发布。
intake-step-paste = 粘贴
intake-step-look = 核对
intake-step-call = 打电话核实
intake-step-open = 发布
intake-paste = 新的招工信息
intake-text = 文字
intake-text-hint = 可以一次贴很多段：段与段之间空两行，或隔一行 ---；微信转发的“姓名 时间”行会自动分开。
intake-file = 或者交一个文件
intake-file-hint = .txt，或每行一条的 .jsonl
intake-read = 认一认
intake-pasted = 粘贴的招工信息
intake-waiting = 等着核对
intake-waiting-count = { $n } 段文字，{ $of } 个岗位
intake-vacancies = { $n } 个岗位
intake-n-block = { $n } 处不能发
intake-n-look = { $n } 处请看
intake-clean = 没发现问题
intake-undo-note = 整批撤回在“导入”页
intake-open-clean = 没问题的 { $n } 个一次通过
intake-calls = 电话核实单
intake-calls-about = 按岗位列出还要问的话。可以打印，也可以整段复制。
intake-no-calls = 没有要打的电话
intake-no-phone = 没有电话
intake-left-out = { $n } 段没有招人的岗位
intake-left-out-why = 求职、培训、买卖或通知。没有存下。
intake-look-title = 核对招工信息
intake-progress = 这段还有 { $n } 个岗位等核对，一共 { $of } 段在等
intake-other-text = 换一段
intake-next = 下一段
intake-original = 原文
intake-original-note = 数字是卡片里的哪一项。划掉的话不发布、不打印、不参加匹配，原文一直留着。
intake-screening = 筛查
intake-law = 依据：
intake-say = 建议：
intake-settle = 问清后写一句
intake-settle-hint = 例：电话问过，不收费
intake-nothing-found = 没发现不合规的话
intake-fine = 没问题
intake-note = 说明
intake-look = 请看
intake-blocks = 不能发
intake-floor = 本地最低工资 { $n } 元/月
intake-no-floor = 没有这个地方的最低工资标准，工资没有核对
intake-shortfall = 合每月（小时）{ $n } 元，最低 { $of } 元
intake-other = 看已有的那个
intake-employer = 用人单位
intake-job = 岗位名称
intake-headcount = 招几个人
intake-occupation = 职业（2022 大典）
intake-picked = 人工认定
intake-confidence = 自动认定，把握 { $n }%
intake-not-coded = 没认出来
intake-pay-min = 工资从（元）
intake-pay-max = 到（元）
intake-pay-unit = 按
intake-hours = 上班时间
intake-place = 在哪上班
intake-place-unknown = 没认出是哪个县
intake-apart = 年龄、性别不写在这里
intake-until = 哪天截止
intake-corrected = 已改
intake-second = 第二读者，请看
intake-ask = 打电话问 { $n } 件事
intake-quoted = “{ $quote }”：{ $text }
intake-reason = 退回理由（退回才填）
intake-save = 存下
intake-open = 通过，发布
intake-reject = 退回
intake-see = 看岗位
intake-rejected = 退回理由：

ask-employer = 单位全称是什么？统一社会信用代码是多少？
ask-headcount = 招几个人？
ask-place = 在哪里上班？怎么去？
ask-pay = 工资多少？怎么算？几号发？
ask-board = 管吃吗？管住吗？要不要钱？
ask-hours = 几点到几点？一个月休几天？
ask-insurance = 上什么保险？
ask-until = 招到哪天为止？

cli-posts = 招工信息文字
cli-posts-take = 收下文字，其中每个岗位等人核对
cli-posts-take-files = 文字文件：.txt，或每行一条的 .jsonl
cli-posts-take-open_clean = 没发现问题的直接发布
cli-posts-take-json = 输出 JSON
cli-posts-list = 等着核对的岗位和筛查结果
cli-posts-list-json = 输出 JSON
cli-posts-review = 核对一个岗位：改、核实、发布、退回
cli-posts-review-vacancy = 岗位编号
cli-posts-review-set = 改一项，如 pay_min=2600；可多次
cli-posts-review-settle = 核实一条筛查结果，如 fee_deposit=电话问过不收；可多次
cli-posts-review-open = 发布
cli-posts-review-reject = 退回，写理由
cli-posts-calls = 电话核实单

cli-posts-taken = { $file }：{ $texts } 段文字，新岗位 { $new } 个，已有 { $same } 个，{ $none } 段没有招人的岗位
cli-posts-cleared = 没问题的 { $opened } 个已发布，{ $left } 个等核对
cli-posts-line = · { $id }  { $title }
cli-posts-block = – 不能发：{ $rule } [{ $code }] { $quote }
cli-posts-look = – 请看：{ $rule } [{ $code }] { $quote }
cli-posts-reviewed = “{ $title }”已改好
cli-posts-call = { $title }  { $who }
cli-posts-ask = · { $asks }
cli-posts-ask-quoted = · “{ $quote }”：{ $asks }

q-2024 = 第二读者的地址“{ $found }”不能用。
q-2024-do = 请写成 http://主机:端口/v1；只用本单位内网的服务，密钥放在环境变量 QIAO_READER_KEY 里。
cli-common-reader = 招工文字的第二读者（OpenAI 兼容接口的地址，只用 http；默认不用）
cli-common-reader_model = 第二读者的模型名
cli-posts-unanswered = 第二读者有 { $n } 段没回答；只用了规则
