//! Taking Rust sources apart: comments, literals, lifetimes and test modules.

use xtask::house::Code;

fn literals(source: &str) -> Vec<String> {
    Code::read(source).literals.into_iter().map(|literal| literal.text).collect()
}

#[test]
fn comments_vanish_and_lines_stay() {
    let code = Code::read("a // \"x\" {\n/* { /* } */ ' */ b\n");
    assert_eq!(code.text, format!("a {}\n{}b\n", " ".repeat(8), " ".repeat(18)));
    assert_eq!(code.line(code.text.find('b').expect("the b")), 2);
}

#[test]
fn every_shape_of_literal_is_found() {
    assert_eq!(
        literals(r#"f("a\"b{", 'c', '\'', '\u{4e2d}', b"d", c"e");"#),
        [r#"a\"b{"#, "c", r"\'", r"\u{4e2d}", "d", "e"]
    );
    assert_eq!(literals("r\"\\\" + r#\"x\"y\"# + br##\"z\"#\"##"), ["\\", "x\"y", "z\"#"]);
    assert_eq!(literals("'中' '，' \"就业\""), ["中", "，", "就业"]);
    assert_eq!(literals("let open = \"never closed {"), ["never closed {"]);
}

#[test]
fn lifetimes_and_names_are_no_literals() {
    assert_eq!(literals("fn f<'a, 'b>(x: &'a str, y: &'b str) -> &'static str { r#type + for_r }"), [] as [&str; 0]);
    assert_eq!(literals("impl<'a> X<'a> { const Q: char = 'q'; }"), ["q"]);
}

#[test]
fn whole_words_outside_tests_are_uses() {
    let code =
        Code::read("use a::fs::x; offs::y; // fs::\n#[cfg(test)]\nmod t { fn f() { fs::z; } }\nfn g() { fs::w }");
    let lines: Vec<usize> = code.uses("fs::").map(|at| code.line(at)).collect();
    assert_eq!(lines, [1, 4]);
    assert_eq!(Code::read("tokio_x tokio; tokio::y").uses("tokio").count(), 2);
}
