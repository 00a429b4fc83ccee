//! Trying new files on a copy of the data folder, so that nothing is written that the check would refuse.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, io};

use super::Refusal;
use super::write::New;
use crate::plan::load::{self, Loaded, Problem, is_left_behind};

/// The data folder as it would be with these files in its area's folder.
pub(super) fn load_with(folder: &Path, area: &Path, files: &[New]) -> Result<Loaded, Refusal> {
    let copy = Copy::of(folder, area, files)
        .map_err(|error| Refusal(format!("The data folder cannot be copied to try the new files ({error}).")))?;
    let mut loaded = load::edition(&copy.0);
    for problem in &mut loaded.problems {
        if let Ok(inner) = problem.file.strip_prefix(&copy.0) {
            problem.file = folder.join(inner);
        }
    }
    Ok(loaded)
}

/// Makes sure that the data folder would have no mistakes with these files.
pub(super) fn prove(folder: &Path, area: &Path, files: &[New]) -> Result<(), Refusal> {
    let proven = load_with(folder, area, files)?;
    if proven.plan.is_some() {
        return Ok(());
    }
    let list = list(&proven.problems);
    Err(Refusal(format!("The new table would not pass the check. Nothing was changed.\n{list}")))
}

/// What must be mended before there can be an import.
pub(super) fn mistakes(loaded: &Loaded) -> String {
    let list = list(&loaded.problems);
    format!("The data folder has mistakes, which must be mended first. Nothing was changed.\n{list}")
}

/// What is wrong with a data folder, line by line.
pub(super) fn list(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(|it| format!("  {it}\n")).collect();
    format!("{}{}", lines.concat(), load::tally(problems))
}

/// A copy of a data folder; gone when dropped.
struct Copy(PathBuf);

impl Copy {
    fn of(folder: &Path, area: &Path, files: &[New]) -> io::Result<Self> {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let copy = Self(env::temp_dir().join(format!("plan-import-{}-{number}", std::process::id())));
        copy_folder(folder, &copy.0, 1)?;
        let area = copy.0.join(area.strip_prefix(folder).unwrap_or(area));
        for (name, text) in files {
            fs::write(area.join(name), text)?;
        }
        Ok(copy)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // What is left behind lies in the system's folder for temporary files.
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Copies a folder and, so many levels deep, the folders in it.
fn copy_folder(from: &Path, to: &Path, levels: usize) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_name().to_str().is_some_and(is_left_behind) {
            continue;
        }
        if path.is_file() {
            // Bytes alone: a file that may not be written shall not make a copy that may not be removed.
            fs::write(target, fs::read(path)?)?;
        } else if path.is_dir() && levels > 0 {
            copy_folder(&path, &target, levels - 1)?;
        }
    }
    Ok(())
}
