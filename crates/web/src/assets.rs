//! Stylesheet and pictures, embedded in the binary. Their addresses carry a hash of the content, so that a browser may keep them for
//! ever and still gets the new one at once.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::sync::LazyLock;

use crate::error::Failure;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

struct Asset {
    stem: String,
    extension: String,
    hash: String,
    content: Cow<'static, [u8]>,
}

static ALL: LazyLock<Vec<Asset>> = LazyLock::new(|| Files::iter().filter_map(|name| load(&name)).collect());

fn load(name: &str) -> Option<Asset> {
    let file = Files::get(name)?;
    let (stem, extension) = name.rsplit_once('.')?;
    let hash = file.metadata.sha256_hash()[..6].iter().map(|byte| format!("{byte:02x}")).collect();
    Some(Asset { stem: stem.to_owned(), extension: extension.to_owned(), hash, content: file.data })
}

impl Asset {
    fn name(&self) -> String {
        format!("{}-{}.{}", self.stem, self.hash, self.extension)
    }

    fn media_type(&self) -> &'static str {
        match self.extension.as_str() {
            "css" => "text/css; charset=utf-8",
            "svg" => "image/svg+xml",
            "js" => "text/javascript; charset=utf-8",
            _ => "application/octet-stream",
        }
    }
}

/// Address of an embedded file such as `qiao.css`; empty for a name that is not there.
pub(crate) fn url(name: &str) -> String {
    let found =
        ALL.iter().find(|asset| name.strip_prefix(&asset.stem).is_some_and(|rest| rest[1..] == asset.extension));
    found.map(|asset| format!("/static/{}", asset.name())).unwrap_or_default()
}

/// `GET /static/{name}`.
pub(crate) async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, Failure> {
    let asset = ALL.iter().find(|asset| asset.name() == name).ok_or(Failure::NotFound)?;
    let tag = format!("\"{}\"", asset.hash);
    let kept = [(header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned()), (header::ETAG, tag.clone())];
    if headers.get(header::IF_NONE_MATCH).is_some_and(|seen| seen.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    Ok((kept, [(header::CONTENT_TYPE, asset.media_type())], asset.content.clone()).into_response())
}
