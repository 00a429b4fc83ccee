//! The command line: a command, flags, and flags with a value.

use anyhow::{Result, bail};

/// What is left of the command line. Each reader takes out what it knows; `finish` refuses the rest.
pub(crate) struct Args(Vec<String>);

impl Args {
    pub(crate) fn new(args: impl Iterator<Item = String>) -> Self {
        // `--port=8080` is read as `--port 8080`; a path such as `?view=money` keeps its equals sign.
        let split = |arg: String| match arg.split_once('=') {
            Some((flag, value)) if flag.starts_with("--") => vec![flag.to_owned(), value.to_owned()],
            _ => vec![arg],
        };
        Self(args.flat_map(split).collect())
    }

    pub(crate) fn command(&mut self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }

    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|arg| arg != name);
        self.0.len() < before
    }

    pub(crate) fn value(&mut self, name: &str) -> Result<Option<String>> {
        Ok(self.values(name)?.pop())
    }

    pub(crate) fn values(&mut self, name: &str) -> Result<Vec<String>> {
        let mut values = Vec::new();
        while let Some(at) = self.0.iter().position(|arg| arg == name) {
            if at + 1 >= self.0.len() {
                bail!("{name} needs a value after it");
            }
            values.push(self.0.remove(at + 1));
            self.0.remove(at);
        }
        Ok(values)
    }

    pub(crate) fn number<T: std::str::FromStr>(&mut self, name: &str) -> Result<Vec<T>> {
        let read = |text: String| text.parse().map_err(|_| anyhow::anyhow!("{name} needs a number, not `{text}`"));
        self.values(name)?.into_iter().map(read).collect()
    }

    pub(crate) fn finish(self) -> Result<()> {
        match self.0.first() {
            None => Ok(()),
            Some(unknown) => bail!("`{unknown}` is not known here; `cargo xtask help` lists what is"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(text: &str) -> Args {
        Args::new(text.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn reads_flags_and_values_in_any_order() {
        let mut args = args("look --dark --path ?view=money --width=390 --width 320");
        assert_eq!(args.command().as_deref(), Some("look"));
        assert_eq!(args.values("--path").unwrap(), ["?view=money"]);
        assert_eq!(args.number::<u32>("--width").unwrap(), [390, 320]);
        assert!(args.flag("--dark"));
        assert!(args.finish().is_ok());
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(args("--prot 80").finish().is_err());
        assert!(args("--port").value("--port").is_err());
        assert!(args("--port x").number::<u16>("--port").is_err());
    }
}
