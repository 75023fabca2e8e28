//! Health, schooling and labour capacity of a member.

use super::family::Member;
use crate::model::Person;
use crate::rng::Rng;
use chrono::NaiveDate;
use domain::codes::{DisabilityType, Education, Health, Labour, Marriage, Relation, Sex, StudentStatus};
use domain::dates::age_at;

/// Trades people hold a certificate in.
const SKILLS: [(&str, u32); 10] = [
    ("家政服务员", 26),
    ("育婴员", 10),
    ("养老护理员", 10),
    ("缝纫工", 12),
    ("焊工", 10),
    ("电工", 9),
    ("中式烹调师", 9),
    ("货车司机", 6),
    ("挖掘机司机", 4),
    ("瓦工", 4),
];

/// The person this member is.
pub(super) fn person(
    rng: &mut Rng,
    member: &Member,
    household: usize,
    name: String,
    id_no: String,
    born: NaiveDate,
    day: NaiveDate,
) -> Person {
    let age = age_at(born.into(), day);
    let student = student(rng, member, age);
    let labour = if member.able { able(rng, age) } else { unable(age, student) };
    let health = health(rng, labour, age, student);
    let disability = (health == Health::Disabled).then(|| disability(rng, labour));
    let education = student.is_none().then(|| education(rng, age));
    let skilled = labour == Labour::Skilled;
    Person {
        household,
        name,
        id_no,
        sex: member.sex,
        born,
        age,
        relation: member.relation,
        education,
        student,
        health,
        disability,
        labour,
        marriage: marriage(rng, member, age),
        phone: None,
        skill: skilled.then(|| skill(rng, member.sex)),
        care_duty: false,
        wish: None,
        gone: None,
    }
}

fn skill(rng: &mut Rng, sex: Sex) -> &'static str {
    let split = if sex == Sex::Female { &SKILLS[..4] } else { &SKILLS[3..] };
    rng.weighted(split)
}

/// Children go to school; of those from 16 to 22 who do not work most still study.
fn student(rng: &mut Rng, member: &Member, age: i32) -> Option<StudentStatus> {
    use StudentStatus as S;
    if member.able || (age > 15 && !(age <= 22 && rng.chance(0.9))) {
        return None;
    }
    Some(match age {
        ..=3 => S::PreschoolChild,
        4..=6 => S::Kindergarten,
        7..=12 => S::Primary,
        13 => S::Grade7,
        14 => S::Grade8,
        15 => S::Grade9,
        16 => rng.pick(&[S::Senior1, S::Vocational1]),
        17 => rng.pick(&[S::Senior2, S::Vocational2]),
        18 => rng.pick(&[S::Senior3, S::Vocational3]),
        19 => rng.pick(&[S::College1, S::Bachelor1]),
        20 => rng.pick(&[S::College2, S::Bachelor2]),
        21 => rng.pick(&[S::College3, S::Bachelor3]),
        _ => S::Bachelor4,
    })
}

/// Ordinary 70, skilled 6, weak 24 % of labourers; the old are weak more often (D§9.4).
fn able(rng: &mut Rng, age: i32) -> Labour {
    let weak = match age {
        60.. => 0.66,
        50..=59 => 0.29,
        40..=49 => 0.12,
        _ => 0.06,
    };
    if rng.chance(weak) {
        Labour::Weak
    } else if rng.chance(0.08) {
        Labour::Skilled
    } else {
        Labour::Ordinary
    }
}

const fn unable(age: i32, student: Option<StudentStatus>) -> Labour {
    if student.is_some() || age < 16 || age > 74 { Labour::None } else { Labour::Lost }
}

fn health(rng: &mut Rng, labour: Labour, age: i32, student: Option<StudentStatus>) -> Health {
    use Health::{Chronic, Disabled, Healthy, Serious};
    match labour {
        Labour::Ordinary | Labour::Skilled => rng.weighted(&[(Healthy, 95), (Chronic, 5)]),
        Labour::Weak if age >= 60 => rng.weighted(&[(Healthy, 45), (Chronic, 43), (Disabled, 12)]),
        Labour::Weak => rng.weighted(&[(Chronic, 68), (Disabled, 30), (Healthy, 2)]),
        _ if student.is_some() || age < 16 => rng.weighted(&[(Healthy, 97), (Disabled, 2), (Chronic, 1)]),
        _ if age >= 66 => rng.weighted(&[(Healthy, 30), (Chronic, 52), (Serious, 6), (Disabled, 12)]),
        _ => rng.weighted(&[(Chronic, 30), (Serious, 30), (Disabled, 40)]),
    }
}

fn disability(rng: &mut Rng, labour: Labour) -> (DisabilityType, u8) {
    use DisabilityType::{Hearing, Intellectual, Limb, Mental, Speech, Visual};
    let kind = rng.weighted(&[(Limb, 52), (Visual, 12), (Hearing, 12), (Speech, 4), (Intellectual, 12), (Mental, 8)]);
    let grade = if labour.can_work() { rng.between(3, 4) } else { rng.between(1, 3) };
    (kind, grade as u8)
}

/// Of labourers: none 6, primary 33, junior 50, senior and vocational 8, college 3 % (D§9.4); the older, the less.
fn education(rng: &mut Rng, age: i32) -> Education {
    use Education::{Bachelor, College, Junior, None, Primary, Senior, Vocational};
    let shares: [u32; 7] = match age {
        ..=29 => [0, 40, 550, 130, 110, 140, 30],
        30..=39 => [10, 140, 700, 80, 40, 26, 4],
        40..=49 => [30, 300, 600, 45, 15, 10, 0],
        50..=59 => [80, 450, 440, 24, 6, 0, 0],
        60..=65 => [190, 610, 190, 10, 0, 0, 0],
        _ => [450, 470, 75, 5, 0, 0, 0],
    };
    let kinds = [None, Primary, Junior, Senior, Vocational, College, Bachelor];
    let table: [(Education, u32); 7] = std::array::from_fn(|at| (kinds[at], shares[at]));
    rng.weighted(&table)
}

fn marriage(rng: &mut Rng, member: &Member, age: i32) -> Marriage {
    use Marriage::{Divorced, Married, Unmarried, Widowed};
    match member.relation {
        Relation::Spouse => Married,
        Relation::Mother | Relation::Father => Widowed,
        Relation::Head if age > 65 => rng.weighted(&[(Married, 55), (Widowed, 40), (Unmarried, 5)]),
        Relation::Head => rng.weighted(&[(Married, 88), (Unmarried, 6), (Divorced, 4), (Widowed, 2)]),
        _ if age > 27 => rng.weighted(&[(Married, 45), (Unmarried, 50), (Divorced, 5)]),
        _ => Unmarried,
    }
}
