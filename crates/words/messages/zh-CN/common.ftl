# 各处通用的日期、金额、距离和名称。

product-name = 就业桥

common-date = { $year }年{ $month }月{ $day }日
common-month = { $year }年{ $month }月
common-yuan = { $amount }元
common-comma = 、
common-km = { $amount }公里

lang-zh = 中文
lang-en = English
