//! Decisions about a table: as actions carry them, and as they are offered.

use std::mem::discriminant;

use plimsoll_intake::{
    Basis, Choice, CurrencyMark, DateOrder, DayCount, DecimalMark, Duplicates, Encoding, Month, PercentScale,
    Quantity, Role, Scale, Setting, Shape, Signs, Spikes,
};

/// What a reader decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    /// How the file writes its characters.
    Encoding(Encoding),
    /// Anything else.
    Choice(Choice),
}

/// The decision that an action carries; nothing where it makes no sense.
pub(super) fn decision(setting: &str, value: &str) -> Option<Decision> {
    if setting == "encoding" {
        return Encoding::from_slug(value).map(Decision::Encoding);
    }
    if let Some(column) = setting.strip_prefix("column.") {
        return Some(Decision::Choice(Choice::Role(column.parse().ok()?, Role::from_slug(value)?)));
    }
    let choice = match setting {
        "delimiter" => Choice::Delimiter(char::from_u32(value.parse().ok()?)?),
        "header" => Choice::HeaderLine(value.parse().ok()?),
        "until" => Choice::Until(month(value)?),
        "count" => Choice::Count(DayCount::from_slug(value)?),
        _ => match Setting::from_slug(setting)? {
            Setting::Shape => Choice::Shape(Shape::from_slug(value)?),
            Setting::Mark => Choice::Mark(DecimalMark::from_slug(value)?),
            Setting::Order => Choice::Order(DateOrder::from_slug(value)?),
            Setting::Scale => Choice::Scale(Scale::from_slug(value)?),
            Setting::Basis => Choice::Basis(Basis::from_slug(value)?),
            Setting::Quantity => Choice::Quantity(Quantity::from_slug(value)?),
            Setting::Signs => Choice::Signs(Signs::from_slug(value)?),
            Setting::Currency => Choice::Currency(CurrencyMark::find(value)?),
            Setting::Percent => Choice::Percent(PercentScale::from_slug(value)?),
            Setting::Spikes => Choice::Spikes(Spikes::from_slug(value)?),
            Setting::Duplicates => Choice::Duplicates(Duplicates::from_slug(value)?),
        },
    };
    Some(Decision::Choice(choice))
}

/// A month as it is carried: "2025-12".
fn month(text: &str) -> Option<Month> {
    let (year, month) = text.split_once('-')?;
    Month::from_year_month(year.parse().ok()?, month.parse().ok()?)
}

/// The setting and the value by which an action carries a choice.
pub(super) fn carried(choice: &Choice) -> (String, String) {
    let (setting, value) = match choice {
        Choice::Delimiter(delimiter) => ("delimiter", u32::from(*delimiter).to_string()),
        Choice::HeaderLine(line) => ("header", line.to_string()),
        Choice::Role(column, role) => return (["column.", &column.to_string()].concat(), role.slug().into()),
        Choice::Month(column, month) => return (["month.", &column.to_string()].concat(), month.to_string()),
        Choice::Shape(shape) => (Setting::Shape.slug(), shape.slug().into()),
        Choice::Mark(mark) => (Setting::Mark.slug(), mark.slug().into()),
        Choice::Order(order) => (Setting::Order.slug(), order.slug().into()),
        Choice::Count(count) => ("count", count.slug().into()),
        Choice::Scale(scale) => (Setting::Scale.slug(), scale.slug().into()),
        Choice::Basis(basis) => (Setting::Basis.slug(), basis.slug().into()),
        Choice::Quantity(quantity) => (Setting::Quantity.slug(), quantity.slug().into()),
        Choice::Signs(signs) => (Setting::Signs.slug(), signs.slug().into()),
        Choice::Currency(currency) => (Setting::Currency.slug(), currency.as_str().into()),
        Choice::Percent(percent) => (Setting::Percent.slug(), percent.slug().into()),
        Choice::Spikes(spikes) => (Setting::Spikes.slug(), spikes.slug().into()),
        Choice::Duplicates(duplicates) => (Setting::Duplicates.slug(), duplicates.slug().into()),
        Choice::Until(month) => ("until", month.to_string()),
    };
    (setting.into(), value)
}

/// Whether the later of two choices takes the place of the earlier one.
pub(super) fn is_about_the_same(earlier: &Choice, later: &Choice) -> bool {
    match (earlier, later) {
        (Choice::Role(one, _), Choice::Role(other, _)) | (Choice::Month(one, _), Choice::Month(other, _)) => {
            one == other
        }
        _ => discriminant(earlier) == discriminant(later),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_carried_there_and_back() {
        let choices = [
            Choice::Delimiter('\t'),
            Choice::HeaderLine(3),
            Choice::Role(7, Role::Amount),
            Choice::Shape(Shape::Wide),
            Choice::Mark(DecimalMark::Comma),
            Choice::Order(DateOrder::DayFirst),
            Choice::Count(DayCount::Seconds),
            Choice::Scale(Scale::Minor),
            Choice::Basis(Basis::Quarter),
            Choice::Quantity(Quantity::Each),
            Choice::Signs(Signs::ByType),
            Choice::Percent(PercentScale::OfOne),
            Choice::Spikes(Spikes::Twelfth),
            Choice::Until(Month(24_311)),
        ];
        for choice in choices {
            let (setting, value) = carried(&choice);
            assert_eq!(decision(&setting, &value), Some(Decision::Choice(choice)));
            for other in choices {
                assert_eq!(
                    is_about_the_same(&choice, &other),
                    setting == carried(&other).0,
                    "{choice:?} {other:?}"
                );
            }
        }
        let euro = CurrencyMark::find("EUR").map(Choice::Currency);
        assert_eq!(decision("currency", "EUR"), euro.map(Decision::Choice));
    }

    #[test]
    fn what_makes_no_sense_is_no_decision() {
        for (setting, value) in [
            ("", ""),
            ("column.x", "amount"),
            ("mark", "?"),
            ("delimiter", "-1"),
            ("nothing", "1"),
            ("until", "2025-13"),
        ] {
            assert_eq!(decision(setting, value), None, "{setting} {value}");
        }
    }
}
