//! Every metric's formula in names, so that a change of one is seen for what it is.

use std::fmt::Write as _;

use plimsoll_metrics::{Compounding, Direction, Figure, Metric, PANELS, Role, Token, notation};

use crate::cases::golden;

fn written(metric: &'static Metric) -> String {
    notation(&metric.formula)
        .iter()
        .map(|token| match token {
            Token::Figure(figure) => figure.term.into(),
            Token::Metric(metric) => metric.short().into(),
            Token::Constant(constant) if constant.is_share => "100 %".into(),
            Token::Constant(constant) => constant.value.to_string(),
            Token::Plus => " + ".into(),
            Token::Minus => " − ".into(),
            Token::Times => " × ".into(),
            Token::DividedBy => " ÷ ".into(),
            Token::Open => "(".into(),
            Token::Close => ")".into(),
            Token::Bar => "|".into(),
            Token::Comma => ", ".into(),
            Token::RoundUp => "rounded up ".into(),
            Token::FromYear => "over the window ".into(),
            Token::SumOverWindows { endless: true } => "sum without end ".into(),
            Token::SumOverWindows { endless: false } => "sum over the years ".into(),
            Token::MonthsPerWindow => "months of the window".to_owned(),
        })
        .collect()
}

#[test]
fn formulas_are_these() {
    let mut text = String::new();
    for panel in PANELS {
        for metric in panel.metrics {
            let better = match metric.direction {
                Direction::Higher => "higher is better",
                Direction::Lower => "lower is better",
            };
            let compounds = match metric.compounding() {
                Compounding::None => "the same for every window",
                Compounding::Kept => "kept over the window",
                Compounding::Lost => "lost over the window",
                Compounding::Gained => "gained over the window",
            };
            let terms =
                |figures: &[&Figure]| figures.iter().map(|figure| figure.term).collect::<Vec<_>>().join(", ");
            let sources: Vec<&str> = metric.sources.iter().map(|source| source.id).collect();
            let _ = writeln!(text, "{} = {}", metric.short(), written(metric));
            let _ = writeln!(
                text,
                "    {}, {:?}, {better}, {compounds}, in the range {:?}",
                metric.slug, metric.unit, metric.range
            );
            if let Role::VariantOf(head) = metric.role {
                let _ = writeln!(text, "    a convention for {}", head.slug);
            }
            let _ = writeln!(
                text,
                "    improved by {}; sources {}",
                terms(metric.improved_by),
                sources.join(", ")
            );
        }
    }
    golden("formulas.expected.txt", &text);
}
