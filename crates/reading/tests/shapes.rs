//! Tables in the shapes offices send: titles, levels, merged cells, totals, context, several sheets.

mod common;

use common::{as_of, faults, line, mapping, merge, read, setting, sheet, show, try_read, xlsx};
use reading::sheets::{Kind, Mapped, Overrides, SkipReason, Source, read_with};

fn keys(sheet: &reading::sheets::Sheet) -> String {
    mapping(sheet).into_iter().map(|(_, key)| key).collect::<Vec<_>>().join(" ")
}

#[test]
fn levels_are_flattened_and_household_cells_filled_down() {
    let bytes = xlsx("Sheet1", |s| {
        merge(s, (0, 1), (0, 11), "天镇县易地扶贫搬迁户就业情况统计表");
        for (column, text) in [(1, "序号"), (2, "户主姓名"), (3, "户主身份证号")] {
            merge(s, (1, column), (3, column), text);
        }
        merge(s, (1, 4), (1, 6), "家庭成员");
        merge(s, (1, 7), (1, 10), "已就业");
        merge(s, (2, 7), (2, 8), "外出务工");
        merge(s, (2, 9), (2, 10), "县内就业");
        for (column, text) in [(4, "姓名"), (5, "与户主关系"), (6, "身份证号")] {
            merge(s, (2, column), (3, column), text);
        }
        line(s, 3, "|||||||务工地点|月收入|扶贫车间|自主创业");
        merge(s, (4, 1), (5, 1), "1");
        merge(s, (4, 2), (5, 2), "张三");
        merge(s, (4, 3), (5, 3), "140222197501019810");
        line(s, 4, "||||张三|户主|140222197501019810|北京市大兴区|5200||");
        line(s, 5, "||||李四|妻子|140222198002029824|||√|");
        line(s, 6, "|2|王五|140222194703039832|王五|本人|140222194703039832||||√");
        line(s, 7, "|填报人：赵六    联系电话：19900000009");
    });
    let workbook = read(&bytes);
    let sheet = &workbook.sheets[0];
    assert_eq!((sheet.kind, sheet.header_rows.clone()), (Kind::Persons, 2..5));
    assert_eq!(
        keys(sheet),
        "row.seq household.head_name household.head_id person.name person.relation person.id_no work.place \
         work.monthly_pay work.form=workshop work.form=self_employed"
    );
    assert_eq!(sheet.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [5, 6, 7]);
    assert_eq!(show(&sheet.rows[1], "household.head_id"), "140222197501019810");
    assert_eq!(show(&sheet.rows[1], "work.form"), "workshop");
    assert_eq!(show(&sheet.rows[1], "place.county"), "天镇县");
    assert_eq!(sheet.columns[6].header, "已就业_外出务工_务工地点");
}

#[test]
fn two_spells_in_one_line_with_and_without_merged_cells() {
    for header in [
        ["姓名|身份证号|第一次务工|||第二次务工||", "||务工地点|开始时间|月工资|务工地点|开始时间|月工资"],
        ["姓名|身份证号|务工地点|开始时间|月工资|务工地点2|开始时间2|月工资2", ""],
    ] {
        let lines: Vec<&str> = header.into_iter().filter(|l| !l.is_empty()).collect();
        let row = "张三|140222197501019810|县城|2018.3|2000|北京大兴|2019.5|4000";
        let sheet = sheet(&[&lines[..], &[row]].concat());
        assert_eq!(
            keys(&sheet),
            "person.name person.id_no work.place work.start work.monthly_pay work#2.place work#2.start work#2.monthly_pay",
            "{header:?}"
        );
        assert_eq!(show(&sheet.rows[0], "work#2.code"), "110115");
    }
}

#[test]
fn blocks_filled_only_on_their_first_line() {
    let sheet = sheet(&[
        "浑源县干部结对帮扶贫困户台账|||||||",
        "序号|帮扶责任人|帮扶单位|联系电话|乡镇|村|户主姓名|联系电话",
        "1|康云|县联社|19900000011|永安镇|神溪村|侯振|19900000021",
        "||||永安镇|神溪村|郭国|19900000022",
        "序号|帮扶责任人|帮扶单位|联系电话|乡镇|村|户主姓名|联系电话",
        "2||县人社局||永安镇|神溪村|闫斌|19900000023",
        "3|孙春|县税务局|19900000012|永安镇|神溪村|段胜|19900000024",
    ]);
    assert_eq!(sheet.kind, Kind::Helpers);
    assert!(keys(&sheet).ends_with("household.head_name household.phone"), "{}", keys(&sheet));
    assert_eq!(sheet.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 4, 6, 7]);
    assert_eq!(show(&sheet.rows[1], "helper.name"), "康云");
    assert_eq!(show(&sheet.rows[1], "row.seq"), "1");
    assert_eq!(show(&sheet.rows[2], "helper.name"), "");
    assert!(faults(&sheet).contains(&"H2 6 B".to_owned()), "{:?}", faults(&sheet));
}

