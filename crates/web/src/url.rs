//! Addresses of pages with their state in the query: the list one sees is the list one can link to.

/// Builds a query string from pairs; empty values are left out.
#[derive(Debug, Default, Clone)]
pub(crate) struct Query(String);

/// An empty query.
pub(crate) fn query() -> Query {
    Query::default()
}

impl Query {
    /// Adds a pair unless the value is empty.
    pub(crate) fn append(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            let sign = if self.0.is_empty() { "" } else { "&" };
            self.0.push_str(&format!("{sign}{name}={}", encode(value)));
        }
    }

    /// The text after the question mark.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// Percent-encodes a value for a query (RFC 3986: all but unreserved characters).
pub(crate) fn encode(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// A path on this site; anything else (another site, another scheme) becomes the first page.
pub(crate) fn local(path: &str) -> &str {
    let inside = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n']);
    if inside { path } else { "/" }
}
