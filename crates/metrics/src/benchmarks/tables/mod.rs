//! Every published table, in the order of the catalogue. A new table is a `static` here and a line in [`TABLES`];
//! scales, quartiles, medians, ranges and opinions are all read from these rows.
//!
//! Edges follow `conventions.md`: an edge belongs to the band that starts there, except where the source's own sign
//! says otherwise.

mod churn;
mod engagement;
mod expansion;
mod health;
mod others;
mod peers;
mod portfolios;
mod renewal;
mod retention;
mod rhythm;

use std::borrow::Cow;

use super::group::{Segment, Who};
use super::number::Number;
use super::scale::{Band, Cut, Edge, Standing};
use super::source::Source;
use super::table::{Cell, Column, Role, Row, Table};

/// The scales of the rates that are drawn over time. Read on their own, they spare a program all other tables.
pub mod levels {
    pub use super::churn::LOGO_CHURN;
    pub use super::retention::{GROSS_REVENUE_RETENTION, NET_REVENUE_RETENTION};
}

/// Every table, in the order of the catalogue; what stands outside of its section A2 comes last.
pub static TABLES: [&Table; 43] = [
    &retention::NET_LEVELS,
    &retention::NET_RULES,
    &retention::NET_BY_SEGMENT,
    &retention::GROSS_LEVELS,
    &retention::GROSS_RULES,
    &retention::GROSS_BY_SEGMENT,
    &churn::LEVELS,
    &churn::BY_SEGMENT,
    &churn::RULES,
    &churn::ADVICE,
    &expansion::RATE_LEVELS,
    &expansion::SHARE_OF_GROWTH,
    &expansion::SHARE_LEVELS,
    &expansion::BY_TYPE,
    &health::LEVELS,
    &health::AT_RISK_LEVELS,
    &health::PORTFOLIO,
    &health::AVERAGES,
    &health::DIMENSIONS,
    &engagement::REVIEWS,
    &engagement::PANEL,
    &engagement::FIRST_VALUE,
    &renewal::LEVELS,
    &renewal::BY_SEGMENT,
    &renewal::FORECAST,
    &portfolios::ACCOUNTS_BY_TOUCH,
    &portfolios::ACCOUNTS_BY_VALUE,
    &portfolios::ACCOUNTS_BY_SEGMENT,
    &portfolios::ACCOUNTS_RATIO,
    &portfolios::REVENUE_REFERENCE,
    &portfolios::REVENUE_DISTRIBUTION,
    &portfolios::STAFFING,
    &portfolios::COST,
    &portfolios::REVENUE_SURVEY,
    &rhythm::TOUCH,
    &rhythm::ACTIVITIES,
    &peers::BY_INDUSTRY,
    &peers::BY_STAGE,
    &others::HEALTH_COVERAGE,
    &others::CONTACT_COVERAGE,
    &others::SEATS,
    &others::SEATS_SURVEY,
    &others::LIFETIME_VALUE,
];

const fn band(name: &'static str, standing: Standing, from: Option<Cut>, meaning: &'static str) -> Band {
    Band { name: Cow::Borrowed(name), standing, from, meaning: Cow::Borrowed(meaning) }
}

/// A band that starts at the number.
const fn at(number: Number) -> Option<Cut> {
    Some(number.cut(Edge::Starts))
}

/// A band that starts above the number.
const fn past(number: Number) -> Option<Cut> {
    Some(number.cut(Edge::Ends))
}

const fn column(title: &'static str, role: Role) -> Column {
    Column { title, role, about: &[] }
}

/// A column on these metrics.
const fn column_on(title: &'static str, role: Role, about: &'static [&'static str]) -> Column {
    Column { title, role, about }
}

const fn row(who: Who, cells: &'static [Cell]) -> Row {
    Row { who, about: &[], source: None, dissent: None, cells }
}

const fn segment(segment: Segment, cells: &'static [Cell]) -> Row {
    row(Who::Segment(segment), cells)
}

/// A row for everybody on these metrics.
const fn row_on(about: &'static [&'static str], cells: &'static [Cell]) -> Row {
    Row { about, ..row(Who::Anyone, cells) }
}

impl Row {
    /// The row, from another source than the table's.
    const fn from(self, source: &'static Source) -> Self {
        Self { source: Some(source), ..self }
    }

    /// The row, with what another source says.
    const fn but(self, dissent: &'static str) -> Self {
        Self { dissent: Some(dissent), ..self }
    }
}

/// Columns of a table of quartiles.
const QUARTILES: [Column; 3] = [
    column("Median", Role::Median),
    column("Top quartile", Role::Top),
    column("Bottom quartile", Role::Bottom),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::TABLES;
    use crate::benchmarks::table::{Body, Cell};
    use crate::benchmarks::{PUBLISHED, Segment};
    use crate::find_metric;

    #[test]
    fn every_slug_is_a_metric_that_is_better_the_same_way() {
        for table in TABLES {
            for slug in table.slugs() {
                let metric = find_metric(slug);
                assert!(metric.is_some(), "{}: there is no metric {slug}", table.slug);
                for segment in Segment::ALL.iter().copied().map(Some).chain([None]) {
                    let scale = metric.and_then(|metric| PUBLISHED.scale(metric, segment));
                    let direction = scale.as_ref().map(|scale| scale.direction);
                    let expected = metric.filter(|_| scale.is_some()).map(|metric| metric.direction);
                    assert_eq!(direction, expected, "{slug}");
                }
            }
        }
    }

    #[test]
    fn tables_have_one_slug_each_and_words() {
        let slugs: BTreeSet<_> = TABLES.iter().map(|table| table.slug).collect();
        assert_eq!(slugs.len(), TABLES.len());
        for table in TABLES {
            assert!(!table.title.is_empty() && !table.id.is_empty(), "{}", table.slug);
        }
    }

    #[test]
    fn the_catalogue_numbers_twenty_tables_and_they_stand_in_its_order() {
        let numbers: Vec<u32> =
            TABLES.iter().filter_map(|table| table.id.strip_prefix("A2.")?.parse().ok()).collect();
        assert!(numbers.is_sorted());
        let numbers: BTreeSet<_> = numbers.into_iter().collect();
        assert_eq!(numbers, (1..=20).collect());
    }

    #[test]
    fn rows_have_a_cell_for_each_column() {
        for table in TABLES {
            let columns = table.columns().len();
            assert!(table.rows().iter().all(|row| row.len() == columns), "{}", table.slug);
        }
    }

    /// Two bands that start at one value, or a lowest band with a start, would leave values without a band.
    #[test]
    fn scales_ascend_and_only_the_lowest_band_is_open_below() {
        for table in TABLES {
            let Body::Levels { scale, .. } = &table.body else { continue };
            assert_eq!(scale.bands.first().and_then(|band| band.from), None, "{}", table.slug);
            let cuts: Vec<_> =
                scale.bands.iter().filter_map(|band| band.from).map(|cut| cut.value()).collect();
            assert_eq!(cuts.len(), scale.bands.len().saturating_sub(1), "{}", table.slug);
            assert!(cuts.is_sorted_by(|one, next| one < next), "{}", table.slug);
        }
    }

    #[test]
    fn the_ends_of_a_range_are_in_order() {
        for cell in TABLES.iter().flat_map(|table| table.rows()).flatten() {
            if let Cell::Range(low, high) | Cell::RangeAndMore(low, high) | Cell::BelowEither(low, high) =
                cell
            {
                assert!(low.value() < high.value() && low.measure == high.measure, "{low:?} to {high:?}");
            }
        }
    }
}
