//! The field table, the vocabularies and the rules agree with the schema.

use reading::sheets::fields::FIELDS;
use reading::sheets::{FieldId, Kind, Mapped, Rule, Type};
use serde_json::Value as Json;
use std::collections::BTreeSet;

fn schema() -> Json {
    serde_json::from_str(include_str!("../data/schema.json")).expect("the schema")
}

fn written(ty: Type) -> String {
    match ty {
        Type::Text => "text".into(),
        Type::Name => "pname".into(),
        Type::Ident => "ident".into(),
        Type::Phone => "phone".into(),
        Type::Phones => "list:phone".into(),
        Type::Int => "int".into(),
        Type::Num => "num".into(),
        Type::Money => "money".into(),
        Type::Bool => "bool".into(),
        Type::Date => "date".into(),
        Type::Enum(name) => format!("enum:{name}"),
        Type::Codes(name) => format!("list:{name}"),
        Type::Texts => "list:text".into(),
        Type::Composite => "composite".into(),
    }
}

#[test]
fn every_field_of_the_schema_is_in_the_table_with_its_type() {
    let schema = schema();
    let fields = schema["fields"].as_object().expect("fields");
    assert_eq!(fields.len(), FIELDS.len());
    for info in FIELDS {
        assert_eq!(fields[info.key]["type"], written(info.ty), "{}", info.key);
        assert_eq!(fields[info.key]["zh"], info.label, "{}", info.key);
        assert_eq!(FieldId::from_key(info.key).expect("a field").key(), info.key);
    }
}

#[test]
fn labels_of_every_vocabulary_are_understood() {
    let schema = schema();
    for info in FIELDS {
        let (Type::Enum(name) | Type::Codes(name)) = info.ty else { continue };
        for (code, label) in schema["enums"][name].as_object().expect("a vocabulary") {
            let label = label.as_str().expect("a label");
            let key = format!("{}={label}", info.key);
            let field = FieldId::from_key(info.key).expect("a field");
            let found = Mapped::from_key(&key).unwrap_or_else(|| panic!("{key} is not understood"));
            assert_eq!(found.key(), format!("{}={code}", info.key));
            assert_eq!(found.field(), field);
        }
    }
}

#[test]
fn kinds_and_rules_are_those_of_the_schema() {
    let schema = schema();
    let kinds: Vec<&str> = schema["kinds"].as_array().expect("kinds").iter().filter_map(Json::as_str).collect();
    assert_eq!(kinds, Kind::ALL.map(Kind::key));
    let rules: BTreeSet<&str> = schema["rules"].as_object().expect("rules").keys().map(String::as_str).collect();
    assert_eq!(rules, Rule::ALL.iter().map(|rule| rule.number()).collect());
}

#[test]
fn later_spells_have_keys_of_their_own() {
    let second = FieldId::from_key("work#2.start").expect("a field");
    assert_eq!((second.spell(), second.key().as_ref()), (1, "work#2.start"));
    assert_eq!(second.base(), FieldId::from_key("work.start").expect("a field"));
    assert!(FieldId::from_key("work#4.start").is_none() && FieldId::from_key("person#2.name").is_none());
}
