//! Which uncertain input matters most.

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
    let pairs = one.iter().zip(other).filter(|(one, other)| one.is_finite() && other.is_finite());
    let (one, other): (Vec<f32>, Vec<f32>) = pairs.map(|(one, other)| (*one, *other)).unzip();
    if one.len() < 3 {
        return None;
    }
    correlation_of_places(places(&one).into_iter().zip(places(&other)), one.len())
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
    for (input, values) in inputs {
        if let Some(correlation) = rank_correlation(values, result) {
            // Into its place: there are a few, for which a sort would be a lot of code.
            let stronger = |other: &Influence<T>| other.correlation.abs() >= correlation.abs();
            let place = found.partition_point(stronger);
            found.insert(place, Influence { input, correlation });
        }
    }
    found
}

/// The place of each value in ascending order, from 0; equal values share the mean of their places.
fn places(values: &[f32]) -> Vec<f64> {
    // Value and place in one number, so that the order of equal values is settled.
    let mut order: Vec<u64> =
        (0_u64..).zip(values).map(|(place, value)| u64::from(ascending(*value)) << 32 | place).collect();
    order.sort_unstable();
    let mut places = vec![0.0; values.len()];
    let mut start = 0_usize;
    for group in order.chunk_by(|one, other| one >> 32 == other >> 32) {
        let mean = start as f64 + (group.len() as f64 - 1.0) / 2.0;
        for packed in group {
            if let Some(place) = places.get_mut(*packed as u32 as usize) {
                *place = mean;
            }
        }
        start = start.saturating_add(group.len());
    }
    places
}

/// Bits in the order of the values; both zeros are one value.
fn ascending(value: f32) -> u32 {
    let bits = (value + 0.0).to_bits();
    if bits >> 31 == 1 { !bits } else { bits | 1 << 31 }
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
        assert_eq!(places(&[3.0, -1.0, 3.0, -0.0, 0.0, 7.0]), [3.5, 0.0, 3.5, 1.5, 1.5, 5.0]);
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