#[test]
fn totals_are_no_records_but_are_checked() {
    let sheet = sheet(&[
        "阳高县扶贫车间台账||||||",
        "截至2020年4月12日    单位：万元||||||",
        "序号|乡镇|车间名称|负责人|吸纳总人数|其中：贫困人口|补贴金额",
        "1|龙泉镇|甲车间|张三|10|4|2",
        "2|龙泉镇|乙车间|李四|20|30|3元",
        "小计||||30|34|",
        "3|罗文皂镇|丙车间|王五|5|1|",
        "小计||||6|1|",
        "合计||||35|35|",
        "填报人：赵六||||||",
    ]);
    assert_eq!((sheet.kind, sheet.rows.len()), (Kind::Workshops, 3));
    assert_eq!(show(&sheet.rows[0], "workshop.subsidy_yuan"), "20000");
    assert_eq!(show(&sheet.rows[1], "workshop.subsidy_yuan"), "3");
    assert_eq!(show(&sheet.rows[0], "place.county"), "阳高县");
    let found = faults(&sheet);
    assert!(found.contains(&"X6 8 E".to_owned()) && found.contains(&"X7 5 F".to_owned()), "{found:?}");
    assert!(!found.iter().any(|f| f.starts_with("X6 6") || f.starts_with("X6 9")), "{found:?}");
}

#[test]
fn what_stands_above_the_table_holds_for_every_line() {
    let bus = sheet(&[
        "天镇县“点对点”返岗务工人员乘车名册|||||",
        "车牌号：晋B·X0001    发车时间：2020年3月18日 6:30    目的地：北京市大兴区|||||",
        "车长：温利满    随车干部：魏银佳    承运单位：大同市桥达运输有限公司|||||",
        "序号|姓名|性别|身份证号|电话|座位号",
        "1|张三|男|140222197501019810|19900000001|1",
        "2|李四|女|140222198002029824|19900000002|1",
    ]);
    assert_eq!(bus.kind, Kind::Manifests);
    for (key, value) in [
        ("trip.vehicle", "晋BX0001"),
        ("trip.date", "2020-03-18"),
        ("trip.depart_time", "06:30"),
        ("trip.code", "110115"),
        ("trip.leader", "温利满"),
        ("trip.escort", "魏银佳"),
    ] {
        assert_eq!(show(&bus.rows[1], key), value, "{key}");
    }
    assert!(faults(&bus).iter().any(|f| f == "M1 5 F"), "{:?}", faults(&bus));

    let class = sheet(&[
        "天镇县家政服务员培训班学员花名册||||",
        "培训时间：2020年3月1日至2020年3月20日    培训机构：天镇县职业学校    培训工种：家政服务员||||",
        "序号|姓名|性别|身份证号|联系电话",
        "1|张三|男|140222197501019810|19900000001",
        "2|张三|男|140222197501019810|19900000001",
    ]);
    assert_eq!(class.kind, Kind::Training);
    assert_eq!(show(&class.rows[0], "training.start"), "2020-03-01");
    assert_eq!(show(&class.rows[0], "training.end"), "2020-03-20");
    assert_eq!(show(&class.rows[0], "training.trade"), "家政服务员");
    assert!(faults(&class).contains(&"T1 4 D".to_owned()), "{:?}", faults(&class));
}

#[test]
fn trains_have_carriages() {
    let train = sheet(&[
        "返岗专列乘车名册|||||||",
        "姓名|身份证号|联系电话|乘车日期|车次|车厢|座位号|目的地",
        "张三|140222197501019810|19900000001|3月18日|K1234|8号车厢|12|北京市",
    ]);
    assert_eq!(train.kind, Kind::Manifests);
    assert_eq!(show(&train.rows[0], "trip.carriage"), "8");
    assert_eq!(show(&train.rows[0], "trip.train"), "K1234");
    assert_eq!(show(&train.rows[0], "trip.date"), "2020-03-18");
}

#[test]
fn web_tables_named_xls_and_old_encodings() {
    let page = "<html><head><meta charset=gb2312></head><table border=1><tr><td colspan=4>培训信息</td></tr>\
        <tr><th rowspan=2>姓名</th><th rowspan=2>身份证号</th><th colspan=2>培训期限</th></tr>\
        <tr><th>开始时间</th><th>结束时间</th></tr>\
        <tr><td>张三&nbsp;</td><td>140222197501019810</td><td>2020-03-01</td><td>2020-03-20</td></tr></table></html>";
    for bytes in [page.as_bytes().to_vec(), encoding_rs::GB18030.encode(page).0.into_owned()] {
        let workbook = read(&bytes);
        let sheet = &workbook.sheets[0];
        assert_eq!((sheet.name.as_str(), sheet.kind, sheet.header_rows.clone()), ("html", Kind::Training, 2..4));
        assert_eq!(keys(sheet), "person.name person.id_no training.start training.end");
        assert_eq!(show(&sheet.rows[0], "person.name"), "张三");
    }
    let csv = "标题,,\r\n姓名,身份证号,性别\r\n王㛃,140222198002029824,女\r\n\r\n李四,140222197501019810,男";
    for bytes in [
        csv.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", csv.as_bytes()].concat(),
        encoding_rs::GB18030.encode(csv).0.into_owned(),
    ] {
        let workbook = read(&bytes);
        assert_eq!(show(&workbook.sheets[0].rows[0], "person.name"), "王㛃");
        assert_eq!(workbook.sheets[0].rows[1].line, 5, "blank records count as lines");
    }
}

