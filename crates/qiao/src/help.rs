//! Help in both languages: every command and argument takes its text from the message files by its name.

use clap::Command;
use words::Words;

/// Puts the words of one language on a command, its arguments and its subcommands. Keys: `cli-<path>` for commands,
/// `cli-<path>-<argument>` for arguments, `cli-common-<argument>` for those of every command.
pub(crate) fn localise(command: Command, words: &'static Words) -> Command {
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}", words.text("cli-usage"),);
    one(command, "cli", &template, words)
}

fn one(command: Command, path: &str, template: &str, words: &'static Words) -> Command {
    let mut command = command
        .about(words.text(path).into_owned())
        .help_template(template.to_owned())
        .subcommand_help_heading(words.text("cli-commands").into_owned())
        .disable_help_flag(true)
        .disable_version_flag(true);
    command = command.mut_args(|arg| {
        let id = arg.get_id().as_str().to_owned();
        let global = arg.is_global_set();
        let key = if global { format!("cli-common-{id}") } else { format!("{path}-{id}") };
        let heading = if arg.is_positional() { "cli-arguments" } else { "cli-options" };
        arg.help(words.text(&key).into_owned())
            .help_heading(words.text(heading).into_owned())
            .hide_default_value(false)
            .hide_env(true)
    });
    command = command.arg(
        clap::Arg::new("help")
            .short('h')
            .long("help")
            .action(clap::ArgAction::Help)
            .help(words.text("cli-common-help").into_owned())
            .help_heading(words.text("cli-options").into_owned()),
    );
    if path == "cli" {
        command = command.arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help(words.text("cli-version").into_owned())
                .help_heading(words.text("cli-options").into_owned()),
        );
    }
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        let path = format!("{path}-{name}");
        command = command.mut_subcommand(&name, |sub| one(sub, &path, template, words));
    }
    command
}
