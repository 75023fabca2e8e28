//! The schema: alike on both databases, fresh as migrated, ready to be distributed by county, classified column by column.

use crate::support::{Home, cluster};
use domain::access::Account;
use domain::bridge::{Decision, Run};
use domain::facts::Batch;
use domain::ledger::{Household, Person, Spell};
use domain::record::Fields;
use domain::vacancies::{Employer, Vacancy};
use sqlx::migrate::Migrator;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, PgConnection, Row, SqliteConnection};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use store::{Class, DATABASE_FILE, Store, Target, privacy};

/// Tables found before any county is known, each keyed by what is looked up.
const WITHOUT_COUNTY: [&str; 3] = ["login", "person_key", "session"];

/// A column: type, must be filled.
type Columns = BTreeMap<String, (String, bool)>;

#[derive(Debug, Default, PartialEq)]
struct Table {
    columns: Columns,
    primary: Vec<String>,
    indexes: BTreeMap<String, Vec<String>>,
    /// Column, table and column referred to.
    foreign: BTreeSet<(String, String, String)>,
}

type Catalogue = BTreeMap<String, Table>;

async fn lite_catalogue(file: &Path) -> Catalogue {
    let mut db = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(file)).await.unwrap();
    let names =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '_sqlx%'";
    let mut tables = Catalogue::new();
    for row in sqlx::query(names).fetch_all(&mut db).await.unwrap() {
        let name: String = row.get(0);
        let mut table = Table::default();
        let columns = "SELECT name, type, \"notnull\", pk FROM pragma_table_info($1) ORDER BY pk";
        for row in sqlx::query(columns).bind(&name).fetch_all(&mut db).await.unwrap() {
            let column: String = row.get(0);
            table.columns.insert(column.clone(), (row.get(1), row.get::<i64, _>(2) == 1));
            if row.get::<i64, _>(3) > 0 {
                table.primary.push(column);
            }
        }
        let indexes = "SELECT l.name, i.name FROM pragma_index_list($1) l, pragma_index_info(l.name) i WHERE l.origin = 'c' \
                       ORDER BY l.name, i.seqno";
        for row in sqlx::query(indexes).bind(&name).fetch_all(&mut db).await.unwrap() {
            table.indexes.entry(row.get(0)).or_default().push(row.get(1));
        }
        let foreign = "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list($1)";
        for row in sqlx::query(foreign).bind(&name).fetch_all(&mut db).await.unwrap() {
            table.foreign.insert((row.get(0), row.get(1), row.get(2)));
        }
        tables.insert(name, table);
    }
    tables
}

async fn pg_catalogue(url: &str) -> Catalogue {
    let mut db = PgConnection::connect(url).await.unwrap();
    let mut tables = Catalogue::new();
    let columns = "SELECT table_name::text, column_name::text, data_type::text, is_nullable::text, collation_name::text \
                   FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_sqlx%'";
    for row in sqlx::query(columns).fetch_all(&mut db).await.unwrap() {
        let (table, column): (String, String) = (row.get(0), row.get(1));
        let kind = match row.get::<String, _>(2).as_str() {
            "bigint" => "INTEGER",
            "uuid" | "bytea" => "BLOB",
            "text" => "TEXT",
            other => panic!("{table}.{column} is {other}"),
        };
        if kind == "TEXT" {
            assert_eq!(row.get::<Option<String>, _>(4).as_deref(), Some("C"), "{table}.{column} sorts by bytes");
        }
        let filled = row.get::<String, _>(3) == "NO";
        tables.entry(table).or_default().columns.insert(column, (kind.to_owned(), filled));
    }
    let indexes = "SELECT t.relname::text, i.relname::text, a.attname::text, x.indisprimary FROM pg_index x \
                   JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid \
                   JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public', \
                   unnest(x.indkey) WITH ORDINALITY k (attnum, place) JOIN pg_attribute a ON a.attnum = k.attnum \
                   WHERE a.attrelid = x.indrelid AND t.relname NOT LIKE '\\_sqlx%' ORDER BY i.relname, k.place";
    for row in sqlx::query(indexes).fetch_all(&mut db).await.unwrap() {
        let table = tables.entry(row.get(0)).or_default();
        if row.get(3) {
            table.primary.push(row.get(2));
        } else {
            table.indexes.entry(row.get(1)).or_default().push(row.get(2));
        }
    }
    let foreign = "SELECT c.conrelid::regclass::text, a.attname::text, c.confrelid::regclass::text, b.attname::text FROM pg_constraint c, \
                   unnest(c.conkey, c.confkey) k (mine, theirs) JOIN pg_attribute a ON a.attnum = k.mine \
                   JOIN pg_attribute b ON b.attnum = k.theirs WHERE c.contype = 'f' AND a.attrelid = c.conrelid AND b.attrelid = c.confrelid";
    for row in sqlx::query(foreign).fetch_all(&mut db).await.unwrap() {
        let table: String = row.get(0);
        tables.entry(table).or_default().foreign.insert((row.get(1), row.get(2), row.get(3)));
    }
    tables
}

async fn catalogue() -> Catalogue {
    let home = Home::lite().await;
    lite_catalogue(&home.data().join(DATABASE_FILE)).await
}

#[tokio::test]
async fn both_databases_have_the_same_tables() {
    let Some(url) = cluster::database("both_databases_have_the_same_tables").await else { return };
    let home = Home::pg(url.clone()).await;
    let (lite, pg) = (catalogue().await, pg_catalogue(&url).await);
    assert_eq!(lite.keys().collect::<Vec<_>>(), pg.keys().collect::<Vec<_>>());
    for (name, table) in &lite {
        assert_eq!(table, &pg[name], "{name}");
    }
    home.store.close().await;
}

