//! What a header means, by the words in it.

use crate::currency::CurrencyMark;
use crate::issue::Field;
use crate::order::Grown as _;

/// What one header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) field: Field,
    /// Of several columns for a name or segment, the one with the lowest rank is read.
    pub(crate) rank: usize,
    /// Whether it speaks of amounts by the year.
    pub(crate) annual: bool,
    /// The currency it names.
    pub(crate) currency: Option<CurrencyMark>,
}

impl Heading {
    /// Whether it is a name by which nobody calls the customer.
    pub(crate) fn is_id(&self) -> bool {
        self.field == Field::Name && self.rank == ID
    }
}

/// The rank of an id among the columns of names.
const ID: usize = 2;

/// What a word contributes to a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Start,
    End,
    /// `12 months ago`: the start, and makes the length of time before it harmless.
    Ago,
    /// Recurring revenue, by the month unless another word says otherwise.
    Money,
    Annual,
    /// Means nothing by itself.
    Small,
    /// `of` makes the length of time after it harmless: `start of month` is an amount, `start month` is a date.
    Of,
    Time,
    Person,
    Name,
    Id,
    Segment,
    Currency,
}

/// The one list of aliases: in any order and capitals, all words of a header must be in it.
#[rustfmt::skip]
const WORDS: &[(Word, &[&str])] = &[
    (Word::Start, &["start", "starting", "started", "begin", "beginning", "opening", "open", "initial", "from", "before",
        "previous", "prior", "earlier", "old", "then", "was", "bop", "bom", "boy"]),
    (Word::End, &["end", "ending", "ended", "close", "closing", "final", "to", "after", "now", "current", "today",
        "latest", "later", "is", "eop", "eom", "eoy"]),
    (Word::Ago, &["ago"]),
    (Word::Money, &["mrr", "cmrr", "monthly", "recurring", "revenue", "amount", "value", "balance"]),
    (Word::Annual, &["arr", "carr", "acv", "annual", "annualized", "annualised", "annually", "yearly"]),
    (Word::Small, &["the", "at", "in", "on", "as", "a", "an", "per", "period", "window"]),
    (Word::Of, &["of"]),
    (Word::Time, &["month", "months", "quarter", "quarters", "year", "years", "one", "1", "3", "6", "12", "twelve"]),
    (Word::Person, &["customer", "customers", "client", "clients", "account", "accounts", "company", "companies",
        "organization", "organisation", "org", "subscriber", "buyer", "business", "logo", "tenant", "workspace"]),
    (Word::Name, &["name", "names"]),
    (Word::Id, &["id", "ids", "uuid", "number", "no", "key", "code", "email", "domain", "reference"]),
    (Word::Segment, &["segment", "tier", "size", "plan", "band", "group", "category", "class", "package", "edition",
        "market", "industry", "region", "type"]),
    (Word::Currency, &["currency", "ccy"]),
];

/// What a header means, if every word of it is understood and they make sense together.
pub(crate) fn heading(text: &str) -> Option<Heading> {
    let (words, currency) = words(text);
    let mut seen = Vec::new();
    for word in &words {
        seen.grow_by(meanings(word)?);
    }
    let has = |word| seen.iter().any(|(found, _)| *found == word);
    let only = |allowed: &[Word]| seen.iter().all(|(found, _)| allowed.contains(found));
    let rank = seen.iter().find(|(found, _)| *found == Word::Segment).map_or(0, |(_, rank)| *rank);
    let edge = edge(&seen);
    let (field, rank) = if let Some(field) = edge {
        use Word::{Ago, Annual, End, Money, Of, Small, Start, Time};
        only(&[Start, End, Ago, Money, Annual, Small, Of, Time]).then_some((field, 0))?
    } else if has(Word::Currency) {
        only(&[Word::Currency, Word::Id, Word::Money]).then_some((Field::Currency, 0))?
    } else if has(Word::Segment) {
        only(&[Word::Segment, Word::Person, Word::Name]).then_some((Field::Segment, rank))?
    } else {
        let rank = if has(Word::Id) { ID } else { usize::from(!has(Word::Name)) };
        let named = has(Word::Person) || has(Word::Name);
        (named && only(&[Word::Person, Word::Name, Word::Id])).then_some((Field::Name, rank))?
    };
    Some(Heading { field, rank, annual: edge.is_some() && has(Word::Annual), currency })
}

/// The end of the window that a header speaks of, if it is one and only one.
fn edge(seen: &[(Word, usize)]) -> Option<Field> {
    let count = |word| seen.iter().filter(|(found, _)| *found == word).count();
    let harmless = count(Word::Ago) > 0 || count(Word::Of) > 0;
    if count(Word::Time) > 0 && !harmless {
        return None;
    }
    match (count(Word::Start).saturating_add(count(Word::Ago)), count(Word::End)) {
        (1, 0) => Some(Field::Start),
        (0, 1) => Some(Field::End),
        _ => None,
    }
}

/// What a word means, and its place in the list; two meanings where two words are written as one (`startmrr`).
fn meanings(word: &str) -> Option<Vec<(Word, usize)>> {
    if let Some(meaning) = listed(word) {
        return Some(vec![meaning]);
    }
    ["mrr", "arr", "name", "id"].into_iter().find_map(|part| {
        let rest = word.strip_prefix(part).or_else(|| word.strip_suffix(part))?;
        Some(vec![listed(part)?, listed(rest)?])
    })
}

