//! The scan for real people: numbers are put together here so that this file
//! passes it.

use xtask::house::{File, Tree, checks::persons};

fn found(path: &str, bytes: &[u8]) -> usize {
    persons::check(&Tree { files: vec![File::new(path, bytes.to_vec())] }).len()
}

/// An ID number with the right check character.
fn id(first_seventeen: &str) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = first_seventeen.bytes().zip(weights).map(|(b, w)| u32::from(b - b'0') * w).sum();
    format!("{first_seventeen}{}", char::from(b"10X98765432"[sum as usize % 11]))
}

#[test]
fn id_numbers_that_could_be_handed_out_are_found() {
    let born = |birth: &str, sequence: &str| id(&["140222", birth, sequence].concat());
    for (birth, sequence, real) in [
        ("19850312", "123", true),
        ("19850312", "979", true),
        ("19850312", "980", false),
        ("19031231", "123", false),
        ("19040101", "123", true),
        ("20900101", "123", false),
        ("19851312", "123", false),
    ] {
        let text = format!("{{\"id\": \"{}\"}}", born(birth, sequence));
        assert_eq!(found("a.json", text.as_bytes()), usize::from(real), "{birth} {sequence}");
    }
    let right = born("19850312", "123");
    let wrong = format!("{}{}", &right[..17], if right.ends_with('1') { '2' } else { '1' });
    assert_eq!(found("a.csv", wrong.as_bytes()), 0, "a wrong check character");
    assert_eq!(found("a.csv", format!("x{right}").as_bytes()), 0, "part of a longer word");
    assert_eq!(found("a.csv", format!("{right}0").as_bytes()), 0, "nineteen digits");
    assert_eq!(found("a.csv", &[b"\xd6\xd0,", right.as_bytes()].concat()), 1, "GB18030");
    let lower =
        (100..980).map(|n| born("19850312", &n.to_string())).find(|id| id.ends_with('X')).expect("one in eleven");
    assert_eq!(found("a.csv", lower.to_lowercase().as_bytes()), 1, "a small x");
}

#[test]
fn old_id_numbers_of_fifteen_digits_are_found() {
    let old = |birth: &str, sequence: &str| ["140222", birth, sequence].concat();
    assert_eq!(found("a.md", old("850312", "123").as_bytes()), 1);
    assert_eq!(found("a.md", old("850312", "981").as_bytes()), 0);
    assert_eq!(found("a.md", old("010312", "123").as_bytes()), 0);
}

#[test]
fn phones_that_could_ring_are_found() {
    for (parts, real) in [
        (["138", "1234", "5678"], true),
        (["199", "0000", "5678"], false),
        (["199", "0009", "5678"], false),
        (["199", "0010", "5678"], true),
        (["154", "1234", "5678"], false),
        (["128", "1234", "5678"], false),
    ] {
        for separator in ["", " ", "-"] {
            let text = format!("电话：{}。", parts.join(separator));
            assert_eq!(found("a.txt", text.as_bytes()), usize::from(real), "{text}");
        }
    }
    assert_eq!(found("a.txt", ["0.138", "12345678"].concat().as_bytes()), 0, "a fraction");
    assert_eq!(found("a.txt", ["138", "123456789"].concat().as_bytes()), 0, "twelve digits");
}

#[test]
fn sealed_files_are_refused_and_workbooks_opened() {
    assert_eq!(found("crates/demo/a.zip", b""), 1);
    assert_eq!(found("a.xlsx", b"not a workbook"), 1);
    assert_eq!(found("a.xlsx", &zip(0, b"<v>plain</v>")), 0);
    let phone = ["<v>138", "12345678</v>"].concat();
    assert_eq!(found("a.xlsx", &zip(0, phone.as_bytes())), 1);
}

#[test]
fn packed_parts_of_a_workbook_are_unpacked() {
    // zlib's raw deflate of "<v>" + a phone + "</v>" many times over, with its own and with the fixed code.
    assert_eq!(found("a.xlsx", &zip(8, OWN_CODE)), OWN_CODE_PHONES);
    assert_eq!(found("a.xlsx", &zip(8, FIXED_CODE)), 1);
    assert_eq!(found("a.xlsx", &zip(8, &FIXED_CODE[..6])), 1, "cut short is a finding too");
}

