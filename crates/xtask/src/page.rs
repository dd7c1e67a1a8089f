//! What `index.html` asks for.
//!
//! The `<link data-trunk …>` tags are the one list of what the page is made of. Trunk reads it; so does this
//! module, and both make the same page from it.

use crate::trouble::{Outcome, Trouble};

/// How every such tag begins.
const OPENING: &str = "<link data-trunk";

/// One thing that the page is made of.
#[derive(Debug, PartialEq)]
pub(crate) enum Part {
    /// A program to compile.
    Program(Program),
    /// A file to copy, and the folder within the page's that takes it.
    File(String, String),
    /// A folder to copy, under its own name.
    Folder(String),
}

/// A program, with the profile and the optimiser's level of what ships.
#[derive(Debug, PartialEq)]
pub(crate) struct Program {
    /// Its manifest, from the top of the checkout.
    pub(crate) manifest: String,
    /// The binary, which also names the files that come out.
    pub(crate) bin: String,
    /// The cargo profile of a release build.
    pub(crate) profile: String,
    /// The level for wasm-opt, such as `z`.
    pub(crate) level: String,
    /// What else wasm-opt is told, such as `--strip-producers`.
    pub(crate) params: Vec<String>,
    /// It runs in a worker beside the page.
    pub(crate) beside: bool,
    /// The folder within the page's that takes what comes out; empty for its top.
    pub(crate) folder: String,
}

/// Reads the parts in the order in which the page names them.
///
/// # Errors
/// A tag lacks something, or asks for what only Trunk could do.
pub(crate) fn parts(html: &str) -> Outcome<Vec<Part>> {
    html.split(OPENING).skip(1).map(|after| part(after.split('>').next().unwrap_or_default())).collect()
}

/// The page as a reader gets it: without these tags, without comments, and without the empty lines that they leave.
pub(crate) fn finished(html: &str) -> String {
    let html = without(&without(html, OPENING, ">"), "<!--", "-->");
    html.lines().filter(|line| !line.trim().is_empty()).flat_map(|line| [line, "\n"]).collect()
}

/// A text without each stretch from `from` up to and including the next `to`.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut pieces = text.split(from);
    let mut left = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        left.push_str(piece.split_once(to).map_or("", |(_, rest)| rest));
    }
    left
}

/// Reads one tag from what stands between its opening and its end.
fn part(tag: &str) -> Outcome<Part> {
    let want = |name: &str| {
        attribute(tag, name).map(str::to_owned).ok_or_else(|| {
            Trouble::new(format!("index.html: a data-trunk link lacks {name}: {}", tag.trim()))
        })
    };
    let folder = || attribute(tag, "data-target-path").unwrap_or_default().to_owned();
    match want("rel")?.as_str() {
        "rust" => {
            let beside = attribute(tag, "data-type") == Some("worker");
            if beside && want("data-bindgen-target")? != "web" {
                return Err(Trouble::new("index.html: a worker here is a module, so its target is web"));
            }
            Ok(Part::Program(Program {
                manifest: want("href")?,
                bin: want("data-bin")?,
                profile: want("data-cargo-profile-release")?,
                level: want("data-wasm-opt")?,
                params: attribute(tag, "data-wasm-opt-params").map_or_else(Vec::new, words),
                beside,
                folder: folder(),
            }))
        }
        "copy-file" => want("href").map(|file| Part::File(file, folder())),
        "copy-dir" => want("href").map(Part::Folder),
        other => Err(Trouble::new(format!("index.html asks for rel=\"{other}\", which xtask cannot build"))
            .next("teach it to crates/xtask/src/page.rs, or use copy-file, copy-dir or rust")),
    }
}

/// The words of a value.
fn words(value: &str) -> Vec<String> {
    value.split_whitespace().map(str::to_owned).collect()
}

/// The value of one attribute.
fn attribute<'tag>(tag: &'tag str, name: &str) -> Option<&'tag str> {
    let opening = format!(" {name}=\"");
    let (_, after) = tag.split_once(&opening)?;
    after.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::{Part, Program, finished, parts};

    const HTML: &str = "<head>
  <!-- a remark
       of two lines -->
  <link data-trunk rel=\"copy-file\" href=\"web/boot.js\">
  <link data-trunk rel=\"rust\" href=\"web/Cargo.toml\" data-bin=\"page\"
        data-cargo-profile-release=\"web\" data-wasm-opt=\"z\">
  <link data-trunk rel=\"rust\" href=\"web/worker/Cargo.toml\" data-bin=\"worker\" data-type=\"worker\"
        data-bindgen-target=\"web\" data-cargo-profile-release=\"worker\" data-wasm-opt=\"s\"
        data-wasm-opt-params=\"--all --features\" data-target-path=\"aside\">
  <link rel=\"icon\" href=\"./icon.svg\">
</head>
";

    #[test]
    fn the_parts_are_read_in_order() {
        let program = Program {
            manifest: "web/Cargo.toml".to_owned(),
            bin: "page".to_owned(),
            profile: "web".to_owned(),
            level: "z".to_owned(),
            params: Vec::new(),
            beside: false,
            folder: String::new(),
        };
        let worker = Program {
            manifest: "web/worker/Cargo.toml".to_owned(),
            bin: "worker".to_owned(),
            profile: "worker".to_owned(),
            level: "s".to_owned(),
            params: vec!["--all".to_owned(), "--features".to_owned()],
            beside: true,
            folder: "aside".to_owned(),
        };
        let expected = vec![
            Part::File("web/boot.js".to_owned(), String::new()),
            Part::Program(program),
            Part::Program(worker),
        ];
        assert_eq!(parts(HTML).ok(), Some(expected));
    }

    #[test]
    fn what_only_trunk_can_do_is_refused() {
        assert!(parts("<link data-trunk rel=\"sass\" href=\"a.scss\">").is_err());
        assert!(parts("<link data-trunk rel=\"copy-file\">").is_err());
        assert!(parts(&HTML.replace("\"web\" data-cargo", "\"no-modules\" data-cargo")).is_err());
    }

    #[test]
    fn only_these_tags_and_comments_leave_the_page() {
        assert_eq!(finished(HTML), "<head>\n  <link rel=\"icon\" href=\"./icon.svg\">\n</head>\n");
    }
}
