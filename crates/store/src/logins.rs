//! Log-ins, sessions and settings: what is no fact of the ledger and has no history. Log-in names and tokens are looked up before any county
//! is known, so their tables are keyed by themselves.

use crate::Store;
use crate::error::StoreError;
use crate::read::Reader;
use crate::records::Stored;
use crate::tx::Tx;
use crate::value::Sql;
use chrono::{DateTime, Utc};
use domain::access::Account;
use domain::ids::AccountId;
use domain::places::Area;

/// A session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// County of the account.
    pub county: u32,
    /// Whose it is.
    pub account: AccountId,
    /// When somebody logged in.
    pub created: DateTime<Utc>,
    /// When it was last used, to the minute or so.
    pub seen: DateTime<Utc>,
}

impl Tx {
    /// Sets the log-in name and the password hash (PHC form) of an account, which must be there.
    ///
    /// # Errors
    /// Q-3008 the name is taken.
    pub async fn set_login(&mut self, account: AccountId, login: &str, password_hash: &str) -> Result<(), StoreError> {
        let sql = Sql::new("DELETE FROM login WHERE county = $1 AND account_id = $2").with(self.county);
        self.source.run(sql.with(account.0)).await?;
        let sql = "INSERT INTO login (login, county, account_id, password_hash) VALUES ($1, $2, $3, $4)";
        let sql = Sql::new(sql).with(login).with(self.county).with(account.0).with(password_hash);
        match self.source.run(sql).await {
            Err(StoreError::Exists(_)) => Err(StoreError::Exists("login")),
            other => other.map(drop),
        }
    }

    /// Keeps a setting of the county.
    pub async fn set_setting(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO setting (county, name, value) VALUES ($1, $2, $3) ON CONFLICT (county, name) DO UPDATE SET value = excluded.value";
        self.source.run(Sql::new(sql).with(self.county).with(name).with(value)).await.map(drop)
    }

    /// Ends all sessions of an account.
    pub async fn end_sessions(&mut self, account: AccountId) -> Result<u64, StoreError> {
        let sql = Sql::new("DELETE FROM session WHERE county = $1 AND account_id = $2").with(self.county);
        self.source.run(sql.with(account.0)).await
    }
}

impl Reader {
    /// A setting of a county; county 0: of the whole installation.
    pub async fn setting(&self, county: u32, name: &str) -> Result<Option<String>, StoreError> {
        let sql = Sql::new("SELECT value FROM setting WHERE county = $1 AND name = $2").with(county).with(name);
        self.source.first(sql).await?.map(|row| row.get(0)).transpose()
    }

    /// The account with a log-in name and its password hash.
    pub async fn login(&self, login: &str) -> Result<Option<(Stored<Account>, String)>, StoreError> {
        let sql = Sql::new("SELECT county, account_id, password_hash FROM login WHERE login = $1").with(login);
        let Some(row) = self.source.first(sql).await? else { return Ok(None) };
        let account = self.account_of(row.count(0)?, AccountId(row.get(1)?)).await?;
        account.map(|account| row.get(2).map(|hash| (account, hash))).transpose()
    }

    /// An account that wrote to a county: its own, or of the city or province above it.
    pub async fn account_of(&self, county: u32, id: AccountId) -> Result<Option<Stored<Account>>, StoreError> {
        let province = Area::of_six(county / 10_000 * 10_000);
        self.account(province, id).await
    }

    /// The session with this SHA-256 of its token.
    pub async fn session(&self, token_hash: &[u8; 32]) -> Result<Option<Session>, StoreError> {
        let sql = "SELECT county, account_id, created_at, seen_at FROM session WHERE token_hash = $1";
        let row = self.source.first(Sql::new(sql).with(*token_hash)).await?;
        let read = |row: crate::value::Row| {
            Ok(Session {
                county: row.count(0)?,
                account: AccountId(row.get(1)?),
                created: row.time(2)?,
                seen: row.time(3)?,
            })
        };
        row.map(read).transpose()
    }
}

impl Store {
    /// Keeps a new session; only the SHA-256 of its token is stored.
    pub async fn open_session(
        &self,
        token_hash: [u8; 32],
        county: u32,
        account: AccountId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO session (token_hash, county, account_id, created_at, seen_at) VALUES ($1, $2, $3, $4, $4)";
        self.alone(Sql::new(sql).with(token_hash).with(county).with(account.0).with(at)).await.map(drop)
    }

    /// Notes that a session was used. Callers do so at most once a minute, as each is a write.
    pub async fn touch_session(&self, token_hash: [u8; 32], at: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = Sql::new("UPDATE session SET seen_at = $1 WHERE token_hash = $2");
        self.alone(sql.with(at).with(token_hash)).await.map(drop)
    }

    /// Ends a session.
    pub async fn close_session(&self, token_hash: [u8; 32]) -> Result<(), StoreError> {
        self.alone(Sql::new("DELETE FROM session WHERE token_hash = $1").with(token_hash)).await.map(drop)
    }

    /// Ends all sessions last used before a time; returns how many.
    pub async fn sweep_sessions(&self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        self.alone(Sql::new("DELETE FROM session WHERE seen_at < $1").with(before)).await
    }

    /// Keeps a setting of the whole installation.
    pub async fn set_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO setting (county, name, value) VALUES (0, $1, $2) ON CONFLICT (county, name) DO UPDATE SET value = excluded.value";
        self.alone(Sql::new(sql).with(name).with(value)).await.map(drop)
    }
}
