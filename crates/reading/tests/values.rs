//! Cells in the spellings offices use become the values the schema asks for (§2).

mod common;

use common::{sheet, show};

/// Reads one cell in a table of persons under the given header and shows the field.
fn person(header: &str, cell: &str, key: &str) -> String {
    one(
        &["姓名|身份证号|乡镇|村|".to_owned() + header, format!("张三|140222197501019810|马家皂乡|安家皂村|{cell}")],
        key,
    )
}

/// Reads one cell in a table of vacancies.
fn vacancy(header: &str, cell: &str, key: &str) -> String {
    one(&["用人单位|招聘岗位|招聘人数|".to_owned() + header, format!("天镇县桥安物业有限公司|保洁员|3|{cell}")], key)
}

fn one(lines: &[String; 2], key: &str) -> String {
    let sheet = sheet(&[&lines[0], &lines[1]]);
    show(&sheet.rows[0], key)
}

#[test]
fn dates_keep_the_precision_of_the_cell() {
    for (cell, date) in [
        ("2019年3月", "2019-03"),
        ("2019年03月份", "2019-03"),
        ("2019年", "2019"),
        ("201903", "2019-03"),
        ("20190318", "2019-03-18"),
        ("2019.3", "2019-03"),
        ("2019.10", "2019-10"),
        ("2019/3/18", "2019-03-18"),
        ("2019-3-18 00:00:00", "2019-03-18"),
        ("43542", "2019-03-18"),
        ("3月18日", "2020-03-18"),
        ("12月18日", "2019-12-18"),
        ("２０１９年３月", "2019-03"),
        ("2019年13月", ""),
        ("秋天", ""),
        ("无", ""),
    ] {
        assert_eq!(person("务工开始年月", cell, "work.start"), date, "{cell}");
    }
    assert_eq!(person("务工结束年月", "至今", "work.end"), "");
}

#[test]
fn periods_in_one_cell_are_two_dates() {
    for (cell, start, end) in [
        ("2019年3月至2019年12月", "2019-03", "2019-12"),
        ("2019.3-2019.11", "2019-03", "2019-11"),
        ("2019.3—2019.11", "2019-03", "2019-11"),
        ("2019年3月-11月", "2019-03", "2019-11"),
        ("2019.3至今", "2019-03", ""),
        ("2019-03-01至2019-11-30", "2019-03-01", "2019-11-30"),
        ("2019/3/1-2019/11/30", "2019-03-01", "2019-11-30"),
        ("2019年3月1日—3月20日", "2019-03-01", "2019-03-20"),
    ] {
        assert_eq!(person("务工起止时间", cell, "work.start"), start, "{cell}");
        assert_eq!(person("务工起止时间", cell, "work.end"), end, "{cell}");
    }
}

#[test]
fn money_counts_and_shares() {
    for (cell, yuan) in [
        ("3000元", "3000"),
        ("3,000", "3000"),
        ("¥3000", "3000"),
        ("3000/月", "3000"),
        ("月薪3000元", "3000"),
        ("3000左右", "3000"),
        ("约3000", "3000"),
        ("3千", "3000"),
        ("0.3万", "3000"),
        ("两三千", ""),
        ("3000-4000", ""),
    ] {
        assert_eq!(person("月工资", cell, "work.monthly_pay"), yuan, "{cell}");
    }
    assert_eq!(person("年收入（万元）", "2.52", "work.annual_income"), "25200");
    assert_eq!(person("年收入（万元）", "2.5万", "work.annual_income"), "25000");
    assert_eq!(person("家庭人口", "5人", "household.size"), "5");
    assert_eq!(person("家庭人口", "四口", "household.size"), "4");
}

#[test]
fn yes_and_no_in_all_words() {
    for (cell, yes) in
        [("是", "true"), ("√", "true"), ("1", "true"), ("已就业", "true"), ("已务工", "true"), ("Y", "true")]
    {
        assert_eq!(person("是否已务工", cell, "work.is_working"), yes, "{cell}");
    }
    for cell in ["否", "无", "0", "未就业", "失业", "未务工", "在家", "×"] {
        assert_eq!(person("是否已务工", cell, "work.is_working"), "false", "{cell}");
    }
}

#[test]
fn codes_labels_and_usual_words() {
    for (header, cell, key, code) in [
        ("性别", "1", "person.sex", "male"),
        ("文化程度", "71", "person.education", "junior"),
        ("文化程度", "文盲半文盲", "person.education", "none"),
        ("劳动能力", "半劳弱劳动力", "person.labour", "weak"),
        ("劳动能力", "无劳动能力", "person.labour", "none"),
        ("与户主关系", "长子", "person.relation", "son"),
        ("与户主关系", "妻子", "person.relation", "spouse"),
        ("健康状况", "良好", "person.health", "healthy"),
        ("在校生状况", "非在校", "person.student_status", ""),
        ("致贫原因", "因病、因残", "household.causes", "illness+disability"),
        ("所属行业", "交通运输、仓储和邮政业", "work.industry", "G"),
        ("所属行业", "C", "work.industry", "C"),
        ("残疾类别及等级", "肢体三级", "person.disability_type", "limb"),
        ("残疾类别及等级", "肢体三级", "person.disability_grade", "3"),
        ("民族", "汉", "person.ethnic", "汉族"),
    ] {
        assert_eq!(person(header, cell, key), code, "{header} {cell}");
    }
}

