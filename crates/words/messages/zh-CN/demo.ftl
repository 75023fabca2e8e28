# 演示数据：为什么做不出来。

demo-no-county = { $edition } 年区划里没有代码为 { $county } 的县（区）
demo-too-many = 一个县最多 { $most } 户
demo-failed = 演示数据没有写成：{ $found }
