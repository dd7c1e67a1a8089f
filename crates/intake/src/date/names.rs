//! The names of months.

/// The names of each month, short and long, in English, German, French, Spanish, Italian and Dutch, where they differ.
#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "januar", "jänner", "janvier", "janv", "enero", "ene", "gennaio", "gen", "januari"],
    &["feb", "february", "februar", "février", "févr", "fév", "febrero", "febbraio", "februari"],
    &["mar", "march", "mär", "märz", "mrz", "mars", "marzo", "maart", "mrt"],
    &["apr", "april", "avril", "avr", "abril", "abr", "aprile"],
    &["may", "mai", "mayo", "maggio", "mag", "mei"],
    &["jun", "june", "juni", "juin", "junio", "giugno", "giu"],
    &["jul", "july", "juli", "juillet", "juil", "julio", "luglio", "lug"],
    &["aug", "august", "août", "agosto", "ago", "augustus"],
    &["sep", "sept", "september", "septembre", "septiembre", "settembre", "set"],
    &["oct", "october", "okt", "oktober", "octobre", "octubre", "ottobre", "ott"],
    &["nov", "november", "novembre", "noviembre"],
    &["dec", "december", "dez", "dezember", "décembre", "déc", "diciembre", "dic", "dicembre"],
];

/// Days of the week, which may stand before a date and say nothing more.
const DAYS: [&str; 14] = [
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The number of a month by its name in small letters, from 1.
pub(super) fn month(name: &str) -> Option<u32> {
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&name)).map(|(number, _)| number)
}

/// Whether a word within a date says nothing: a day of the week, or the end of `5th`.
pub(super) fn is_filler(word: &str) -> bool {
    DAYS.contains(&word) || matches!(word, "st" | "nd" | "rd" | "th" | "of" | "de")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_for_two_months() {
        let names: Vec<&str> = MONTHS.into_iter().flatten().copied().collect();
        for name in &names {
            assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{name}");
            assert!(!is_filler(name), "{name}");
        }
    }
}
