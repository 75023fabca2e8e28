//! sqlx 0.9.0 leaves transactions open when BEGIN is cancelled; the pool must not hand such a connection on.

use super::Db;
use sqlx::{Connection, PgConnection, Row};
use std::time::Duration;

#[path = "../tests/all/support/cluster.rs"]
mod cluster;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_hundred_cancelled_begins_leave_no_open_transaction() {
    let Some(url) = cluster::database("three_hundred_cancelled_begins_leave_no_open_transaction").await else { return };
    let Db::Pg(pool) = Db::pg(&url).await.unwrap() else { panic!("not PostgreSQL") };
    let mut cancelled = 0;
    for n in 0..300u64 {
        let begun = tokio::time::timeout(Duration::from_micros(n % 60 * 5), pool.begin()).await;
        cancelled += usize::from(begun.is_err());
    }
    assert!(cancelled > 30, "only {cancelled} begins were cancelled");
    let mut db = PgConnection::connect(&url).await.unwrap();
    let sql = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
    let mut open = 1i64;
    for _ in 0..100 {
        open = sqlx::query(sql).fetch_one(&mut db).await.unwrap().get(0);
        if open == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(open, 0);
}
