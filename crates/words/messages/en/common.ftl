# Dates, money, distances and names used everywhere.

product-name = Qiao

common-date = { $day } { common-month }
common-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
common-yuan = { $amount } yuan
common-comma = ,{ " " }
common-km = { $amount } km

lang-zh = 中文
lang-en = English
