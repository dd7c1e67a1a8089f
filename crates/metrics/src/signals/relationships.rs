//! Which indicator moves which.

use crate::benchmarks::Source;
use crate::benchmarks::sources::BENCHMARK_SURVEY;

/// How two move together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Both go the same way.
    Direct,
    /// One goes up when the other goes down.
    Inverse,
}

/// One side of a relationship.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mover {
    /// Its name.
    pub term: &'static str,
    /// The slug of its metric, where it is one.
    pub metric: Option<&'static str>,
    /// Whether it goes up, as the source tells it.
    pub up: bool,
}

/// An indicator and what moves with it.
#[derive(Debug, PartialEq, Eq)]
pub struct Relationship {
    /// What moves first.
    pub mover: Mover,
    /// What moves with it.
    pub moved: Mover,
    /// How they move together.
    pub relation: Relation,
    /// Where it is from.
    pub source: &'static Source,
}

const fn up(term: &'static str, metric: Option<&'static str>) -> Mover {
    Mover { term, metric, up: true }
}

const fn down(term: &'static str, metric: Option<&'static str>) -> Mover {
    Mover { term, metric, up: false }
}

const fn moves(mover: Mover, moved: Mover) -> Relationship {
    let relation = if mover.up == moved.up { Relation::Direct } else { Relation::Inverse };
    Relationship { mover, moved, relation, source: &BENCHMARK_SURVEY }
}

/// The relationships, as source 004 tells them.
pub static RELATIONSHIPS: [Relationship; 6] = [
    moves(down("Health score", Some("health-score")), up("chance of churn", Some("logo-churn"))),
    moves(up("NPS", Some("net-promoter-score")), up("NRR", Some("net-revenue-retention"))),
    moves(
        down("Time to first value", Some("time-to-first-value")),
        up("GRR", Some("gross-revenue-retention")),
    ),
    moves(up("Feature adoption", None), up("expansion rate", Some("expansion-rate"))),
    moves(up("Escalations", None), down("NPS", Some("net-promoter-score"))),
    moves(up("Contacts per account", Some("contact-coverage")), up("GRR", Some("gross-revenue-retention"))),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_are_those_of_the_catalogue() {
        let relations = RELATIONSHIPS.each_ref().map(|row| row.relation);
        use Relation::{Direct, Inverse};
        assert_eq!(relations, [Inverse, Direct, Inverse, Direct, Inverse, Direct]);
    }
}
