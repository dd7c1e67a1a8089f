//! Which character stands between two cells.

use crate::order::Listed as _;
use crate::table::Rows;

/// How many rows are looked at.
const SAMPLE: usize = 100;

/// The delimiter of a text: a tab if most rows have one, else the one that cuts the largest share of rows alike. Where
/// several do, it is not the comma, which stands inside numbers and names as well.
pub(crate) fn of(text: &str) -> char {
    let tabbed = widths(text, '\t');
    if tabbed.iter().filter(|&&width| width > 1).count().saturating_mul(2) > tabbed.len() {
        return '\t';
    }
    let mut best = (',', 0, 1);
    for delimiter in [';', '|', ',', '\t'] {
        let widths = widths(text, delimiter);
        let (alike, rows) = (most_alike(&widths), widths.len());
        if alike.saturating_mul(best.2) > rows.saturating_mul(best.1) {
            best = (delimiter, alike, rows);
        }
    }
    best.0
}

/// How many cells each row has.
fn widths(text: &str, delimiter: char) -> Vec<usize> {
    Rows::new(text, delimiter).take(SAMPLE).map(|row| row.cells.len()).listed()
}

/// How many rows have the same number of cells, more than one.
fn most_alike(widths: &[usize]) -> usize {
    let alike = |width: &usize| widths.iter().filter(|other| *other == width).count();
    widths.iter().filter(|&&width| width > 1).map(alike).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_delimiter_is_the_one_that_cuts_rows_alike() {
        for (delimiter, text) in [
            (',', "Customer,Start,End\nAcme,1,2"),
            (';', "Customer;Start;End\nAcme;1,50;2,25"),
            (';', "Acme;1,50;2,25\nBolt;3,50;4,25"),
            ('\t', "Customer\tStart\tEnd\nAcme, Inc.\t1,000\t2,000"),
            ('\t', "MRR, by customer\nCustomer\tStart\tEnd\nAcme, Inc.\t1,000\t2,000"),
            ('|', "|Customer|Start|End|\n|---|---|---|\n|Acme|1,000|2,000|"),
            (',', "Customer,Start,End\n\"a;b\",1,2\n\"c;d\",1,2"),
            (',', "Customer,Start,End\nx|y,1,2"),
            (',', "Customer,Start,End\n\"a;\nb;\nc;d\",1,2"),
            (',', "Customer\nAcme"),
            (',', ""),
        ] {
            assert_eq!(of(text), delimiter, "{text}");
        }
    }
}