#[test]
fn sheets_that_are_no_ledgers_are_left_out_with_a_reason() {
    let mut writer = rust_xlsxwriter::Workbook::new();
    let ledger = writer.add_worksheet();
    ledger.set_name("登记").expect("a name");
    line(ledger, 0, "姓名|性别|身份证号|联系电话");
    line(ledger, 1, "张三|男|140222197501019810|19900000001");
    let words = writer.add_worksheet();
    words.set_name("工种目录").expect("a name");
    line(words, 0, "序号|行业门类|职业中类|工种");
    line(words, 1, "1|制造业|纺织服装|缝纫工");
    let hidden = writer.add_worksheet();
    hidden.set_name("下拉").expect("a name").set_hidden(true);
    line(hidden, 0, "普通劳动力");
    writer.add_worksheet().set_name("Sheet3").expect("a name");
    let help = writer.add_worksheet();
    help.set_name("填表说明").expect("a name");
    line(help, 0, "一、本表由各村填报，每月5日前报送。");
    line(help, 1, "二、身份证号必须为18位。");
    let workbook = read(&writer.save_to_buffer().expect("a workbook"));
    assert_eq!(workbook.sheets.len(), 1);
    let why: Vec<_> = workbook.skipped.iter().map(|s| (s.name.as_str(), s.why)).collect();
    assert_eq!(why[1..3], [("下拉", SkipReason::Hidden), ("Sheet3", SkipReason::Empty)]);
    assert_eq!(why.len(), 4);
}

#[test]
fn the_user_can_correct_kind_and_columns() {
    let bytes = "姓名,身份证号,甲列,备注\n张三,140222197501019810,2019.3,好".as_bytes();
    let plain = try_read(bytes).expect("readable");
    assert_eq!(plain.sheets[0].columns[2].mapped, None);
    let mut overrides = Overrides::default();
    overrides.kinds.insert("csv".to_owned(), Some(Kind::Spells));
    overrides.columns.insert(("csv".to_owned(), 2), Mapped::from_key("work.start"));
    overrides.columns.insert(("csv".to_owned(), 3), None);
    let corrected = read_with(&Source { name: "a.csv", bytes }, &setting(), &overrides).expect("readable");
    let sheet = &corrected.sheets[0];
    assert_eq!((sheet.kind, keys(sheet).as_str()), (Kind::Spells, "person.name person.id_no work.start "));
    assert_eq!(show(&sheet.rows[0], "work.start"), "2019-03");
    overrides.kinds.insert("csv".to_owned(), None);
    let nothing = read_with(&Source { name: "a.csv", bytes }, &setting(), &overrides).expect("readable");
    assert!(nothing.sheets.is_empty() && nothing.skipped[0].why == SkipReason::User);
    assert!(as_of() == setting().as_of);
}

#[test]
fn village_and_township_only_in_the_title() {
    let village = sheet(&[
        "马家皂乡安家皂村贫困劳动力外出务工登记表|||",
        "姓  名|性 别|身份证号码\n（18位）|在哪打工",
        "张 三|男|140222197501019810|大同广灵",
    ]);
    assert_eq!(show(&village.rows[0], "place.township"), "马家皂乡");
    assert_eq!(show(&village.rows[0], "place.village"), "安家皂");
    assert!(show(&village.rows[0], "place.code").starts_with("140222"));
    assert_eq!(show(&village.rows[0], "person.name"), "张三");
    assert_eq!(show(&village.rows[0], "work.code"), "140223");
}

#[test]
fn a_sheet_called_by_its_township_alone() {
    let bytes = xlsx("2.马家皂", |s| {
        line(s, 0, "天镇县贫困劳动力务工就业台账");
        line(s, 1, "序号|村|姓名|性别|身份证号|劳动能力|务工地点");
        line(s, 2, "1|安家皂|张三|男|140222197501019810|普通劳动力|县城");
    });
    let workbook = read(&bytes);
    let row = &workbook.sheets[0].rows[0];
    assert_eq!(
        ["place.county", "place.township", "place.village"].map(|key| show(row, key)),
        ["天镇县", "马家皂乡", "安家皂"]
    );
}
