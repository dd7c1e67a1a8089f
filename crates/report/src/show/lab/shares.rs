//! Shares in words: in a hundred, in percent, and as a part of a length.

use plimsoll_metrics::Exact;

use super::Bench;
use crate::lab::checked::RateTold;
use crate::view::Place;

/// A whole share, in millionths.
pub(super) const WHOLE: u32 = 1_000_000;

/// A counted share in millionths, to the nearest.
pub(super) fn share(rate: &RateTold) -> u32 {
    let twice = u128::from(rate.count).saturating_mul(2_000_000).saturating_add(rate.total.into());
    let share = twice.checked_div(u128::from(rate.total).saturating_mul(2)).unwrap_or(0);
    u32::try_from(share).unwrap_or(WHOLE)
}

/// A part of the whole length.
pub(super) fn place(part: u32, whole: u32) -> Place {
    let place = u64::from(part).saturating_mul(Place::END.0.into()).checked_div(whole.into()).unwrap_or(0);
    Place(u16::try_from(place).unwrap_or(u16::MAX).min(Place::END.0))
}

impl Bench<'_> {
    /// "81 times in 100". What is not all and not none does not read so.
    pub(super) fn times_in_100(&self, share: u32) -> String {
        match share {
            WHOLE => "every time".into(),
            995_000.. => "more than 99 times in 100".into(),
            0 => "never".into(),
            1..5_000 => "less than once in 100".into(),
            share => [self.in_100(share).as_str(), " times in 100"].concat(),
        }
    }

    /// "between 78 and 84 times in 100", or where both are one, "81 times in 100".
    pub(super) fn between_in_100(&self, low: u32, high: u32) -> String {
        let ends = [self.in_100(low), self.in_100(high)];
        let [from, to] = &ends;
        if from == to {
            [to, " times in 100"].concat()
        } else {
            ["between ", from, " and ", to, " times in 100"].concat()
        }
    }

    pub(super) fn in_100(&self, share: u32) -> String {
        self.context.writer.number(&Exact::percent(share.into()).times(&Exact::percent(1)), 0)
    }

    /// A share in millionths: "62.4%".
    pub(super) fn percent(&self, millionths: u32) -> String {
        self.share(&shared(millionths))
    }

    /// "12.1% to 18.9%".
    pub(super) fn interval(&self, (low, high): (u32, u32)) -> String {
        [&self.percent(low), " to ", &self.percent(high)].concat()
    }

    /// "0.81".
    pub(super) fn hundredth(&self, millionths: u32) -> String {
        self.decimals(millionths, 2)
    }

    /// Millionths as a number with so many decimals.
    pub(super) fn decimals(&self, millionths: u32, decimals: u32) -> String {
        self.context.writer.number(&shared(millionths), decimals)
    }

    pub(super) fn thousandth(&self, millionths: u32) -> String {
        self.decimals(millionths, 3)
    }

    pub(super) fn tenth(&self, millionths: u32) -> String {
        self.decimals(millionths, 1)
    }

    /// A score to its last hundredth.
    pub(super) fn two_places(&self, hundredths: u16) -> String {
        self.context.writer.number(&Exact::percent(hundredths.into()), 2)
    }

    pub(super) fn whole_points(&self, hundredths: u16) -> String {
        self.context.writer.number(&Exact::percent(hundredths.into()), 0)
    }

    /// One part of a whole.
    pub(super) fn part(&self, count: u64, of: u64) -> Option<Exact> {
        let exact = |count: u64| i64::try_from(count).ok().map(Exact::from);
        exact(count)?.divided_by(&exact(of)?)
    }

    /// "1 account", "1,204 accounts".
    pub(super) fn accounts_of(&self, count: u64) -> String {
        self.accounts(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// "1 day", "184 days".
    pub(super) fn days(&self, days: u32) -> String {
        [self.count(days).as_str(), if days == 1 { " day" } else { " days" }].concat()
    }

    /// "Snapshot 2", where days are not known.
    pub(super) fn nth_snapshot(&self, place: usize) -> String {
        ["Snapshot ", &self.count(place.saturating_add(1) as u64)].concat()
    }
}

/// Millionths as a share.
fn shared(millionths: u32) -> Exact {
    Exact::per_mille(millionths.into()).times(&Exact::per_mille(1))
}
