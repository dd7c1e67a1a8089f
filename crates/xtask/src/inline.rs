//! Scripts and styles that mdBook writes into its pages, moved into files: so the book keeps to the policy that the page
//! has, which allows none within a page.

use crate::stamp::{files_below, hash};
use crate::trouble::{Doing, Outcome};
use std::fs;
use std::path::Path;

/// What a script without a file of its own begins and ends with.
const OPENING: &str = "<script>";
const CLOSING: &str = "</script>";

/// The one style that mdBook writes into its pages, and the class of the book's own sheet that says the same.
const STYLE: (&str, &str) = ("style=\"clear: both\"", "class=\"clears\"");

/// Every page of a folder.
///
/// # Errors
/// A file cannot be read or written.
pub(crate) fn move_out(folder: &Path) -> Outcome {
    for file in files_below(folder)? {
        if file.extension().is_some_and(|end| end == "html") {
            let html = fs::read_to_string(&file).doing(format!("reading {}", file.display()))?;
            let depth = file.strip_prefix(folder).unwrap_or(&file).components().count().saturating_sub(1);
            let (html, scripts) = without_inline(&html, &"../".repeat(depth));
            for (name, script) in scripts {
                fs::write(folder.join(&name), script).doing(format!("writing {name}"))?;
            }
            fs::write(&file, html).doing(format!("writing {}", file.display()))?;
        }
    }
    Ok(())
}

/// The page with a file in the place of each script, and the files by name. `up` leads to the folder of the files.
fn without_inline(html: &str, up: &str) -> (String, Vec<(String, String)>) {
    let html = html.replace(STYLE.0, STYLE.1);
    let mut pieces = html.split(OPENING);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    let mut scripts = Vec::new();
    for piece in pieces {
        let (script, rest) = piece.split_once(CLOSING).unwrap_or((piece, ""));
        let name = format!("inline-{}.js", hash(script.as_bytes()));
        text.push_str(&format!("<script src=\"{up}{name}\">{CLOSING}{rest}"));
        scripts.push((name, script.to_owned()));
    }
    (text, scripts)
}

#[cfg(test)]
mod tests {
    use super::without_inline;

    #[test]
    fn scripts_become_files_in_their_place() {
        let html = "<script src=\"a.js\"></script><script>one()</script><p style=\"clear: both\">x</p><script>one()</script>";
        let (text, scripts) = without_inline(html, "../");
        let (first, script) = scripts.first().cloned().unwrap_or_default();
        assert_eq!(scripts, [(first.clone(), "one()".to_owned()), (first.clone(), script)]);
        let file = format!("<script src=\"../{first}\"></script>");
        let expected = format!("<script src=\"a.js\"></script>{file}<p class=\"clears\">x</p>{file}");
        assert_eq!(text, expected);
    }
}
