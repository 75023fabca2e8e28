//! Accounts at the door of the house: log-in, sessions, one-time links.
//!
//! A session is a 256-bit random secret in a cookie; the store keeps its SHA-256 alone. Role and area are read anew with every request, so
//! a shut account is out at once.

use crate::error::OfficeError;
use crate::queries::accounts::AccountRow;
use crate::{Office, ids};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use chrono::{DateTime, Duration, Utc};
use domain::access::{Account, Actor, Role, Scope};
use domain::door::{Command, Envelope};
use domain::error::Refusal;
use domain::ids::{AccountId, CommandId};
use domain::places::{Level, Region, gazetteer};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::OnceLock;

/// A session ends when it was not used for so long.
const IDLE: Duration = Duration::hours(4);
/// A session ends so long after the log-in, used or not.
const LONGEST: Duration = Duration::days(7);
/// The last use is noted at most so often, as each note is a write.
const NOTE_EVERY: Duration = Duration::minutes(5);
/// A one-time link holds for so long.
const LINK_HOLDS: Duration = Duration::hours(24);
/// Least characters of a password.
pub const PASSWORD_MIN: usize = 8;
/// Setting of the installation that keeps the one-time link.
const LINK: &str = "login-link";

/// Somebody who is logged in.
#[derive(Debug, Clone)]
pub struct Session {
    /// What they may reach.
    pub scope: Scope,
    /// Name shown.
    pub name: String,
    /// Proof for forms, derived from the secret: a page of the session knows it, another site does not.
    pub token: String,
}

