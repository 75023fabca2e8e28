# 岗位筛查：每条规则的名称、依据和改法。

flag-gender-restriction = 限定性别
flag-gender-restriction-law = 就业促进法第27条；妇女权益保障法第43条；人社部发〔2019〕17号：招工不得限定或优先某一性别（法律禁止妇女从事的劳动除外）。
flag-gender-restriction-say = 改写成工作本身的要求，如“能搬运25公斤”“能上夜班”，写明“男女不限”。

flag-marital-restriction = 问婚育
flag-marital-restriction-law = 妇女权益保障法第43条；人社部发〔2019〕17号：不得询问婚育情况，不得把婚育作为录用条件。
flag-marital-restriction-say = 删去婚育条件。怕影响出勤的，写明上班时间。

flag-discrimination-ethnic-region = 排斥民族、地域、户籍或相貌
flag-discrimination-ethnic-region-law = 就业促进法第28条、第31条；就业服务与就业管理规定第20条：招聘广告不得含歧视性内容，不得对农村劳动者设歧视性限制。
flag-discrimination-ethnic-region-say = 删去这一条。需要会说当地话或住得近的，照实写。

flag-discrimination-health = 排斥病原携带者或残疾人
flag-discrimination-health-law = 就业促进法第29条、第30条：不得歧视残疾人，不得以传染病病原携带为由拒绝录用（法律规定的工种除外）。
flag-discrimination-health-say = 删去体检项目。餐饮、保育等写“持健康证”。

flag-underage = 招用未满16周岁
flag-underage-law = 劳动法第15条；禁止使用童工规定第2条。
flag-underage-say = 写明“年满16周岁”。单位坚持的，不受理，并报告劳动监察。

flag-minor-risk = 未成年工干夜班、井下等
flag-minor-risk-law = 劳动法第64条：不得安排16至18周岁的人从事矿山井下、有毒有害、繁重劳动。
flag-minor-risk-say = 写明“年满18周岁”。

flag-fee-deposit = 向求职人收钱
flag-fee-deposit-law = 劳动合同法第9条；就业服务与就业管理规定第14条：不得以担保或其他名义收取财物。
flag-fee-deposit-say = 打电话问清楚：收什么钱、谁收、退不退。不收的，写“不收任何费用”。

flag-id-withhold = 扣押证件
flag-id-withhold-law = 劳动合同法第9条；就业服务与就业管理规定第14条：不得扣押居民身份证和其他证件。
flag-id-withhold-say = 写“带身份证原件核对，当场归还”。

flag-wage-withholding = 押工资、扣工资
flag-wage-withholding-law = 劳动法第50条；劳动合同法第30条：工资按月足额支付，不得克扣或无故拖欠。
flag-wage-withholding-say = 写明每月几号发工资，“干一天算一天”。

flag-waive-insurance = 不上社保
flag-waive-insurance-law = 社会保险法第58条；劳动法第72条：用工30日内须办理社会保险登记，劳动者放弃也无效。
flag-waive-insurance-say = 问清楚上哪几项保险，照实写；超龄和短期的写明工伤、意外险。

flag-excessive-hours = 工时过长
flag-excessive-hours-law = 劳动法第36条、第38条、第41条：每日8小时，每周至少休一天，每月加班不超过36小时。
flag-excessive-hours-say = 问清楚每天几小时、每月休几天、加班费怎么算，写进岗位。

flag-unrealistic-pay = 工资高得不合常理
flag-unrealistic-pay-law = 就业服务与就业管理规定第14条：不得提供虚假招聘信息。
flag-unrealistic-pay-say = 核实底薪、计件单价和去年实际到手数，写底薪加提成。

flag-false-promise = 虚假承诺
flag-false-promise-law = 就业服务与就业管理规定第14条：不得提供虚假招聘信息。
flag-false-promise-say = 不受理“包编制、包安排、先学后上岗收费”一类信息；提醒求职人。

