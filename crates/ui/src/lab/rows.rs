//! Long tables: of a million rows, only those that are seen are there. What stands above and below is as tall as the rows would
//! be, up to a height that every browser can scroll; beyond it, the place stands for the row.

/// How tall a row is, in pixels. The styles hold rows to it.
pub(super) const ROW: u32 = 36;
/// The tallest that a table becomes, in pixels. Browsers stop somewhere above twice as much.
const TALLEST: u32 = 12_000_000;
/// How many rows beyond those that are seen are asked for, to either side.
const BEYOND: u32 = 12;

/// The height of all rows.
pub(super) const fn height(total: u32) -> u32 {
    let whole = total.saturating_mul(ROW);
    if whole > TALLEST { TALLEST } else { whole }
}

/// The first row that is to be there when the table is scrolled so far, with so much of it seen.
pub(super) fn first_row(total: u32, scrolled: u32, seen: u32) -> u32 {
    let row = if is_whole(total) {
        scrolled / ROW
    } else {
        let (way, rows) = (TALLEST.saturating_sub(seen).max(1), total.saturating_sub(seen / ROW));
        let row = u64::from(scrolled).saturating_mul(rows.into()).checked_div(way.into()).unwrap_or(0);
        u32::try_from(row).unwrap_or(u32::MAX).min(total)
    };
    row.saturating_sub(BEYOND)
}

/// The first row that is seen, of those that are there from this one on.
pub(super) const fn first_seen(start: u32) -> u32 {
    if start == 0 { 0 } else { start.saturating_add(BEYOND) }
}

/// How much stands above the rows that are there: they are at hand where they are seen.
pub(super) fn above(total: u32, start: u32, count: u32, scrolled: u32, seen: u32) -> u32 {
    if is_whole(total) {
        return start.saturating_mul(ROW);
    }
    // The row that belongs to the place stands at its top.
    let first = first_row(total, scrolled, seen).saturating_add(BEYOND);
    let shift = i64::from(first).saturating_sub(start.into());
    let top = i64::from(scrolled).saturating_sub(shift.saturating_mul(ROW.into()));
    let most = TALLEST.saturating_sub(count.saturating_mul(ROW));
    u32::try_from(top.clamp(0, most.into())).unwrap_or(0)
}

const fn is_whole(total: u32) -> bool {
    total.saturating_mul(ROW) <= TALLEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_can_be_reached() {
        for total in [1, 30, 5_000, 100_000, 1_000_000, 3_000_000] {
            let seen = 480;
            let last = height(total).saturating_sub(seen);
            let first = first_row(total, last, seen) + BEYOND;
            assert!(first + seen / ROW + 1 >= total, "{total}: {first}");
            assert_eq!(first_row(total, 0, seen), 0);
        }
    }

    #[test]
    fn what_is_there_stands_where_it_is_seen() {
        for (total, scrolled) in [(5_000, 36_000), (1_000_000, 6_000_000), (1_000_000, 11_999_000)] {
            let start = first_row(total, scrolled, 480);
            let top = above(total, start, 40, scrolled, 480);
            let first = (scrolled.saturating_sub(top)) / ROW + start;
            assert!(first.abs_diff(first_row(total, scrolled, 480) + BEYOND) <= 15, "{total} at {scrolled}");
            assert!(top <= scrolled && top + 40 * ROW > scrolled);
        }
    }
}
