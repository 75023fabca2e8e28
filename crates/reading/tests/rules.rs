//! Rules of quality on small ledgers: what fires where, and what does not.

mod common;

use common::{faults, sheet};

/// Findings of a table, without those of the rules in `but`.
fn found(lines: &[&str], but: &[&str]) -> Vec<String> {
    let mut found = faults(&sheet(lines));
    found.retain(|f| !but.iter().any(|rule| f.split(' ').next() == Some(rule)));
    found
}

#[test]
fn identity_numbers() {
    let table = [
        "姓名|性别|身份证号|出生日期|年龄",
        "甲一|男|140222197501019810|1975-01-01|45",
        "乙二|男|140222197501019811|1975-01-01|45",
        "丙三|女|140222198002029824|1980-02-03|45",
        "丁四|女|140222198002029824|1980-02|40",
        "戊五|男|140222195013019810||",
        "己六|男|||",
        "庚七|男|140222********9810||",
    ];
    let wanted = ["Q1 3 C", "Q1 4 C", "X3 4 D", "X3 4 E", "Q1 5 C", "Q1 6 C", "Q1 7 C", "Q1 8 C"];
    assert_eq!(found(&table, &["Q4"]), wanted);
}

#[test]
fn households_heads_and_spouses() {
    let table = [
        "户编号|姓名|与户主关系|性别|身份证号|劳动能力",
        "1|甲一|户主|男|140222197501019810|普通劳动力",
        "1|乙二|户主|女|140222198002029824|普通劳动力",
        "2|丙三|户主|男|140222194703039832|无劳动力",
        "2|丁四|之女|男|140222199505059851|普通劳动力",
        "3|戊五|户主|男|140222197001019806|普通劳动力",
    ];
    let wanted = ["Q2 2 C", "Q2 3 C", "Q2 5 D", "Q2 6 D"];
    assert_eq!(found(&table, &["Q1", "Q4", "Q6"]), wanted, "sex against relation, and against digit 17");
}

#[test]
fn work_and_its_contradictions() {
    let table = [
        "姓名|身份证号|劳动能力|务工地点|务工企业名称|务工开始年月|务工结束年月|月工资|就业渠道|是否已务工",
        "甲一|140222197501019810|普通劳动力|北京大兴|甲公司|2019.3||50000|公益性岗位|是",
        "乙二|140222198002029824|无劳动力|大同市|乙公司|2016.3||3000|亲友介绍|是",
        "丙三|140222194703039832|普通劳动力|本县|丙公司|2020.3|2019.3|300|亲友介绍|是",
        "丁四|140222199505059851|普通劳动力|本县|丁公司|2010.3||3000|亲友介绍|否",
    ];
    let wanted =
        ["Q12 2 H", "Q18 2 I", "Q11 3 D", "Q27 3 F", "Q16 3 J", "X4 4 G", "Q12 4 H", "Q14 5 F", "Q27 5 F", "Q13 5 J"];
    assert_eq!(found(&table, &["Q4"]), wanted);
}

#[test]
fn vacancies_the_law_refuses() {
    let table = [
        "用人单位|统一社会信用代码|招聘岗位|招聘人数|性别要求|年龄要求|薪资待遇|联系电话|要求|截止日期",
        "甲公司||保洁员|3|不限|18-60|3000|19900000001|吃苦耐劳|2020-05-01",
        "乙公司|91140222MAE085A3UX|前台|2|女|不限|面议|19900000002|形象气质佳，35岁以下|2020-04-01",
        "丙公司||普工|若干|男女不限|18岁以上|4000|19900000003|上岗交押金300|2020-05-01",
    ];
    let wanted = ["V2 2 F", "V4 3 B", "V1 3 E", "V7 3 G", "V2 3 I", "V3 3 I", "V6 3 J", "V7 4 D", "V5 4 I"];
    assert_eq!(found(&table, &[]), wanted);
}

#[test]
fn sites_by_the_bands_of_the_city() {
    let table = [
        "安置点名称|搬迁户数|搬迁人数|其中贫困人数|扶贫车间|电商服务点|扶贫厂房|产业园区",
        "甲小区|60|200|100||√|有|0",
        "乙小区|150|501|600|1|√|有|0",
        "丙小区|900|3001|100|1|√|有|2个",
    ];
    assert_eq!(found(&table, &[]), ["S2 2 C", "S1 2 E", "X7 3 D", "S1 3 H", "S3 4 C"]);
}
