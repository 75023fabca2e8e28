//! Names, children, points, crosswalks and region classes of the gazetteer.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use domain::codes::RegionClass;
use domain::places::{
    Area, Bands, Edition, Fate, Level, Place, PlaceKind, Point, Region, Terrain, gazetteer, outside_county,
    region_class,
};

fn region(code: &str) -> Region {
    code.parse().unwrap()
}

#[test]
fn every_row_of_the_lists_is_there() {
    let datong = region("1402").area();
    for (edition, rows) in [(Edition::Y2019, 2419), (Edition::Y2020, 1989), (Edition::Y2023, 1966)] {
        let places = gazetteer().within(datong, edition);
        assert_eq!(places.len(), rows);
        assert!(places.is_sorted_by(|a, b| a.region < b.region), "codes are unique");
        for place in places {
            assert_eq!(gazetteer().place(place.region, edition).unwrap().region, place.region);
            assert!(gazetteer().spot(place.region, edition).is_some() || edition == Edition::Y2019, "{place:?}");
        }
    }
    assert_eq!(gazetteer().divisions().len(), 3214);
}

#[test]
fn names_join_from_the_province_down() {
    let village = region("140222210201");
    let names = gazetteer();
    assert_eq!(names.full_name(village, Edition::Y2020), "山西省大同市天镇县马家皂乡安家皂村");
    assert_eq!(names.name_below(village, Edition::Y2020, region("140222").area()), "马家皂乡安家皂村");
    assert_eq!(names.full_name(region("110115"), Edition::Y2023), "北京市大兴区");
    assert_eq!(names.name(region("140223211")), Some("望狐乡"), "known to an older edition only");
    let village = names.place(village, Edition::Y2023).unwrap();
    assert_eq!((village.kind, village.pinyin, village.short), (PlaceKind::VillageCommittee, "anjiazao", "安家皂"));
}

#[test]
fn children_are_one_level_down() {
    let list = |code: &str| -> Vec<&Place> { gazetteer().children(region(code), Edition::Y2020).collect() };
    assert_eq!(list("14").len(), 11);
    assert_eq!(list("1402").len(), 10, "the zone 140271 is no county of the national list");
    let towns = list("140222");
    assert!(towns.len() == 12 && towns.iter().all(|place| place.level() == Level::Township));
    assert!(list("140222210").iter().all(|place| place.level() == Level::Village));
    assert!(list("42").iter().any(|place| place.name == "仙桃市"), "counties run by the province");
}

#[test]
fn names_are_found_with_any_suffix_and_under_old_names() {
    let county = region("140223");
    let find =
        |name: &str, level, edition| gazetteer().find(name, level, county, edition).map(|n| (n.region.prefix(), n.via));
    for name in ["望狐乡", "望狐", "望狐镇"] {
        assert_eq!(find(name, Level::Township, Edition::Y2020), Some(("140223211".into(), None)), "{name}");
    }
    assert_eq!(find("望狐乡", Level::Township, Edition::Y2023), Some(("140223104".into(), Some(Edition::Y2020))));
    assert_eq!(find("梁庄镇", Level::Township, Edition::Y2020), Some(("140223209".into(), None)));
    for name in ["望狐村", "望狐", "望狐村委会", "望狐村民委员会", "望狐行政村", " 望 狐 村"] {
        assert_eq!(find(name, Level::Village, Edition::Y2023), Some(("140223104218".into(), None)), "{name}");
    }
    assert_eq!(find("上窑", Level::Village, Edition::Y2023), None, "gone in the mergers of 2020");
    let datong = gazetteer().find("天镇", Level::County, Area::NATION, Edition::Y2023).unwrap();
    assert_eq!(datong.region.prefix(), "140222");
    assert_eq!(gazetteer().find("城区", Level::County, Area::NATION, Edition::Y2023), None, "several");
}

