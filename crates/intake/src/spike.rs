//! Amounts of a year among amounts of a month.

use crate::month::Month;

/// Where amounts stand that are about twelve times those of the months beside them: between eleven and a half and twelve
/// and a half times the last amount before and the next one after, both if there are both. The months are in order, and
/// amounts of nothing do not count as neighbours.
pub(crate) fn places(series: &[(Month, i128)]) -> Vec<usize> {
    let paid = |(_, value): &&(Month, i128)| *value > 0;
    let mut found = Vec::new();
    for (place, (month, value)) in series.iter().enumerate() {
        let (before, after) = series.split_at_checked(place).unwrap_or((series, &[]));
        let before = before.iter().rev().filter(|(other, _)| other != month).find(paid);
        let after = after.iter().skip(1).filter(|(other, _)| other != month).find(paid);
        let near = |neighbour: &(Month, i128)| is_twelvefold(*value, neighbour.1);
        if (before.is_some() || after.is_some()) && before.is_none_or(near) && after.is_none_or(near) {
            found.push(place);
        }
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
    fn growth_is_no_amount_of_a_year() {
        assert!(found(&[100, 1200, 1200]).is_empty());
        assert!(found(&[1200]).is_empty());
        assert!(found(&[0, 0, 0]).is_empty());
        assert!(found(&[-100, -1200, -100]).is_empty());
    }
}
