//! Drafts in the shape of the posts schema.

use serde_json::{Value, json};

use super::draft::{Draft, Found};

/// A figure without a needless fraction.
fn figure(value: Option<&Found<f64>>) -> Value {
    match value.map(|f| f.value) {
        Some(whole) if whole.fract() == 0.0 => json!(whole as i64),
        Some(value) => json!(value),
        None => Value::Null,
    }
}

fn words(value: Option<&Found<String>>) -> Value {
    value.map_or(Value::Null, |f| json!(f.value))
}

fn joined(values: &[Found<String>]) -> Value {
    let all: Vec<&str> = values.iter().map(|f| f.value.as_str()).collect();
    if all.is_empty() { Value::Null } else { json!(all.join(";")) }
}

impl Draft {
    /// One vacancy in the schema of recruitment posts; what the text does not say is null or empty.
    pub fn to_json(&self) -> Value {
        let texts = |list: &[Found<String>]| -> Vec<Value> { list.iter().map(|f| json!(f.value)).collect() };
        json!({
            "title": words(self.title.as_ref()),
            "occupation_hint": self.occupation,
            "headcount": self.headcount.as_ref().map(|f| f.value),
            "headcount_text": words(self.headcount_text.as_ref()),
            "wage_min": figure(self.wage_min.as_ref()),
            "wage_max": figure(self.wage_max.as_ref()),
            "wage_unit": self.wage_unit.as_ref().map(|f| f.value.code()),
            "wage_text": words(self.wage_text.as_ref()),
            "age_min": self.age_min.as_ref().map(|f| f.value),
            "age_max": self.age_max.as_ref().map(|f| f.value),
            "gender": self.gender.as_ref().map(|f| f.value.code()),
            "education": self.education.as_ref().map(|f| f.value.code()),
            "experience": self.experience.as_ref().map(|f| f.value.code()),
            "board": self.board.as_ref().map(|f| f.value),
            "lodging": self.lodging.as_ref().map(|f| f.value),
            "insurance": self.insurance.iter().map(|f| f.value).collect::<Vec<_>>(),
            "schedule": joined(&self.schedule),
            "workplace_text": words(self.workplace.as_ref()),
            "region_code_guess": self.region.map(|code| format!("{code:06}")),
            "employer": words(self.employer.as_ref()),
            "contact_name": joined(&self.contacts),
            "phones": texts(&self.phones),
            "deadline": words(self.deadline.as_ref()),
            "requirements": texts(&self.requirements),
        })
    }
}