#[test]
fn joined_addresses_split_where_names_end() {
    let resolve = |text: &str, home: &str, edition| {
        let address = gazetteer().resolve(text, home.parse().ok(), edition);
        (address.region.map(Region::prefix).unwrap_or_default(), address.rest)
    };
    let is = |code: &str, rest: &str| (code.to_owned(), rest.to_owned());
    let y2020 = Edition::Y2020;
    assert_eq!(resolve("山西省大同市广灵县望狐乡望狐村一组", "140222", y2020), is("140223211200", "一组"));
    assert_eq!(resolve("天镇县马家皂乡 安家皂村委会", "140222", y2020), is("140222210201", ""));
    assert_eq!(resolve("马家皂安家皂12号", "140222", y2020), is("140222210201", "12号"));
    assert_eq!(resolve("马家皂乡某某沟", "140222", y2020), is("140222210", "某某沟"));
    assert_eq!(resolve("新荣村", "140212", y2020), is("140212100201", ""), "the village, not the district");
    assert_eq!(resolve("东河沿", "140222", y2020), is("", "东河沿"), "not 东河区 of Baotou");
    assert_eq!(resolve("", "140222", y2020), is("", ""));
    assert_eq!(resolve("望狐乡上窑村二组", "140223", Edition::Y2020), is("140223211", "上窑村二组"), "gone since 2019");
    let renamed = gazetteer().resolve("南河堡乡", "140222".parse().ok(), Edition::Y2023);
    assert_eq!((renamed.region, renamed.via), (Some(region("140222100")), Some(Edition::Y2020)));
}

#[test]
fn codes_follow_the_mergers_both_ways() {
    let cross = |code: &str, from, to| {
        let crossing = gazetteer().crosswalk(region(code), from, to);
        (crossing.fate, crossing.to.map(Region::prefix))
    };
    let (y19, y20, y23) = (Edition::Y2019, Edition::Y2020, Edition::Y2023);
    assert_eq!(cross("140223211200", y19, y23), (Fate::Moved, Some("140223104218".into())));
    assert_eq!(cross("140223211", y20, y23), (Fate::Merged, Some("140223104".into())));
    assert_eq!(cross("140223104", y23, y20), (Fate::Merged, Some("140223209".into())), "the town it was");
    assert_eq!(cross("140223104218", y23, y19), (Fate::Moved, Some("140223211200".into())));
    assert_eq!(cross("140222", y19, y23), (Fate::Same, Some("140222".into())));
    assert_eq!(cross("110101001001", y19, y23).0, Fate::Same, "not in the lists");
    let gone = gazetteer().crosswalk(region("140223211205"), y19, y23);
    assert_eq!((gone.fate, gone.to, gone.likely), (Fate::Gone, None, Some(region("140223104"))));
}

#[test]
fn every_step_forward_lands_on_a_listed_place() {
    for (from, to) in
        [(Edition::Y2019, Edition::Y2020), (Edition::Y2020, Edition::Y2023), (Edition::Y2019, Edition::Y2023)]
    {
        for place in gazetteer().within(region("1402"), from) {
            let crossing = gazetteer().crosswalk(place.region, from, to);
            if let Some(goal) = crossing.to.or(crossing.likely) {
                assert!(gazetteer().place(goal, to).is_some(), "{place:?} {from:?} {to:?} {crossing:?}");
            }
        }
    }
}

#[test]
fn editions_hold_from_their_cut_off() {
    let at = |y, m, d| Edition::at(NaiveDate::from_ymd_opt(y, m, d).unwrap());
    assert_eq!((at(2018, 1, 1), at(2020, 4, 22)), (Edition::Y2019, Edition::Y2019));
    assert_eq!((at(2020, 6, 30), at(2026, 1, 1)), (Edition::Y2020, Edition::Y2023));
    assert_eq!(Edition::from_code("datong_divisions_2020"), Some(Edition::Y2020));
}

#[test]
fn distances_say_whether_they_are_real() {
    let (tianzhen, daxing) = (region("140222"), region("110115"));
    let (km, real) = gazetteer().distance_km(tianzhen, daxing, Edition::Y2020).unwrap();
    assert!((150.0..220.0).contains(&km) && real, "{km}");
    let (_, real) = gazetteer().distance_km(region("140222210201"), tianzhen, Edition::Y2020).unwrap();
    let spot = gazetteer().spot(region("140222210201"), Edition::Y2020).unwrap();
    assert_eq!(real, !spot.synthetic);
    assert!(gazetteer().distance_km(tianzhen, region("11"), Edition::Y2020).is_none(), "a province is no point");
    let one_degree = Point { lon: 113.0, lat: 40.0 }.distance_km(Point { lon: 113.0, lat: 41.0 });
    assert!((one_degree - 111.195).abs() < 0.01, "{one_degree}");
    let (a, b) = (Point { lon: 113.0, lat: 40.0 }, Point { lon: 114.0, lat: 40.0 });
    assert!(a.road_km(b, Terrain::Mountains) > a.road_km(b, Terrain::Plain));
}

