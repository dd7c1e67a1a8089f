//! Which uncertain input matters most.

use plimsoll_columns::draws::Ordered;

/// How one uncertain input goes with a result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Influence<T> {
    /// The input.
    pub input: T,
    /// Spearman's rank correlation of input and result, from −1 to 1.
    pub correlation: f64,
}

/// Spearman's rank correlation (C. Spearman, 1904): the correlation of places in order, equal values at their mean place.
/// It asks for no straight line, only for "the more, the more".
///
/// Pairs of which one value is not finite are passed over. Nothing for fewer than three pairs, and where all values of one side
/// are the same.
///
/// ```
/// use plimsoll_forecast::uncertainty::rank_correlation;
/// assert_eq!(rank_correlation(&[1.0, 2.0, 3.0], &[1.0, 4.0, 9.0]), Some(1.0));
/// assert_eq!(rank_correlation(&[1.0, 2.0, 3.0], &[5.0, 5.0, 5.0]), None);
/// ```
#[must_use]
pub fn rank_correlation(one: &[f32], other: &[f32]) -> Option<f64> {
    correlation(&Ordered::of(one), &Ordered::of(other))
}

fn correlation(one: &Ordered<'_>, other: &Ordered<'_>) -> Option<f64> {
    let pairs = one.ranks(other).into_iter().zip(other.ranks(one));
    let pairs: Vec<(f64, f64)> = pairs.filter(|(one, other)| !one.is_nan() && !other.is_nan()).collect();
    let count = pairs.len();
    if count < 3 { None } else { correlation_of_places(pairs.into_iter(), count) }
}

/// The correlation of so many places in order, from 0, of which equal ones share their mean.
pub(crate) fn correlation_of_places(pairs: impl Iterator<Item = (f64, f64)>, count: usize) -> Option<f64> {
    let middle = (count as f64 - 1.0) / 2.0;
    let (mut both, mut first, mut second) = (0.0, 0.0, 0.0);
    for (one, other) in pairs {
        let (one, other) = (one - middle, other - middle);
        both += one * other;
        first += one * one;
        second += other * other;
    }
    (first > 0.0 && second > 0.0).then(|| both / (first * second).sqrt())
}

/// The inputs by how much they matter, the one that matters most first. What does not vary matters nothing and is left out.
pub(super) fn by_influence<'a, T: Copy>(
    inputs: impl Iterator<Item = (T, &'a [f32])>,
    result: &[f32],
) -> Vec<Influence<T>> {
    let mut found: Vec<Influence<T>> = Vec::new();
    let mut inputs = inputs.peekable();
    let remembered = inputs.peek().map_or(0, |(_, values)| values.len());
    let result = Ordered::of(result.get(..remembered).unwrap_or(result));
    for (input, values) in inputs {
        if let Some(correlation) = correlation(&Ordered::of(values), &result) {
            // Into its place: there are a few, for which a sort would be a lot of code.
            let stronger = |other: &Influence<T>| other.correlation.abs() >= correlation.abs();
            let place = found.partition_point(stronger);
            found.insert(place, Influence { input, correlation });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten people's IQ and hours of television a week, the worked example of the method's article in Wikipedia: −29 ÷ 165.
    #[test]
    fn the_worked_example_comes_out() {
        let iq = [106.0, 100.0, 86.0, 101.0, 99.0, 103.0, 97.0, 113.0, 112.0, 110.0];
        let hours = [7.0, 27.0, 2.0, 50.0, 28.0, 29.0, 20.0, 12.0, 6.0, 17.0];
        let found = rank_correlation(&iq, &hours).unwrap_or(f64::NAN);
        assert!((found + 29.0 / 165.0).abs() < 1e-15, "{found}");
    }

    #[test]
    fn equal_values_share_their_place_and_what_is_no_number_is_passed_over() {
        let ordered = Ordered::of(&[3.0, -1.0, 3.0, -0.0, 0.0, 7.0]);
        assert_eq!(ordered.ranks(&ordered), [3.5, 0.0, 3.5, 1.5, 1.5, 5.0]);
        let with_holes =
            rank_correlation(&[1.0, f32::NAN, 2.0, 3.0, 4.0], &[4.0, 1.0, 3.0, f32::INFINITY, 1.0]);
        assert_eq!(with_holes, Some(-1.0));
        assert_eq!(rank_correlation(&[1.0, 2.0], &[1.0, 2.0]), None);
    }

    #[test]
    fn the_strongest_comes_first_whatever_its_sign() {
        let result = [1.0, 2.0, 3.0, 4.0];
        let inputs = [("flat", [1.0; 4]), ("some", [2.0, 1.0, 3.0, 4.0]), ("all", [4.0, 3.0, 2.0, 1.0])];
        let found = by_influence(inputs.iter().map(|(name, values)| (*name, values.as_slice())), &result);
        let names: Vec<_> = found.iter().map(|influence| influence.input).collect();
        assert_eq!(names, ["all", "some"]);
    }
}