#[test]
fn identifiers_are_cleaned_never_calculated() {
    let id = |cell: &str, key: &str| {
        one(&["姓名|性别|身份证号|联系电话".into(), format!("张三|男|{cell}|19900000001")], key)
    };
    for cell in [
        "140222197501019810",
        "=\"140222197501019810\"",
        "'140222197501019810",
        "\t140222 19750101 9810",
        "１４０２２２１９７５０１０１９８１０",
    ] {
        assert_eq!(id(cell, "person.id_no"), "140222197501019810", "{cell}");
    }
    assert_eq!(id("1.40222E+17", "person.id_no"), "");
    assert_eq!(id("14022219750101981043", "person.id_no"), "140222197501019810");
    assert_eq!(id("14022219750101981043", "person.id_full"), "14022219750101981043");
    assert_eq!(id("14022219750101981043", "person.disability_type"), "limb");
    assert_eq!(id("14022219750101981043B1", "person.disability_grade"), "3");
}

#[test]
fn telephone_numbers_are_digits() {
    assert_eq!(person("联系电话", "+86 19900000001", "person.phone"), "19900000001");
    assert_eq!(person("联系电话", "199 0000 0001", "person.phone"), "19900000001");
    assert_eq!(person("联系电话", "19900000001、19900000002", "person.phone"), "19900000001");
    assert_eq!(person("联系电话", "19900000001/19900000002", "person.phone_alt"), "19900000002");
    assert_eq!(vacancy("联系人及电话", "李四：19900000003", "vacancy.contact_name"), "李四");
    assert_eq!(vacancy("联系人及电话", "李四19900000003", "vacancy.contact_phone"), "19900000003");
}

#[test]
fn places_are_found_by_every_form_of_their_name() {
    for (cell, code) in [
        ("山西省/大同市/天镇县", "140222"),
        ("140000/140200/140222", "140222"),
        ("大同市广灵县", "140223"),
        ("大同平城", "140213"),
        ("北京大兴", "110115"),
        ("北京市北京市大兴区", "110115"),
        ("北京", "110000"),
        ("呼市", "150100"),
        ("呼市赛罕区", "150105"),
        ("怀安", "130728"),
        ("江苏省昆山市", "320583"),
        ("本县", "140222"),
        ("县城", "140222"),
        ("本村", "140222"),
        ("东站附近", ""),
    ] {
        assert_eq!(person("务工地点", cell, "work.code"), code, "{cell}");
        assert_eq!(person("务工地点", cell, "work.place"), cell);
    }
    let home = |cell: &str, key: &str| {
        one(&["姓名|身份证号|性别|户籍地".into(), format!("张三|140222197501019810|男|{cell}")], key)
    };
    assert_eq!(home("天镇县马家皂乡安家皂村三组", "place.township"), "马家皂乡");
    assert_eq!(home("天镇县马家皂乡安家皂村三组", "place.village"), "安家皂");
    assert_eq!(home("天镇县马家皂乡安家皂村三组", "place.group"), "三组");
    assert_eq!(home("马家皂乡安家皂村", "place.county"), "天镇县");
}

#[test]
fn pay_texts_of_vacancies() {
    for (cell, min, max, unit, mode) in [
        ("3000-5000", "3000", "5000", "month", ""),
        ("3000—5000元/月", "3000", "5000", "month", ""),
        ("4000以上", "4000", "", "month", ""),
        ("4000+", "4000", "", "month", ""),
        ("不低于4000", "4000", "", "month", ""),
        ("3000左右", "3000", "3000", "month", ""),
        ("3-5千", "3000", "5000", "month", ""),
        ("3K-5K", "3000", "5000", "month", ""),
        ("0.3-0.5万", "3000", "5000", "month", ""),
        ("120元/天", "120", "120", "day", ""),
        ("日结150元", "150", "150", "day", "day"),
        ("15元/小时", "15", "15", "hour", ""),
        ("年薪5-8万", "50000", "80000", "year", ""),
        ("计件工资", "", "", "", "piece"),
        ("底薪2000+提成", "2000", "", "month", "commission"),
        ("2000+提成", "2000", "", "month", "commission"),
        ("面议", "", "", "", ""),
    ] {
        let shown = ["vacancy.pay_min", "vacancy.pay_max", "vacancy.pay_unit", "vacancy.pay_mode"]
            .map(|key| vacancy("薪资待遇", cell, key));
        assert_eq!(shown, [min, max, unit, mode], "{cell}");
    }
    assert_eq!(vacancy("薪资待遇", "面议", "vacancy.pay_negotiable"), "true");
}

#[test]
fn what_vacancies_demand() {
    for (cell, min, max) in [
        ("18-45", "18", "45"),
        ("18—45周岁", "18", "45"),
        ("45岁以下", "", "45"),
        ("50周岁以内", "", "50"),
        ("不超过45岁", "", "45"),
        ("18周岁以上", "18", ""),
        ("满18周岁", "18", ""),
        ("不限", "", ""),
    ] {
        assert_eq!(vacancy("年龄要求", cell, "vacancy.age_min"), min, "{cell}");
        assert_eq!(vacancy("年龄要求", cell, "vacancy.age_max"), max, "{cell}");
    }
    assert_eq!(vacancy("学历要求", "不限", "vacancy.education"), "");
    assert_eq!(vacancy("学历要求", "初中及以上", "vacancy.education"), "junior");
    assert_eq!(vacancy("性别要求", "男女不限", "vacancy.sex_limit"), "");
    let open = sheet(&["用人单位|招聘岗位|招聘人数|薪资待遇", "某公司|普工|若干|面议"]);
    assert_eq!(show(&open.rows[0], "vacancy.headcount_open"), "true");
    assert_eq!(show(&open.rows[0], "vacancy.headcount"), "");
}
