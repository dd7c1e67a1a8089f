//! Which part of an archive refers to which.

use crate::limits;
use crate::refusal::{Counted, Refusal};
use crate::xml::{Piece, Xml};
use crate::zip::Archive;

/// What a part refers to within the archive.
pub(super) struct Relations(Vec<Relation>);

struct Relation {
    id: String,
    /// The last word of its kind, such as `worksheet`.
    kind: String,
    target: String,
}

impl Relations {
    /// Reads the relations of a part, or with an empty name those of the archive.
    pub(super) fn read(archive: &Archive<'_>, part: &str) -> Result<Self, Refusal> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let beside = if folder.is_empty() { String::new() } else { [folder, "/"].concat() };
        let mut relations = Vec::new();
        let Some(mut xml) = Xml::open(archive, &format!("{beside}_rels/{file}.rels")) else {
            return Ok(Self(relations));
        };
        loop {
            match xml.next()? {
                Piece::Over => return Ok(Self(relations)),
                Piece::Start(tag) if tag.name() == "Relationship" => {
                    let is_inside = tag.get("TargetMode").is_none_or(|mode| mode != "External");
                    let (Some(id), Some(kind), Some(target)) =
                        (tag.get("Id"), tag.get("Type"), tag.get("Target"))
                    else {
                        continue;
                    };
                    if !is_inside {
                        continue;
                    }
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    relations.push(Relation { id: id.into_owned(), kind, target: resolve(folder, &target) });
                    if relations.len() > limits::FORMATS {
                        return Err(Refusal::too_many(Counted::Parts, limits::PARTS as u64));
                    }
                }
                _ => {}
            }
        }
    }

    /// The first part of a kind.
    pub(super) fn target_of(&self, kind: &str) -> Option<&str> {
        self.0.iter().find(|relation| relation.kind == kind).map(|relation| relation.target.as_str())
    }

    /// The sheet of cells of an id; nothing for charts and dialogs.
    pub(super) fn sheet(&self, id: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|relation| relation.id == id && relation.kind == "worksheet")
            .map(|relation| relation.target.as_str())
    }
}

/// A target as it is named in the archive, whose parts are named without a slash before them.
fn resolve(folder: &str, target: &str) -> String {
    let mut folders: Vec<&str> =
        if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => _ = folders.pop(),
            name => folders.push(name),
        }
    }
    folders.retain(|folder| !folder.is_empty());
    folders.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_are_relative_or_absolute() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolve("xl/a", "../styles.xml"), "xl/styles.xml");
        assert_eq!(resolve("", "xl/workbook.xml"), "xl/workbook.xml");
        assert_eq!(resolve("", "../../x"), "x");
    }
}
