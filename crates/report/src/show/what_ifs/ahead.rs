//! Lines over the months ahead, and what they found.

use plimsoll_metrics::Exact;

use super::Context;
use super::projection::{Ask, Course, Of};
use crate::picture::Ruler;
use crate::view::{AheadView, Axis, Place, SeriesView, Tick};

/// Room for a line of words, in hundredths of a percent of the drawing's height.
const LINE: u16 = 600;
/// The most characters of a name at the end of a line.
const LONGEST_NAME: usize = 16;
/// Values are drawn in hundredths, and no step of the axis is below a whole one.
const HUNDREDTHS: i64 = 100;

/// The lines of the scenarios that have one.
pub(super) fn show(context: &Context<'_>, ask: &Ask, courses: &[Course<'_>]) -> Option<AheadView> {
    let drawn: Vec<(&Course<'_>, Vec<i128>)> = courses
        .iter()
        .filter_map(|course| Some((course, course.values.as_ref().ok()?.iter().map(hundredths).collect())))
        .collect();
    let most = drawn.iter().flat_map(|(_, values)| values).copied().max()?;
    let ruler = Ruler::around(0, most, HUNDREDTHS.into());
    let mut series: Vec<SeriesView> =
        drawn.iter().map(|(course, values)| line(course, values, &ruler, ask.months)).collect();
    set_labels(&mut series);
    Some(AheadView { axis: axis(context, ask.of, &ruler), months: months(ask.months), series })
}

pub(super) fn hundredths(value: &Exact) -> i128 {
    let whole = value.times(&Exact::from(HUNDREDTHS)).to_decimal(0);
    whole.and_then(|whole| i128::try_from(whole).ok()).unwrap_or(i128::MAX)
}

fn line(course: &Course<'_>, values: &[i128], ruler: &Ruler, months: u32) -> SeriesView {
    let points: Vec<(Place, Place)> =
        (0..).zip(values).map(|(month, value)| (along(month, months), ruler.place(*value))).collect();
    let end = points.last().map_or(Place(0), |(_, up)| *up);
    SeriesView { slug: course.worked.named.slug.clone(), name: short(&course.name), points, end, label: end }
}

/// Where a month lies.
pub(super) fn along(month: u32, months: u32) -> Place {
    Ruler { low: 0, high: months.into(), step: 1 }.place(month.into())
}

fn short(name: &str) -> String {
    let start: String = name.chars().take(LONGEST_NAME).collect();
    if start.len() < name.len() { [start.trim_end(), "…"].concat() } else { start }
}

/// Sets names beside the ends of their lines, each at least a line away from the next.
fn set_labels(series: &mut [SeriesView]) {
    let mut order: Vec<&mut SeriesView> = series.iter_mut().collect();
    order.sort_by_key(|series| series.end);
    let mut least = 0;
    for series in &mut order {
        series.label = Place(series.end.0.max(least));
        least = series.label.0.saturating_add(LINE);
    }
    let mut most = Place::END.0;
    for series in order.iter_mut().rev() {
        series.label = Place(series.label.0.min(most));
        most = series.label.0.saturating_sub(LINE);
    }
}

/// The axis in a unit in which its numbers are short.
pub(super) fn axis(context: &Context<'_>, of: Of, ruler: &Ruler) -> Axis {
    let whole = ruler.high.div_euclid(HUNDREDTHS.into());
    let (power, word) = match whole {
        ..10_000 => (0, ""),
        10_000..10_000_000 => (3, "thousand "),
        10_000_000..10_000_000_000 => (6, "million "),
        _ => (9, "billion "),
    };
    let unit = i128::from(HUNDREDTHS).saturating_mul(10_i128.saturating_pow(power));
    let write = |value: i128| {
        let units = value.checked_div(unit).and_then(|units| i64::try_from(units).ok());
        context.writer.number(&Exact::from(units.unwrap_or(i64::MAX)), 0)
    };
    let sign = match of {
        Of::Customers => "customers".into(),
        Of::Arr | Of::Mrr => {
            [&context.writer.formatter.sign(context.writer.currency), " ", of.name()].concat()
        }
    };
    ruler.axis(Some([word, &sign].concat()), write)
}

/// The months that are named: now, every year, and the last one where it has room.
pub(super) fn months(months: u32) -> Vec<Tick> {
    let every = if months < 24 { 6 } else { 12 };
    let named = (0..=months).filter(|month| {
        let left = months.saturating_sub(*month);
        left == 0 || (month.checked_rem(every) == Some(0) && left.saturating_mul(8) >= months)
    });
    named
        .map(|month| Tick {
            place: along(month, months),
            text: if month == 0 { "now".into() } else { month.to_string() },
            rank: 0,
        })
        .collect()
}

/// "After 36 months, Upside ends at $5.1 million ARR, 20% above as it is; Downside at $3.6 million, 15% below."
pub(super) fn finding(context: &Context<'_>, ask: &Ask, courses: &[Course<'_>]) -> String {
    let base = match courses.first().map(|course| &course.values) {
        Some(Ok(values)) => values.last(),
        Some(Err(reason)) => return ["Nothing can be projected yet. ", reason].concat(),
        None => None,
    };
    let Some(base) = base else { return "Nothing can be projected yet.".into() };
    let ends = || courses.iter().skip(1).filter_map(|course| Some((course, course.end()?)));
    let best = ends().max_by_key(|(_, end)| *end).filter(|(_, end)| *end > base);
    let worst = ends().min_by_key(|(_, end)| *end).filter(|(_, end)| *end < base);
    let amount = |value: &Exact| large(context, ask.of, value);
    let distance = |end: &Exact| match end.minus(base).abs().divided_by(base) {
        Some(share) => [", ", &percent(context, &share)].concat(),
        None => ",".into(),
    };
    let start = ["After ", &ask.months.to_string(), " months, "].concat();
    let of = [" ", ask.of.name()].concat();
    let below = |(course, end): (&Course<'_>, &Exact), verb: &str, of: &str, against: &str| {
        let side = if end > base { " above" } else { " below" };
        [&course.name, verb, &amount(end), of, &distance(end), side, against].concat()
    };
    match (best, worst) {
        (Some(best), Some(worst)) => {
            let first = below(best, " ends at ", &of, " as it is");
            [&start, &first, "; ", &below(worst, " at ", "", ""), "."].concat()
        }
        (Some(one), None) | (None, Some(one)) => {
            [&start, &below(one, " ends at ", &of, " as it is"), "."].concat()
        }
        (None, None) => [&start, "every scenario ends at ", &amount(base), &of, "."].concat(),
    }
}

