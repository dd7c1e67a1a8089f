//! What a cell's number format makes of its number. Only what changes the meaning matters: a share, a date, a time.

/// How a number is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Reading {
    /// As it is.
    #[default]
    Plain,
    /// As a share, shown times a hundred.
    Percent,
    /// As days since an epoch, shown as a date.
    Date,
    /// As days since an epoch, shown as a date and a time.
    DateTime,
    /// As a part of a day, shown as a time.
    Time,
    /// As a length of time, which may be longer than a day.
    Elapsed,
}

/// The formats that have a number and no code, by the numbers that both Excel formats share.
pub(crate) const fn built_in(number: u16) -> Reading {
    match number {
        9 | 10 => Reading::Percent,
        14..=17 | 27..=31 | 34..=36 | 50..=58 => Reading::Date,
        18..=21 | 32 | 33 | 45 | 47 => Reading::Time,
        22 => Reading::DateTime,
        46 => Reading::Elapsed,
        _ => Reading::Plain,
    }
}

/// Reads a format code, such as `0.0%` or `yyyy\-mm\-dd hh:mm`. Its first section decides.
pub(crate) fn of_code(code: &str) -> Reading {
    if ["general", "standard", "@"].iter().any(|plain| code.eq_ignore_ascii_case(plain)) {
        return Reading::Plain;
    }
    let (mut day, mut clock, mut month_or_minute, mut percent) = (false, false, false, false);
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter.to_ascii_lowercase() {
            ';' => break,
            '"' => while letters.next().is_some_and(|quoted| quoted != '"') {},
            '\\' | '_' | '*' => _ = letters.next(),
            '[' => {
                let inner: String = letters.by_ref().take_while(|inner| *inner != ']').collect();
                let unit = inner.to_ascii_lowercase();
                let is_elapsed = ["h", "m", "s"]
                    .iter()
                    .any(|letter| !unit.is_empty() && unit.trim_start_matches(letter).is_empty());
                if is_elapsed {
                    return Reading::Elapsed;
                }
            }
            '%' => percent = true,
            'y' | 'd' => day = true,
            'h' | 's' => clock = true,
            'm' => month_or_minute = true,
            // The exponent of "0.0E+00" is no Japanese year.
            _ => {}
        }
    }
    match (day || (month_or_minute && !clock), clock) {
        (true, true) => Reading::DateTime,
        (true, false) => Reading::Date,
        (false, true) => Reading::Time,
        (false, false) if percent => Reading::Percent,
        (false, false) => Reading::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::{Reading, of_code};

    #[test]
    fn only_what_is_not_quoted_counts() {
        let plain = [
            "General",
            "@",
            "Standard",
            "0.00",
            "#,##0.00 \"USD per day\"",
            "[$$-409]#,##0",
            "0.00E+00",
            "0\\d",
            "[Red]0",
            "_-* #,##0_-",
            "# ?/?",
            "0;0%",
            "[>=1000]0,",
            "",
        ];
        for code in plain {
            assert_eq!(of_code(code), Reading::Plain, "{code}");
        }
        for code in ["0%", "0.0 %", "[Green]0.00%;[Red]-0.00%"] {
            assert_eq!(of_code(code), Reading::Percent, "{code}");
        }
        for code in ["yyyy-mm-dd", "mmm yy", "[$-F800]dddd, mmmm dd, yyyy", "d.m.yyyy;@", "MMM", "yyyy\\-mm"]
        {
            assert_eq!(of_code(code), Reading::Date, "{code}");
        }
        for code in ["yyyy-mm-dd hh:mm", "m/d/yy h:mm AM/PM"] {
            assert_eq!(of_code(code), Reading::DateTime, "{code}");
        }
        for code in ["h:mm", "mm:ss", "h:mm:ss AM/PM"] {
            assert_eq!(of_code(code), Reading::Time, "{code}");
        }
        for code in ["[h]:mm", "[mm]:ss", "[ss]"] {
            assert_eq!(of_code(code), Reading::Elapsed, "{code}");
        }
    }
}
