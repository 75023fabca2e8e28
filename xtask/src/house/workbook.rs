//! What is inside a workbook (.xlsx is a ZIP file of XML), for checks that
//! must look into one.

use anyhow::{Context as _, ensure};

use super::inflate::inflate;

/// A ZIP file's central directory entry and local header begin with these.
const ENTRY: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";

/// The contents of every file inside a ZIP file.
///
/// # Errors
/// When the file is not a ZIP file, or packed in another way than workbooks are.
pub(super) fn parts(zip: &[u8]) -> anyhow::Result<Vec<Vec<u8>>> {
    let end = zip.windows(4).rposition(|window| window == END).context("no end of a ZIP directory")?;
    let count = u16_at(zip, end + 10)?;
    let mut entry = u32_at(zip, end + 16)?;
    let mut parts = Vec::new();
    for _ in 0..count {
        ensure!(zip.get(entry..entry + 4) == Some(ENTRY), "a ZIP directory entry is missing");
        let (method, packed) = (u16_at(zip, entry + 10)?, u32_at(zip, entry + 20)?);
        let local = u32_at(zip, entry + 42)?;
        let start = local + 30 + u16_at(zip, local + 26)? + u16_at(zip, local + 28)?;
        let data = zip.get(start..start + packed).context("a ZIP entry runs past the end")?;
        parts.push(match method {
            0 => data.to_vec(),
            8 => inflate(data)?,
            other => anyhow::bail!("packed by method {other}"),
        });
        entry += 46 + u16_at(zip, entry + 28)? + u16_at(zip, entry + 30)? + u16_at(zip, entry + 32)?;
    }
    Ok(parts)
}

fn u16_at(bytes: &[u8], at: usize) -> anyhow::Result<usize> {
    let two = bytes.get(at..at + 2).context("cut short")?;
    Ok(usize::from(two[0]) | usize::from(two[1]) << 8)
}

fn u32_at(bytes: &[u8], at: usize) -> anyhow::Result<usize> {
    Ok(u16_at(bytes, at)? | u16_at(bytes, at + 2)? << 16)
}
