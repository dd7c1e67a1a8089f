//! Amounts of a year among amounts of a month.

use crate::order::Listed as _;
use plimsoll_columns::Month;

/// Where amounts stand that are about twelve times those of the months beside them: between eleven and a half and twelve
/// and a half times the last amount of a month before and the first one of a month after, both if there are both. The
/// months are in order, and amounts of nothing are no neighbours.
pub(crate) fn places(series: &[(Month, i128)]) -> Vec<usize> {
    let before = neighbours(series.iter());
    let mut after = neighbours(series.iter().rev());
    after.reverse();
    let beside = before.into_iter().zip(after);
    let spikes = series.iter().zip(beside).enumerate().filter(|(_, ((_, value), (before, after)))| {
        let near = |neighbour: i128| is_twelvefold(*value, neighbour);
        (before.is_some() || after.is_some()) && before.is_none_or(near) && after.is_none_or(near)
    });
    spikes.map(|(place, _)| place).listed()
}

/// For each amount, the last one met before it that is more than nothing and of another month.
fn neighbours<'a>(series: impl Iterator<Item = &'a (Month, i128)>) -> Vec<Option<i128>> {
    let (mut found, mut earlier) = (Vec::new(), None);
    let (mut current, mut paid) = (None, None);
    for &(month, value) in series {
        if current != Some(month) {
            earlier = paid.or(earlier);
            (current, paid) = (Some(month), None);
        }
        found.push(earlier);
        paid = if value > 0 { Some(value) } else { paid };
    }
    found
}

fn is_twelvefold(value: i128, month: i128) -> bool {
    let twice = value.saturating_mul(2);
    twice >= month.saturating_mul(23) && twice <= month.saturating_mul(25)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(values: &[i128]) -> Vec<usize> {
        let series: Vec<(Month, i128)> =
            (0..).zip(values).map(|(month, value)| (Month(month), *value)).collect();
        places(&series)
    }

    #[test]
    fn an_amount_of_a_year_stands_out_on_both_sides() {
        assert_eq!(found(&[100, 100, 1200, 100]), [2]);
        assert_eq!(found(&[1200, 100, 100]), [0]);
        assert_eq!(found(&[100, 0, 1200]), [2]);
        assert_eq!(found(&[100, 1150, 100, 1251, 100]), [1]);
    }

    #[test]
    fn amounts_of_one_month_are_no_neighbours_of_each_other() {
        let months =
            |months: [i32; 3]| months.map(Month).into_iter().zip([100, 1200, 100]).collect::<Vec<_>>();
        assert_eq!(places(&months([0, 1, 2])), [1]);
        assert!(places(&months([1, 1, 1])).is_empty());
        assert_eq!(places(&months([0, 1, 1])), [1]);
    }

    #[test]
    fn growth_is_no_amount_of_a_year() {
        assert!(found(&[100, 1200, 1200]).is_empty());
        assert!(found(&[1200]).is_empty());
        assert!(found(&[0, 0, 0]).is_empty());
        assert!(found(&[-100, -1200, -100]).is_empty());
    }
}