#[test]
fn region_classes_follow_from_the_codes() {
    use RegionClass as C;
    let home = region("140222210201");
    for (work, class, outside) in [
        ("140222210203", Some(C::Township), Some(false)),
        ("140222100", Some(C::CountyOutTownship), Some(false)),
        ("140222", Some(C::County), Some(false)),
        ("140213", Some(C::City), Some(true)),
        ("1402", None, None),
        ("140105", Some(C::Province), Some(true)),
        ("1401", Some(C::Province), Some(true)),
        ("14", None, None),
        ("110115", Some(C::OtherProvince), Some(true)),
        ("11", Some(C::OtherProvince), Some(true)),
        ("81", Some(C::Overseas), Some(true)),
    ] {
        assert_eq!(region_class(home, region(work)), class, "{work}");
        assert_eq!(outside_county(home, region(work)), outside, "{work}");
    }
    assert_eq!(region_class(region("500101"), region("500235")), Some(C::City), "one municipality");
}

#[test]
fn one_class_prints_in_every_scheme() {
    use RegionClass as C;
    assert_eq!(Bands::Three.fold(C::City), Some(C::ProvinceOutCounty));
    assert_eq!(Bands::Four.fold(C::Township), Some(C::County));
    assert_eq!(Bands::Four.fold(C::Overseas), Some(C::OtherProvince));
    assert_eq!(Bands::FiveTownship.fold(C::County), None, "too coarse");
    assert_eq!(Bands::Four.fold(C::ProvinceOutCounty), None, "too coarse");
    for bands in Bands::ALL {
        assert!(bands.classes().iter().all(|class| bands.fold(*class) == Some(*class)));
    }
}

#[test]
fn aliases_carry_their_dates() {
    let town = gazetteer().aliases(region("140223104"), Edition::Y2023);
    let names: Vec<_> = town.iter().map(|a| (a.name, a.fate, a.from.to_string(), a.to.to_string())).collect();
    let held = ("2019-10-31".to_owned(), "2020-06-30".to_owned());
    assert_eq!(
        names,
        [
            ("梁庄乡", Fate::Recoded, held.0.clone(), held.1.clone()),
            ("望狐乡", Fate::Merged, held.0.clone(), held.1.clone()),
        ]
    );
    assert!(gazetteer().aliases(region("140222210201"), Edition::Y2020).is_empty(), "never changed");
    let county = gazetteer().aliases(region("140215"), Edition::Y2023);
    assert!(
        county.iter().any(|a| a.name == "大同县" && a.region == region("140227") && a.to.to_string() == "2018-01-01")
    );
}

#[test]
fn typing_finds_places_by_characters_and_letters() {
    let names = |query: &str| -> Vec<&str> {
        let found = gazetteer().search(query, region("140222"), Edition::Y2020);
        found.into_iter().map(|place| place.name).collect()
    };
    assert_eq!(names("马家皂")[0], "马家皂乡");
    for query in ["anjiazao", "ajz", "AnJia Zao", "安家皂"] {
        assert!(names(query).contains(&"安家皂村委会"), "{query}");
    }
    assert!(names("  ").is_empty() && names("zzzz").is_empty());
}

#[test]
fn misspelled_names_are_guessed_by_sound_and_shape() {
    let suggest = |name: &str| -> Vec<&str> {
        let found = gazetteer().suggest(name, Level::Village, region("140222"), Edition::Y2020);
        found.into_iter().map(|place| place.short).collect()
    };
    assert_eq!(suggest("安加皂村")[0], "安家皂", "same sound");
    assert_eq!(suggest("安家造村")[0], "安家皂", "same sound");
    assert!(suggest("按家沟皂").is_empty());
    assert!(suggest("").is_empty() && suggest("村").len() <= 5);
}
