//! Floor 3: the pages. Each handler reads a form or a query, asks the office, and fills a template; rules and data live below.
//!
//! - [`routes`] is the table of every route with who may come in;
//! - `pages` has one file a page, `templates/` its markup;
//! - `layers` is what happens around each answer; `error` is how a handler says no.
//!
//! Absent on purpose: SQL, rules, text (that is in the message files), inline script and style, requests to other sites.

mod assets;
mod error;
mod form;
mod frame;
mod layers;
mod pager;
mod pages;
mod parts;
mod routes;
mod session;
mod throttle;
mod url;

use axum::extract::ConnectInfo;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::{Router, serve as serve_http};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutLayer};

pub use routes::{Access, Route, routes};

/// What the pages need.
#[derive(Clone)]
pub struct AppState {
    /// The use cases.
    pub office: office::Office,
    /// How it is reached.
    pub setting: Arc<Setting>,
    throttle: Arc<throttle::Throttle>,
    previews: Arc<pages::imports::Previews>,
}

/// How the pages are reached.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    /// Reached over HTTPS: cookies are sent over HTTPS alone.
    pub https: bool,
    /// Proxies whose `X-Forwarded-For` is believed; without one the peer's own address counts.
    pub trusted_proxies: Vec<std::net::IpAddr>,
}

impl AppState {
    /// State for an office.
    pub fn new(office: office::Office, setting: Setting) -> Self {
        Self { office, setting: Arc::new(setting), throttle: Arc::default(), previews: Arc::default() }
    }
}

/// The whole service: every route with every layer.
pub fn app(state: AppState) -> Router {
    let slow = StatusCode::SERVICE_UNAVAILABLE;
    let router = routes::router(&state).fallback(|| async { error::Failure::NotFound });
    // The innermost layer first: what is added later sees a request earlier.
    let router = router
        .layer(CsrfLayer::new())
        .layer(RequestBodyTimeoutLayer::new(layers::PATIENCE))
        .layer(TimeoutLayer::with_status_code(slow, layers::PATIENCE))
        .layer(CatchPanicLayer::custom(layers::panicked))
        .layer(from_fn_with_state(state.clone(), layers::error_pages))
        .layer(from_fn(layers::language))
        .layer(CompressionLayer::new())
        .layer(from_fn(layers::headers))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid));
    router.with_state(state)
}

/// Serves until the future `until` is done, then lets running requests finish.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    state: AppState,
    listener: TcpListener,
    until: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let service = app(state).into_make_service_with_connect_info::<SocketAddr>();
    serve_http(listener, service).with_graceful_shutdown(until).await
}

/// Address a request comes from, as far as it can be believed.
pub(crate) fn client(setting: &Setting, peer: Option<&ConnectInfo<SocketAddr>>, forwarded: Option<&str>) -> String {
    let peer = peer.map(|ConnectInfo(address)| address.ip());
    let believed = peer.is_some_and(|peer| setting.trusted_proxies.contains(&peer));
    let last = forwarded.filter(|_| believed).and_then(|list| list.rsplit(',').next()).map(str::trim);
    last.map(str::to_owned).or(peer.map(|peer| peer.to_string())).unwrap_or_default()
}