flag-scam-task = 刷单、外发手工一类骗局
flag-scam-task-law = 反电信网络诈骗法；就业服务与就业管理规定第14条。
flag-scam-task-say = 不受理。提醒求职人不要垫钱、不要加陌生群。

flag-money-mule = 租借银行卡、跑分
flag-money-mule-law = 反电信网络诈骗法第31条：不得出租、出借银行账户、电话卡；刑法第287条之二。
flag-money-mule-say = 不受理，向公安机关报告。

flag-vice-risk = 涉黄涉陪侍
flag-vice-risk-law = 娱乐场所管理条例第14条：不得提供以营利为目的的陪侍。
flag-vice-risk-say = 不受理；单位说明是正规岗位的，到现场核实后再写清工作内容。

flag-trafficking-risk = 偷越国境、人口拐骗
flag-trafficking-risk-law = 刑法第318条、第321条；反有组织犯罪法。
flag-trafficking-risk-say = 不受理，向公安机关报告。

flag-overseas = 出国劳务
flag-overseas-law = 对外劳务合作管理条例第5条：须有对外劳务合作经营资格。
flag-overseas-say = 请出示对外劳务合作经营资格证书，核对项目备案后再发布。

flag-rebate = 入职返费
flag-rebate-law = 就业服务与就业管理规定第14条：许诺须真实。返费多由中介承诺，常不兑现。
flag-rebate-say = 问清谁付、满几天付，能写进合同的才写。

flag-agency = 中介发布
flag-agency-law = 人力资源市场暂行条例第18条：职业中介须有人力资源服务许可证。
flag-agency-say = 请中介出示许可证，写明实际用人单位和工资由谁发。

flag-no-employer = 没写用人单位
flag-no-employer-law = 就业服务与就业管理规定第11条：招用人员应当出示营业执照等证明。
flag-no-employer-say = 打电话问单位全称和统一社会信用代码。

flag-no-contact = 没有联系方式
flag-no-contact-law = 就业服务与就业管理规定第12条：应当如实告知招用信息。
flag-no-contact-say = 向转发的人要电话或报名地点。

flag-not-vacancy = 不是招工信息
flag-not-vacancy-law = 文字里没有招人的岗位：求职、培训、买卖、通知。
flag-not-vacancy-say = 不用处理；确是招工的，手工填写。

flag-below-minimum = 低于最低工资
flag-below-minimum-law = 劳动法第48条；最低工资规定第12条：不得低于当地最低工资（加班费、津贴不算在内）。
flag-below-minimum-say = 问清是不是非全日制；是的写小时工资，不是的请单位提到最低工资以上。

flag-kept-apart = 年龄、性别条件只内部留存
flag-kept-apart-law = 就业促进法第27条；年龄条件须因工作需要。只留在本单位，不发布、不导出、不参加匹配。
flag-kept-apart-say = 需要体力、视力、夜班的，直接写工作要求。

flag-credit-code = 统一社会信用代码不对
flag-credit-code-law = GB 32100-2015：18位，末位是校验码。
flag-credit-code-say = 请单位报执照上的代码，逐位核对。

flag-expired = 已过截止日期
flag-expired-law = 就业服务与就业管理规定第14条：信息须真实有效。
flag-expired-say = 打电话问还招不招，改截止日期或关闭。

flag-incomplete = 没写工资也没有电话
flag-incomplete-law = 就业服务与就业管理规定第12条：应当告知劳动报酬等情况。
flag-incomplete-say = 打电话问清工资再发布。

flag-duplicate = 和已有岗位重复
flag-duplicate-law = 同一条信息重复发布会把名额算两遍。
flag-duplicate-say = 比对后留一条，另一条退回，理由写“重复”。

flag-serial-poster = 一个电话替多家单位招人
flag-serial-poster-law = 人力资源市场暂行条例第18条：职业中介须有许可证。
flag-serial-poster-say = 按中介核实：问许可证、问实际用人单位。
