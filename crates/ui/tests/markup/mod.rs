//! Reading markup, as far as the goldens and the structural tests need it.

#![allow(dead_code, reason = "each test uses a part of it")]

/// An opening tag.
pub(crate) struct Tag<'a> {
    pub(crate) name: &'a str,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute. The renderer writes every value in double quotes.
    pub(crate) fn get(&self, attribute: &str) -> Option<&'a str> {
        let start = format!(" {attribute}=\"");
        let (_, rest) = self.attributes.split_once(&start)?;
        rest.split('"').next()
    }
}

/// Every opening tag, in order.
pub(crate) fn tags(markup: &str) -> impl Iterator<Item = Tag<'_>> {
    markup.split('<').skip(1).filter(|tag| !tag.starts_with('/')).filter_map(|tag| {
        let (inside, _) = tag.split_once('>')?;
        let name = inside.split(' ').next()?;
        Some(Tag { name, attributes: inside.strip_prefix(name)? })
    })
}

/// The markup with a line for every tag and text, indented by depth: what a golden holds.
pub(crate) fn pretty(markup: &str) -> String {
    const VOID: [&str; 1] = ["input"];
    let mut depth = 0_usize;
    let mut lines = Vec::new();
    for piece in markup.split('<').skip(1) {
        let Some((tag, text)) = piece.split_once('>') else { continue };
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        }
        let indent = "  ".repeat(depth);
        lines.push(format!("{indent}<{tag}>"));
        if !tag.starts_with('/') && !VOID.iter().any(|name| tag.starts_with(name)) {
            depth = depth.saturating_add(1);
        }
        if !text.trim().is_empty() {
            lines.push(format!("{}{}", "  ".repeat(depth), text.trim().replace('\n', "⏎")));
        }
    }
    lines.join("\n")
}
