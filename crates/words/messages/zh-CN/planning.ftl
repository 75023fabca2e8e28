# 线路计划

cli-plan = 编排线路计划
cli-plan-orienteering = 单独使用线路引擎，求解公开的（团队）定向问题实例，可带时间窗
cli-plan-orienteering-file = 实例文件，自动识别格式
cli-plan-orienteering-solution = 用 --json 输出的计划
cli-plan-orienteering-check = 不求解，只核验该计划
cli-plan-orienteering-budget = 搜索轮数；轮数相同，在任何机器上结果都相同
cli-plan-orienteering-seconds = 改为按时间搜索（秒）
cli-plan-orienteering-seed = 随机种子
cli-plan-orienteering-threads = 线程数，只影响用时，不影响结果
cli-plan-orienteering-vehicles = 车辆数，代替文件中的数
cli-plan-orienteering-json = 输出 JSON
cli-plan-route = 线路 { $n }：{ $stops }（{ $end } 到达终点）
cli-plan-total = 得分 { $score }，任何计划都不会超过 { $bound }（差距 { $gap }%）
cli-plan-checked = 独立核验通过
