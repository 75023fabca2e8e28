//! Only `store` builds SQL, and only `store` names the database library.

use super::super::{Finding, Tree};

/// Reports SQL texts and database types anywhere else, tests apart.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.rust().filter(|file| file.is_product() && file.member() != "store") {
        let code = file.code();
        for name in ["sqlx", "rusqlite"] {
            findings.extend(code.uses(name).map(|at| Finding::new(file, code.line(at), format!("{name}: {WHY}"))));
        }
        for (literal, _) in code.product_literals().filter(|(literal, _)| is_sql(&literal.text)) {
            findings.push(Finding::new(file, code.line(literal.at), format!("an SQL text: {WHY}")));
        }
    }
    for file in tree.with_extension("sql").filter(|file| file.member() != "store") {
        findings.push(Finding::new(file, 0, format!("an SQL file: {WHY}")));
    }
    findings
}

const WHY: &str = "only store builds SQL";

fn is_sql(text: &str) -> bool {
    let text = text.trim_start().to_ascii_lowercase();
    let after = |start: &str, then: &str| text.strip_prefix(start).is_some_and(|rest| rest.contains(then));
    after("select ", " from ")
        || after("update ", " set ")
        || ["insert into ", "delete from ", "create table ", "create index ", "pragma ", "begin immediate"]
            .iter()
            .any(|start| text.starts_with(start))
}