/// A fresh 256-bit secret, in hex.
fn secret() -> String {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    hex(&bytes)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// The argon2id hash of a password in PHC form.
///
/// # Errors
/// Q-1010 when the password is too short.
pub fn hash_password(password: &str) -> Result<String, OfficeError> {
    if password.chars().count() < PASSWORD_MIN {
        return Err(Refusal::new(1010).with("least", PASSWORD_MIN).into());
    }
    let hashed = Argon2::default().hash_password(password.as_bytes());
    Ok(hashed.map_err(|error| Refusal::new(1011).with("found", error.to_string()))?.to_string())
}

/// Whether a password fits a hash. Takes as long when there is no hash, so that nobody learns which accounts exist.
fn fits(password: &str, hashed: Option<&str>) -> bool {
    static NOBODY: OnceLock<String> = OnceLock::new();
    let nobody = || NOBODY.get_or_init(|| hash_password("no such account").unwrap_or_default()).as_str();
    let parsed = PasswordHash::new(hashed.unwrap_or_else(nobody));
    let right = parsed.is_ok_and(|known| Argon2::default().verify_password(password.as_bytes(), &known).is_ok());
    right && hashed.is_some()
}

impl Office {
    /// Logs somebody in: the secret of a new session, `None` when name or password is wrong or the account is shut.
    pub async fn log_in(&self, login: &str, password: &str) -> Result<Option<String>, OfficeError> {
        let found = self.store().read().login(&login.to_lowercase()).await?;
        let hashed = found.as_ref().map(|(_, hashed)| hashed.clone());
        let password = password.to_owned();
        let right = tokio::task::spawn_blocking(move || fits(&password, hashed.as_deref())).await.unwrap_or(false);
        match found {
            Some((account, _)) if right && !account.record.closed => Ok(Some(self.begin(&account.record).await?)),
            _ => Ok(None),
        }
    }

    async fn begin(&self, account: &Account) -> Result<String, OfficeError> {
        let secret = secret();
        let now = self.clock.now();
        self.store().open_session(hash(&secret), account.area.county(), account.id, now).await?;
        self.store().sweep_sessions(now - IDLE).await?;
        Ok(secret)
    }

    /// Who holds a session, if it has not run out and the account is open.
    pub async fn session(&self, secret: &str) -> Result<Option<Session>, OfficeError> {
        let token_hash = hash(secret);
        let reader = self.store().read();
        let Some(session) = reader.session(&token_hash).await? else { return Ok(None) };
        let now = self.clock.now();
        if now - session.seen > IDLE || now - session.created > LONGEST {
            self.store().close_session(token_hash).await?;
            return Ok(None);
        }
        let account = reader.account_of(session.county, session.account).await?;
        let Some(account) = account.map(|stored| stored.record).filter(|account| !account.closed) else {
            return Ok(None);
        };
        if now - session.seen > NOTE_EVERY {
            self.store().touch_session(token_hash, now).await?;
        }
        let scope = Scope::new(Actor::Account(account.id), account.role, account.area);
        Ok(Some(Session { scope, name: account.name, token: hex(&hash(&format!("form {secret}"))) }))
    }

    /// Ends a session.
    pub async fn log_out(&self, secret: &str) -> Result<(), OfficeError> {
        Ok(self.store().close_session(hash(secret)).await?)
    }

    /// Makes a one-time log-in link for an account and answers with its token. Only the newest link holds.
    ///
    /// # Errors
    /// Q-1012 when there is no such open account.
    pub async fn log_in_link(&self, login: &str) -> Result<String, OfficeError> {
        let found = self.store().read().login(&login.to_lowercase()).await?;
        let account = found.map(|(account, _)| account.record).filter(|account| !account.closed);
        let account = account.ok_or_else(|| Refusal::new(1012).with("login", login))?;
        let token = secret();
        let until = self.clock.now() + LINK_HOLDS;
        let kept = format!("{} {} {} {}", hex(&hash(&token)), account.area.county(), account.id, until.to_rfc3339());
        self.store().set_setting(LINK, &kept).await?;
        Ok(token)
    }

    /// Logs in by a one-time link, which is spent thereby.
    pub async fn log_in_once(&self, token: &str) -> Result<Option<String>, OfficeError> {
        // One link at a time: between reading and spending nobody else may read.
        static ALONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
        let _alone = ALONE.lock().await;
        let Some(kept) = self.store().read().setting(0, LINK).await? else { return Ok(None) };
        let Some((county, id, until)) = link(&kept, &hex(&hash(token))) else { return Ok(None) };
        self.store().set_setting(LINK, "").await?;
        let account = self.store().read().account_of(county, id).await?.map(|stored| stored.record);
        match account.filter(|account| !account.closed && self.clock.now() < until) {
            Some(account) => Ok(Some(self.begin(&account).await?)),
            None => Ok(None),
        }
    }

    /// Opens an account with a password.
    ///
    /// # Errors
    /// Q-1010 for a short password; the refusals of the command.
    pub async fn open_account(
        &self,
        scope: &Scope,
        id: CommandId,
        account: NewAccount,
        password: &str,
    ) -> Result<AccountId, OfficeError> {
        let password = password.to_owned();
        let hashed = tokio::task::spawn_blocking(move || hash_password(&password)).await;
        let password_hash = hashed.map_err(|error| Refusal::new(1011).with("found", error.to_string()))??;
        let NewAccount { login, name, role, area } = account;
        let account = AccountId(ids::fresh());
        let command = Command::OpenAccount { id: account, login, name, role, area, password_hash };
        self.submit(scope, Envelope { id, command }).await?;
        Ok(account)
    }

    /// The accounts of the scope's area, by log-in name; for keepers alone.
    pub async fn accounts(&self, scope: &Scope) -> Result<Vec<AccountRow>, OfficeError> {
        if scope.role() != Role::Keeper {
            return Ok(Vec::new());
        }
        let accounts = self.store().read().account_list(scope.area()).await?;
        let row =
            |Account { id, login, name, role, area, closed, .. }| AccountRow { id, login, name, role, area, closed };
        Ok(accounts.into_iter().map(|stored| row(stored.record)).collect())
    }

    /// The areas an account opened by this scope may have: its own, and the places one level below.
    pub fn areas(&self, scope: &Scope) -> Vec<Region> {
        let edition = domain::places::Edition::at(self.today());
        let parts = gazetteer().children(scope.region(), edition).map(|place| place.region);
        let below = (scope.region().level() < Level::Village).then_some(parts);
        std::iter::once(scope.region()).chain(below.into_iter().flatten()).collect()
    }
}

/// An account to be opened.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// Log-in name, lower case.
    pub login: String,
    /// Name shown.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Area.
    pub area: Region,
}

/// County, account and end of a kept link, if it is the one with this hash.
fn link(kept: &str, hashed: &str) -> Option<(u32, AccountId, DateTime<Utc>)> {
    let mut parts = kept.split(' ');
    if parts.next() != Some(hashed) {
        return None;
    }
    let (county, id, until) = (parts.next()?, parts.next()?, parts.next()?);
    Some((county.parse().ok()?, id.parse().ok()?, until.parse().ok()?))
}

/// A password that nobody knows, for accounts entered by a one-time link.
pub fn random_password() -> String {
    secret()
}
