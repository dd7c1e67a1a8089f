//! Why customers left, by what a column of reasons says.

/// Words by which a reason tells that a payment failed, rather than that somebody decided to leave. Each names the payment or is
/// a term of collecting it: "the product failed us" is a decision.
const INVOLUNTARY: [&str; 16] = [
    "involuntar",
    "payment fail",
    "payment_fail",
    "failed payment",
    "failed_payment",
    "declined",
    "dunning",
    "delinquen",
    "past due",
    "past_due",
    "unpaid",
    "nonpayment",
    "non-payment",
    "expired card",
    "card expired",
    "chargeback",
];

/// Parts of a header under which reasons stand.
const REASON: [&str; 3] = ["reason", "gungsgrund", "motif d"];

/// Whether reasons stand under a header.
#[must_use]
pub fn is_of_reasons(header: &str) -> bool {
    REASON.iter().any(|part| holds(header, part))
}

/// Whether a reason tells of a failed payment rather than of a decision; nothing where there is no reason.
///
/// ```
/// use plimsoll_intake::is_involuntary;
/// assert_eq!(is_involuntary("Card declined"), Some(true));
/// assert_eq!(is_involuntary("The product failed us"), Some(false));
/// assert_eq!(is_involuntary(" "), None);
/// ```
#[must_use]
pub fn is_involuntary(reason: &str) -> Option<bool> {
    (!reason.trim().is_empty()).then(|| INVOLUNTARY.iter().any(|part| holds(reason, part)))
}

/// Whether a text holds a part, in small letters or large.
fn holds(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len()).any(|piece| piece.eq_ignore_ascii_case(part.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_counts_as_involuntary_only_where_it_speaks_of_paying() {
        let told =
            ["payment_failed", "Card declined", "Past due", "The product failed us", "Declining use", " "];
        let some = [Some(true), Some(true), Some(true), Some(false), Some(false), None];
        assert_eq!(told.map(is_involuntary), some);
    }

    #[test]
    fn a_header_of_reasons_is_known_in_three_languages() {
        let told = ["Cancellation reason", "Kündigungsgrund", "Motif de départ", "Season"];
        assert_eq!(told.map(is_of_reasons), [true, true, true, false]);
    }
}