fn listed(word: &str) -> Option<(Word, usize)> {
    WORDS.iter().find_map(|(meaning, words)| {
        words.iter().position(|listed| *listed == word).map(|place| (*meaning, place))
    })
}

/// The words of a header in small letters, `StartMRR` being two, and the currency among them.
pub(crate) fn words(text: &str) -> (Vec<String>, Option<CurrencyMark>) {
    let mut words = Vec::new();
    let mut currency = None;
    let mut word = String::new();
    let mut chars = text.chars().peekable();
    let mut previous = ' ';
    while let Some(c) = chars.next() {
        let next_is_small = chars.peek().is_some_and(char::is_ascii_lowercase);
        let new_word = c.is_ascii_uppercase()
            && (previous.is_ascii_lowercase() || (previous.is_ascii_uppercase() && next_is_small));
        if new_word {
            finish(&mut word, &mut words, &mut currency);
        }
        // Letters of other scripts make words too: unknown ones, so that a header is not understood by half.
        if c.is_ascii_alphanumeric()
            || (!c.is_ascii() && CurrencyMark::find(&c.to_string()).is_none() && !is_dash(c))
        {
            word.push(c);
        } else {
            if c == '$' {
                word.push(c);
            }
            finish(&mut word, &mut words, &mut currency);
            // Of the plain marks only the dollar is a currency, and it is part of a word.
            currency =
                currency.or_else(|| (!c.is_ascii()).then(|| CurrencyMark::find(&c.to_string())).flatten());
        }
        previous = c;
    }
    finish(&mut word, &mut words, &mut currency);
    (words, currency)
}

/// Ends a word: a currency, or one to look up.
fn finish(word: &mut String, words: &mut Vec<String>, currency: &mut Option<CurrencyMark>) {
    match CurrencyMark::find(word) {
        Some(found) => *currency = Some(found),
        None if !word.is_empty() => words.push(word.to_ascii_lowercase()),
        None => {}
    }
    word.clear();
}

/// Punctuation that stands between the words of a header.
fn is_dash(c: char) -> bool {
    c.is_whitespace() || crate::text::is_invisible(c) || matches!(c, '\u{2010}'..='\u{2027}' | '·' | '→')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(headers: &[&str]) -> Vec<Option<Field>> {
        headers.iter().map(|header| heading(header).map(|heading| heading.field)).collect()
    }

    #[test]
    fn amounts_go_by_their_end_of_the_window() {
        let starts = [
            "Start",
            "MRR at start",
            "start_mrr",
            "StartMRR",
            "mrrStart",
            "Starting MRR",
            "MRR (start)",
            "Opening",
            "Beginning MRR",
            "Beginning of period",
            "start of month MRR",
            "From",
            "MRR start ($)",
            "Start EUR",
            "startmrr",
            "MRR 12 months ago",
            "Previous MRR",
            "MRR – start",
            "ARR at start",
            "Annual start",
            "\u{feff}Start",
        ];
        assert!(fields(&starts).iter().all(|field| *field == Some(Field::Start)), "{:?}", fields(&starts));
        let ends =
            ["End", "MRR at end", "Closing MRR", "Now", "MRR now", "to", "current_mrr", "EndMRR", "endARR"];
        assert!(fields(&ends).iter().all(|field| *field == Some(Field::End)), "{:?}", fields(&ends));
        let neither = [
            "MRR",
            "Start date",
            "Start month",
            "New MRR",
            "Start to end",
            "Customers at start",
            "開始",
            "Startzeit",
        ];
        assert!(fields(&neither).iter().all(Option::is_none), "{:?}", fields(&neither));
    }

    #[test]
    fn annual_amounts_and_currencies_are_noticed() {
        let annual = |header| heading(header).map(|heading| heading.annual);
        assert_eq!(annual("ARR at start"), Some(true));
        assert_eq!(annual("startARR"), Some(true));
        assert_eq!(annual("Annual recurring revenue (end)"), Some(true));
        assert_eq!(annual("Monthly recurring revenue, end"), Some(false));
        let currency =
            |header| heading(header).and_then(|heading| heading.currency).map(|mark| mark.as_str());
        assert_eq!(currency("MRR start (EUR)"), Some("EUR"));
        assert_eq!(currency("Start €"), Some("EUR"));
        assert_eq!(currency("Start US$"), Some("USD"));
        assert_eq!(currency("Start [$]"), Some("$"));
        assert_eq!(currency("Start"), None);
    }

    #[test]
    fn names_segments_and_currencies() {
        let names =
            ["Name", "Customer", "customer_name", "CUSTOMER_NAME", "Account", "Company name", "CustomerId"];
        assert!(fields(&names).iter().all(|field| *field == Some(Field::Name)), "{:?}", fields(&names));
        let rank = |header| heading(header).map(|heading| heading.rank);
        assert!(rank("Customer name") < rank("Customer") && rank("Customer") < rank("Customer ID"));
        assert!(rank("Segment") < rank("Plan"));
        let segments = ["Segment", "Customer segment", "Tier", "Company size", "Plan name"];
        assert!(
            fields(&segments).iter().all(|field| *field == Some(Field::Segment)),
            "{:?}",
            fields(&segments)
        );
        assert_eq!(
            fields(&["Currency", "currency code", "Plan MRR", "Account owner"]),
            [Some(Field::Currency), Some(Field::Currency), None, None]
        );
    }
}
