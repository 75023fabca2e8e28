//! Serving the pages.

use super::open;
use crate::cli::{Common, Serve};
use crate::say::{Failure, Say};
use domain::error::Refusal;
use office::Office;
use std::process::ExitCode;
use tokio::net::TcpListener;

pub(super) async fn run(common: &Common, args: &Serve, say: &Say) -> Result<ExitCode, Failure> {
    let office = open(common).await?;
    if let Some(home) = common.home {
        office.settle(home).await?;
    }
    office.home().await?;
    pages(office, &args.listen, say, None).await
}

/// Serves until the process is told to stop. `once`: a path to print after the address, for a first log-in.
pub(super) async fn pages(office: Office, listen: &str, say: &Say, once: Option<String>) -> Result<ExitCode, Failure> {
    let listener = TcpListener::bind(listen).await;
    let listener =
        listener.map_err(|error| Refusal::new(4004).with("address", listen).with("found", error.to_string()))?;
    let address = listener.local_addr()?;
    say.line("cli-serving", &[("address", format!("http://{address}{}", once.unwrap_or_default()).into())]);
    office.turn_of_day().await?;
    tokio::spawn(turn_days(office.clone()));
    let state = web::AppState::new(office, web::Setting::default());
    web::serve(state, listener, stop()).await?;
    Ok(ExitCode::SUCCESS)
}

/// Looks every quarter of an hour whether a new day has begun.
async fn turn_days(office: Office) {
    loop {
        tokio::time::sleep(std::time::Duration::from_secs(15 * 60)).await;
        if let Err(error) = office.turn_of_day().await {
            tracing::error!(%error, "the turn of the day failed; it is tried again");
        }
    }
}

/// Ends when the process is asked to stop.
async fn stop() {
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
}