#[tokio::test]
async fn every_key_begins_with_county() {
    for (name, table) in catalogue().await {
        if WITHOUT_COUNTY.contains(&name.as_str()) {
            assert_eq!(table.primary.len(), 1, "{name}");
        } else {
            assert_eq!(table.primary.first().map(String::as_str), Some("county"), "{name}");
        }
        assert!(table.columns["county"].1, "{name}: county is never empty");
        let parents: BTreeSet<&String> = table.foreign.iter().map(|(_, parent, _)| parent).collect();
        for parent in parents {
            let county = ("county".to_owned(), parent.clone(), "county".to_owned());
            assert!(table.foreign.contains(&county), "{name} refers to {parent} inside a county");
        }
    }
}

/// Citus: no UNIQUE without the distribution column, nothing that changes by itself in an UPDATE. So there is no UNIQUE but the keys.
#[test]
fn migrations_use_only_what_both_databases_and_citus_know() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let read = |database: &str| -> BTreeMap<String, String> {
        let files = std::fs::read_dir(folder.join(database)).unwrap().map(|entry| entry.unwrap().path());
        files
            .map(|f| (f.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(f).unwrap()))
            .collect()
    };
    let (lite, pg) = (read("sqlite"), read("postgres"));
    assert_eq!(lite.keys().collect::<Vec<_>>(), pg.keys().collect::<Vec<_>>());
    for (name, text) in lite.iter().chain(&pg) {
        for word in [" UNIQUE", "SERIAL", "AUTOINCREMENT", "now()", "CURRENT_", "TRIGGER", "JSONB", "DEFERRABLE"] {
            assert!(!text.contains(word), "{name} has {word}");
        }
    }
    for (name, text) in &lite {
        let strict = text.matches(") STRICT").count();
        assert_eq!(text.matches("CREATE TABLE").count(), strict, "{name}: every table is STRICT");
    }
}

/// Without figures SQLite takes `county`, the first column of nearly every index, for one that tells rows apart, and walks through tables.
#[tokio::test]
async fn the_planner_of_sqlite_is_told_about_every_index() {
    let home = Home::lite().await;
    let file = home.data().join(DATABASE_FILE);
    let mut db = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(file)).await.unwrap();
    let sql = "SELECT t.name || '.' || l.name FROM sqlite_schema t, pragma_index_list(t.name) l WHERE t.type = 'table' \
               AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '_sqlx%' AND NOT EXISTS (SELECT 1 FROM sqlite_stat1 s \
               WHERE s.tbl = t.name AND s.idx IN (l.name, CASE l.origin WHEN 'pk' THEN t.name END))";
    let missing: Vec<String> =
        sqlx::query(sql).fetch_all(&mut db).await.unwrap().iter().map(|row| row.get(0)).collect();
    assert_eq!(missing, Vec::<String>::new(), "add them to a migration, see 0005_plans.sql");
}

#[tokio::test]
async fn a_migrated_database_is_like_a_fresh_one() {
    let fresh = catalogue().await;
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join(DATABASE_FILE);
    let all = Migrator::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite")).await.unwrap();
    for count in 1..all.migrations.len() {
        let options = SqliteConnectOptions::new().filename(&file).create_if_missing(true);
        let mut db = SqliteConnection::connect_with(&options).await.unwrap();
        Migrator::with_migrations(all.migrations[..count].to_vec()).run(&mut db).await.unwrap();
        let sql = "INSERT INTO setting (county, name, value) VALUES (140222, $1, 'kept')";
        sqlx::query(sql).bind(count.to_string()).execute(&mut db).await.unwrap();
        db.close().await.unwrap();
    }
    let store = Store::open(Target::Directory(directory.path().to_owned())).await.unwrap();
    assert_eq!(lite_catalogue(&file).await, fresh);
    assert_eq!(store.read().setting(140_222, "1").await.unwrap().as_deref(), Some("kept"));
}

#[tokio::test]
async fn every_column_and_field_is_classified() {
    let classified = privacy();
    let there: BTreeSet<(String, String)> = catalogue()
        .await
        .into_iter()
        .flat_map(|(table, found)| found.columns.into_keys().map(move |column| (table.clone(), column)))
        .collect();
    let named: BTreeSet<(String, String)> = classified
        .table
        .iter()
        .flat_map(|(table, found)| found.column.keys().map(move |column| (table.clone(), column.clone())))
        .collect();
    assert_eq!(there.difference(&named).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "not classified");
    assert_eq!(named.difference(&there).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "not in the database");
    fn fields<R: Fields>(kind: &'static str) -> (&'static str, BTreeSet<&'static str>) {
        (kind, R::FIELDS.iter().copied().collect())
    }
    let records = [
        fields::<Account>("account"),
        fields::<Batch>("batch"),
        fields::<Decision>("decision"),
        fields::<Employer>("employer"),
        fields::<Household>("household"),
        fields::<Person>("person"),
        fields::<Run>("run"),
        fields::<Spell>("spell"),
        fields::<Vacancy>("vacancy"),
    ];
    assert_eq!(records.len(), classified.fields.len());
    for (kind, fields) in records {
        let named: BTreeSet<&str> = classified.fields[kind].keys().map(String::as_str).collect();
        assert_eq!(named, fields, "{kind}");
    }
}

#[tokio::test]
async fn nothing_sensitive_stands_in_a_plain_column() {
    for (name, table) in &privacy().table {
        for (column, class) in &table.column {
            assert!(!matches!(class, Class::Sensitive(_)), "{name}.{column}");
        }
    }
}