/// A share, to whole percents where it has some.
pub(super) fn percent(context: &Context<'_>, share: &Exact) -> String {
    let unit = plimsoll_metrics::Unit::Percent;
    if *share < Exact::percent(10) {
        context.writer.value(unit, share)
    } else {
        context.writer.whole(unit, share)
    }
}

/// A value as a sentence has it: "$5.1 million", "320".
pub(super) fn large(context: &Context<'_>, of: Of, value: &Exact) -> String {
    let scaled = |unit: i64| {
        value
            .divided_by(&Exact::from(unit))
            .and_then(|value| value.to_decimal(1))
            .map(|value| value.normalize())
    };
    let written = |unit: i64, word: &str| {
        let writer = &context.writer;
        scaled(unit)
            .map(|number| [&writer.formatter.money(number, writer.currency, number.scale()), word].concat())
    };
    let short = match of {
        Of::Customers => None,
        Of::Arr | Of::Mrr if *value >= Exact::from(1_000_000_000) => written(1_000_000_000, " billion"),
        Of::Arr | Of::Mrr if *value >= Exact::from(1_000_000) => written(1_000_000, " million"),
        Of::Arr | Of::Mrr => None,
    };
    short.unwrap_or_else(|| of.write(context, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(ends: &[u16]) -> Vec<SeriesView> {
        let one = |end: &u16| SeriesView {
            slug: String::new(),
            name: String::new(),
            points: Vec::new(),
            end: Place(*end),
            label: Place(*end),
        };
        ends.iter().map(one).collect()
    }

    fn labels(ends: &[u16]) -> Vec<u16> {
        let mut series = series(ends);
        set_labels(&mut series);
        series.iter().map(|series| series.label.0).collect()
    }

    #[test]
    fn names_stand_at_their_ends_or_next_to_them() {
        assert_eq!(labels(&[1_000, 9_000]), [1_000, 9_000]);
        assert_eq!(labels(&[9_000, 9_100, 9_050]), [8_800, 10_000, 9_400]);
        assert_eq!(labels(&[0, 0]), [0, 600]);
    }

    #[test]
    fn nine_names_have_room() {
        let mut places = labels(&[10_000; 9]);
        places.sort_unstable();
        let next = places.iter().skip(1);
        assert!(places.iter().zip(next).all(|(one, next)| next.abs_diff(*one) >= LINE), "{places:?}");
    }

    #[test]
    fn the_last_month_is_always_named() {
        let named = |count| months(count).into_iter().map(|tick| tick.text).collect::<Vec<_>>().join(" ");
        assert_eq!(named(12), "now 6 12");
        assert_eq!(named(36), "now 12 24 36");
        assert_eq!(named(37), "now 12 24 37");
        assert_eq!(named(60), "now 12 24 36 48 60");
    }

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(short("Upside"), "Upside");
        assert_eq!(short("Everything goes well"), "Everything goes…");
    }
}
