//! The programs that measure: the examples of `assign`, and drivers of other solvers where those are installed.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, bail};

use super::child::{Ended, Line, run};
use super::options::{Options, Peers};

/// Where everything is.
pub(super) struct Tools {
    /// The repository.
    pub(super) root: PathBuf,
    /// Folder of the built examples.
    examples: PathBuf,
    /// Folder of instances and drivers.
    pub(super) folder: PathBuf,
    /// The other solvers.
    pub(super) peers: Vec<Peer>,
}

/// Another solver.
pub(super) struct Peer {
    /// Name for people.
    pub(super) name: &'static str,
    /// Its version.
    pub(super) version: String,
    program: PathBuf,
    arguments: Vec<String>,
}

impl Tools {
    /// Builds the examples and looks for the other solvers.
    ///
    /// # Errors
    /// When something does not build, or a solver that was required is missing.
    pub(super) fn new(root: &Path, options: &Options) -> anyhow::Result<Self> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = Command::new(&cargo)
            .args(["build", "--release", "--locked", "-p", "assign", "--examples"])
            .current_dir(root)
            .status()?;
        anyhow::ensure!(built.success(), "the examples of assign do not build");
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        let target = root.join(target);
        let folder = target.join("bench");
        std::fs::create_dir_all(&folder)?;
        let mut tools =
            Self { root: root.to_owned(), examples: target.join("release/examples"), folder, peers: vec![] };
        if options.peers != Peers::None {
            for found in [tools.or_tools(&options.python), tools.lemon()] {
                match found {
                    Ok(peers) => tools.peers.extend(peers),
                    Err(why) if options.peers == Peers::Required => return Err(why),
                    Err(why) => eprintln!("left out: {why:#}"),
                }
            }
        }
        Ok(tools)
    }

    /// A built example.
    pub(super) fn example(&self, name: &str) -> Command {
        Command::new(self.examples.join(name))
    }

    fn or_tools(&self, python: &Path) -> anyhow::Result<Vec<Peer>> {
        let driver = self.root.join("xtask/bench/peers.py").display().to_string();
        let version = version(Command::new(python).arg(&driver)).context("OR-Tools (pip install ortools)")?;
        Ok(vec![Peer { name: "OR-Tools", version, program: python.to_owned(), arguments: vec![driver] }])
    }

    fn lemon(&self) -> anyhow::Result<Vec<Peer>> {
        let program = self.folder.join("lemon");
        let compiler = std::env::var_os("CXX").unwrap_or_else(|| "c++".into());
        let built = Command::new(compiler)
            .args(["-O3", "-march=native", "-w", "-o"])
            .arg(&program)
            .arg(self.root.join("xtask/bench/lemon.cpp"))
            .output();
        match built {
            Ok(built) if built.status.success() => {}
            _ => bail!("LEMON (a C++ compiler and Debian's liblemon-dev)"),
        }
        let version = version(&mut Command::new(&program))?;
        let peer = |name, algorithm: &str| Peer {
            name,
            version: version.clone(),
            program: program.clone(),
            arguments: vec![algorithm.to_owned()],
        };
        Ok(vec![peer("LEMON network simplex", "ns"), peer("LEMON cost scaling", "cs")])
    }
}

impl Peer {
    /// Its driver.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments);
        command
    }
}

fn version(command: &mut Command) -> anyhow::Result<String> {
    match run(command, Duration::from_secs(60))? {
        Ended::Well(text) => Ok(Line::read(&text).text("version").to_owned()),
        Ended::TimedOut => bail!("it does not even tell its version"),
    }
}
