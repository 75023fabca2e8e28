//! A private PostgreSQL cluster for one run of the tests: made on first use, gone when the process ends, however it ends.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Cuts all connections to a database.
pub(crate) fn cut(url: &str) {
    let bin = binaries().unwrap();
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let mut psql = Command::new(bin.join("psql"));
    let done = psql.arg(url).args(["-q", "-c", cut]).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(done.success());
}

/// URL of a fresh database; `None`, with a word on standard error, where PostgreSQL is not installed.
pub(crate) fn database(test: &str) -> Option<String> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    static CLUSTER: OnceLock<Option<(PathBuf, PathBuf)>> = OnceLock::new();
    let Some((bin, socket)) = CLUSTER.get_or_init(start) else {
        assert!(std::env::var_os("QIAO_TEST_ALL").is_none(), "{test} needs PostgreSQL");
        eprintln!("skipped: {test} needs PostgreSQL");
        return None;
    };
    let name = format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    for _ in 0..300 {
        let mut create = Command::new(bin.join("createdb"));
        create.args(["-U", "postgres", "-h"]).arg(socket).arg(&name).stderr(Stdio::null());
        if create.status().unwrap().success() {
            return Some(format!("postgres://postgres@localhost/{name}?host={}", socket.display()));
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("PostgreSQL did not start");
}

/// Folders of the programs and of the socket of the cluster.
fn start() -> Option<(PathBuf, PathBuf)> {
    let bin = binaries()?;
    let directory = tempfile::Builder::new().prefix("qiao-pg").tempdir_in("/tmp").unwrap().keep();
    let user = Some("postgres").filter(|_| is_root());
    if let Some(user) = user {
        let done = Command::new("chown").arg(user).arg(&directory).status().unwrap();
        assert!(done.success(), "no user {user} to run PostgreSQL");
    }
    let as_user = |program: &Path| match user {
        Some(user) => {
            let mut command = Command::new("setpriv");
            command.args(["--reuid", user, "--regid", user, "--clear-groups"]).arg(program);
            command
        }
        None => Command::new(program),
    };
    let made = as_user(&bin.join("initdb"))
        .args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "-D"])
        .arg(directory.join("data"))
        .current_dir(&directory)
        .output()
        .unwrap();
    assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
    // The shell waits for the end of its standard input, which comes when this process ends, and then clears up.
    let script = "\"$0\" -D \"$1/data\" -k \"$1\" -c listen_addresses= -c fsync=off -c max_connections=300 >\"$1/log\" 2>&1 & \
                  pid=$!; read _; kill -INT $pid; wait $pid; rm -rf \"$1\"";
    let mut shell = as_user(Path::new("/bin/sh"));
    shell.args(["-c", script]).arg(bin.join("postgres")).arg(&directory).current_dir(&directory);
    let child =
        shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn().unwrap();
    std::mem::forget(child);
    Some((bin, directory))
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout == b"0\n")
}

fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    found.sort();
    found.reverse();
    let path = std::env::var_os("PATH").unwrap_or_default();
    found.extend(std::env::split_paths(&path));
    found.into_iter().find(|bin| ["initdb", "postgres", "createdb", "psql"].iter().all(|name| bin.join(name).exists()))
}