/// A ZIP file with one part, packed by `method`.
fn zip(method: u8, data: &[u8]) -> Vec<u8> {
    let size = u32::try_from(data.len()).expect("small").to_le_bytes();
    let sizes = [&[0; 4][..], &size, &size].concat();
    let header = [&[20, 0, 0, 0, method, 0, 0, 0, 0, 0][..], &sizes, &[0, 0, 0, 0]].concat();
    let local = [b"PK\x03\x04", &header[..], data].concat();
    let entry = [b"PK\x01\x02\x14\0", &header[..], &[0; 14]].concat();
    let [length, start] = [&entry, &local].map(|part| u32::try_from(part.len()).expect("small").to_le_bytes());
    let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &length[..], &start, &[0, 0]].concat();
    [local, entry, end].concat()
}

const FIXED_CODE: &[u8] = b"\xb3\x29\xb3\x33\x34\xb6\x30\x34\x32\x36\x31\x35\x33\xb7\xb0\xd1\x2f\xb3\x03\x00";
const OWN_CODE: &[u8] = b"\x7d\x94\x4b\x6e\xc3\x30\x0c\x44\xf7\x3d\x45\x90\x0b\x44\xfc\x4a\x02\x5c\x03\x3d\x4b\x6e\xd0\x45\xce\xdf\xc0\xc3\xa0\x80\x27\xca\x56\x63\x89\x9c\xe7\x21\xb7\xfb\xe5\xf7\xfb\xfa\xd3\xae\xfb\xf6\xd8\xc5\xfa\x45\x6c\x88\x9a\x47\xf6\xb1\xdd\x1e\xfb\x76\xbb\xef\x5f\x1b\x3e\x92\xe3\xa3\x18\x7a\x16\xf4\x10\x46\xf6\xb3\x60\x10\x54\xce\x82\x1f\x42\xe7\xa7\xe2\x10\xd2\xcf\xe7\x79\x9c\x6b\xd2\x4b\x1d\x9d\x6b\x3b\x0b\x03\xdd\x36\x6a\x6a\xa2\x76\x9f\xe4\x0f\x14\x3c\xe9\x2d\x81\x75\x1f\x46\x0a\xbc\x27\x7b\x17\x98\xb7\xc1\x1c\xe1\x7e\x70\x6b\x02\xfb\x2a\xe4\x5f\x00\x60\x26\x09\x00\xe0\x93\xed\x80\x80\xb2\x00\x02\x93\xab\x28\x08\x8c\x88\x4f\x39\x50\xd0\x30\x2e\xa9\xa0\xe1\x4e\x9c\x14\x34\x52\x39\x3c\xaf\x2c\x10\x75\x8d\x52\x82\x94\x8a\x03\x9d\x03\x46\x17\x56\x00\xe3\xe9\x87\x14\xd0\xd0\x4e\x77\x0c\x34\xba\x11\x01\x93\x55\xb0\x0d\x04\x9e\xe4\x48\x29\x02\x8d\xdc\x98\xd7\xbf\xe5\xf9\x01\x01\x69\xfc\x5a\xe5\x41\x89\xb4\x81\x81\x29\xd7\x01\x03\xe3\xa6\x0b\x01\x11\xf0\x56\x63\xf7\x29\x0e\x2e\x35\x02\x54\xd0\x01\x23\x82\xda\x77\xc0\xa0\x00\xf9\x0b\x05\x6f\x0c\xa0\x98\x8d\x9b\xcc\x8a\x23\x05\xc8\x2b\x0e\x6f\xee\xd4\x6c\xbc\xd9\x4c\x35\x1c\x93\x57\x53\xad\x07\x63\x05\x04\x3a\xc7\x3e\x74\x31\x83\x01\x00\xe1\xd4\x74\x78\xb5\x46\x69\x88\x58\x6e\xcd\xac\xb9\xa3\x9f\x13\x7d\x05\x34\x96\x0b\x32\x80\x20\xf2\x7f\x56\xfe\x00";
const OWN_CODE_PHONES: usize = 3;
