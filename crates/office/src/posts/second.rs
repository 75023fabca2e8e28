//! The second reader: a model behind an endpoint that speaks the way of OpenAI's chat completions, such as those of llama.cpp, vLLM or
//! Ollama on a machine of the office. Off unless somebody names its address; never needed. Its answers only fill what the rules left
//! empty, after the same rules have read the words it points to, and are marked until a person has looked.

use domain::error::Refusal;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// How long one text may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// Largest answer, bytes.
const LARGEST: u64 = 1 << 20;
const TASK: &str = include_str!("../../data/second_reader.txt");

/// Where the second reader is.
#[derive(Clone)]
pub struct SecondReader {
    authority: String,
    path: String,
    model: String,
    key: Option<String>,
}

impl SecondReader {
    /// A reader at `http://host:port/path`, to which `/chat/completions` is added, with the name of its model and a key where it asks for
    /// one. Plain HTTP: it belongs on the same machine or in the same building.
    ///
    /// # Errors
    /// Q-2024 for another address.
    pub fn new(url: &str, model: &str, key: Option<String>) -> Result<Self, Refusal> {
        let wrong = || Refusal::new(2024).with("found", url);
        let rest = url.strip_prefix("http://").ok_or_else(wrong)?;
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic());
        let key_fits = key.as_deref().is_none_or(plain);
        if authority.is_empty() || authority.contains('@') || !plain(rest) || !key_fits {
            return Err(wrong());
        }
        let authority = if authority.contains(':') { authority.to_owned() } else { format!("{authority}:80") };
        let path = format!("/{}/chat/completions", path.trim_matches('/')).replace("//", "/");
        Ok(Self { authority, path, model: model.to_owned(), key })
    }

    /// What it says about a text; `None` when it does not answer, or answers something else than asked.
    pub(super) async fn ask(&self, text: &str) -> Option<Value> {
        let answer = tokio::time::timeout(PATIENCE, self.post(text)).await;
        let body = answer.ok().and_then(Result::ok)?;
        let answer: Value = serde_json::from_str(body.split_once("\r\n\r\n")?.1).ok()?;
        let said = answer["choices"][0]["message"]["content"].as_str()?;
        // Some models wrap what they say in a fence.
        let (from, to) = (said.find('{')?, said.rfind('}')?);
        serde_json::from_str(said.get(from..=to)?).ok()
    }

    /// Sends the question and takes the whole answer. HTTP/1.0: one answer, its end is the end of the connection.
    async fn post(&self, text: &str) -> std::io::Result<String> {
        let messages = json!([{ "role": "system", "content": TASK }, { "role": "user", "content": text }]);
        let body = json!({ "model": self.model, "temperature": 0, "messages": messages }).to_string();
        let key = self.key.as_ref().map(|key| format!("Authorization: Bearer {key}\r\n")).unwrap_or_default();
        let head = format!(
            "POST {} HTTP/1.0\r\nHost: {}\r\nContent-Type: application/json\r\n{key}Content-Length: {}\r\n\r\n",
            self.path,
            self.authority,
            body.len()
        );
        let mut stream = TcpStream::connect(&self.authority).await?;
        stream.write_all(head.as_bytes()).await?;
        stream.write_all(body.as_bytes()).await?;
        let mut answer = Vec::new();
        stream.take(LARGEST).read_to_end(&mut answer).await?;
        String::from_utf8(answer).map_err(|error| std::io::Error::new(std::io::ErrorKind::InvalidData, error))
    }
}
