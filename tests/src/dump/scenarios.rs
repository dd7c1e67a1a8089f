//! The scenarios, their comparison and their projection as text.

use plimsoll_report::view::{
    AheadView, CompareCell, CompareView, EntryView, KeepView, MoveView, Place, ProjectionView, ScenariosView,
    SharePart,
};

use super::{Out, options};

impl Out {
    pub(super) fn keep(&mut self, keep: &KeepView) {
        let can = if keep.can { "" } else { " (not possible)" };
        self.line(0, &format!("[{}]{can} {}", keep.label, keep.about));
    }

    pub(super) fn scenarios(&mut self, view: &ScenariosView) {
        self.title("SCENARIOS");
        self.keep(&view.keep);
        for scenario in &view.scenarios {
            let own = if scenario.is_own { format!(", own, “{}”", scenario.text) } else { String::new() };
            self.line(0, &format!("{} ({}{own}): {}", scenario.name, scenario.slug, scenario.about));
            scenario.moves.iter().for_each(|each| self.moved(each));
            scenario.left_out.iter().for_each(|text| self.line(1, &format!("! {text}")));
        }
    }

    fn moved(&mut self, of: &MoveView) {
        let by = options(&of.by);
        self.line(1, &format!("{} {by} {} {}", of.label, entry(&of.amount), entry(&of.months)));
        self.maybe(2, "> ", of.effect.as_ref());
        self.maybe(2, "! ", of.amount.problem.as_ref());
        self.maybe(2, "! months: ", of.months.problem.as_ref());
    }

    pub(super) fn compare(&mut self, view: &CompareView) {
        self.title("COMPARISON");
        let heads: Vec<&str> = view.columns.iter().map(|head| head.name.as_str()).collect();
        self.line(0, &heads.join(" | "));
        for row in &view.rows {
            self.line(0, &format!("{} – {} ({})", row.plain, row.term, row.slug));
            row.cells.iter().for_each(|each| self.line(1, &cell(each)));
        }
        self.line(0, &options(&view.metrics));
        for shares in &view.shares {
            self.line(0, &format!("shares of {} ({})", shares.name, shares.slug));
            for part in &shares.parts {
                self.line(1, &share(part));
            }
            self.maybe(1, "= ", shares.total.as_ref().map(share));
            self.maybe(1, "note: ", shares.note.as_ref());
        }
        for line in &view.lines {
            self.line(0, &format!("{} ({}): {}", line.name, line.slug, line.text));
        }
    }

    pub(super) fn projection(&mut self, view: &ProjectionView) {
        self.title("PROJECTION");
        self.line(0, &options(&view.of));
        for (name, field) in [("months", &view.months), ("target", &view.target)] {
            self.line(0, &format!("{name}: {}", entry(field)));
            self.maybe(1, "! ", field.problem.as_ref());
        }
        self.line(0, &view.finding);
        self.line(0, &view.about);
        view.ahead.iter().for_each(|ahead| self.ahead(ahead));
        self.line(0, &view.table.caption);
        let heads: Vec<&str> = view.table.columns.iter().map(|column| column.label.as_str()).collect();
        self.line(1, &heads.join(" | "));
        for row in &view.table.rows {
            let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
            self.line(1, &format!("{}: {}", row.header.text, cells.join(" | ")));
        }
        self.line(0, &view.columns.join(" | "));
        for row in &view.milestones {
            self.line(1, &format!("{} ({}): {}", row.name, row.slug, row.cells.join(" | ")));
            row.left_out.iter().for_each(|text| self.line(2, &format!("! {text}")));
        }
    }

    fn ahead(&mut self, view: &AheadView) {
        let tick = |(place, text): (Place, &str)| format!("{text} at {}", place.0);
        let ticks = view.axis.ticks.iter().map(|each| tick((each.place, &each.text)));
        let unit = view.axis.unit.as_deref().unwrap_or_default();
        self.line(1, &format!("axis in {unit}: {}", ticks.collect::<Vec<_>>().join(", ")));
        let months = view.months.iter().map(|each| tick((each.place, &each.text)));
        self.line(1, &format!("months: {}", months.collect::<Vec<_>>().join(", ")));
        for line in &view.series {
            let (first, count) = (line.points.first(), line.points.len());
            let name = format!("{} ({})", line.name, line.slug);
            self.line(
                1,
                &format!(
                    "{name}: {count} points from {first:?} to {}, named at {}",
                    line.end.0, line.label.0
                ),
            );
        }
    }
}

fn entry(field: &EntryView) -> String {
    format!("{} “{}” {}", field.prefix, field.text, field.suffix)
}

fn cell(cell: &CompareCell) -> String {
    let annual = cell.annual.as_ref().map(|text| format!(" ({text})")).unwrap_or_default();
    let delta = cell.delta.as_ref().map(|(text, reading)| format!(", {text} {reading:?}"));
    let band = cell.band.as_ref().map(|(name, standing)| format!(", {name} ({standing:?})"));
    let known = if cell.is_known { "" } else { "– " };
    format!("{known}{}{annual}{}{}", cell.value, delta.unwrap_or_default(), band.unwrap_or_default())
}

fn share(part: &SharePart) -> String {
    format!("{}: {} {:?}", part.label, part.amount, part.reading)
}
