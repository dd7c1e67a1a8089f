//! Made-up accounts: how each fares at one or two moments, and who leaves in between.
//!
//! Behind each account is how well it fits, which nobody sees. It shows in use, adoption, tickets and answers, each with noise of its
//! own and gaps, and decides together with the segment who leaves. So indicators go before churn without telling it.

use crate::chance::Chance;
use crate::day;
use crate::names;

/// How many accounts there are to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountSize {
    /// 200 accounts at two moments.
    Small,
    /// 5,000 accounts at two moments.
    Medium,
    /// 100,000 accounts at two moments.
    Large,
    /// A million accounts at one moment: to measure with.
    Huge,
}

impl AccountSize {
    /// Every size, smallest first.
    pub const ALL: [Self; 4] = [Self::Small, Self::Medium, Self::Large, Self::Huge];

    /// The name under which it is asked for.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Small => "accounts-small",
            Self::Medium => "accounts-medium",
            Self::Large => "accounts-large",
            Self::Huge => "accounts-huge",
        }
    }

    /// How many accounts it has.
    #[must_use]
    pub const fn accounts(self) -> u32 {
        match self {
            Self::Small => 200,
            Self::Medium => 5_000,
            Self::Large => 100_000,
            Self::Huge => 1_000_000,
        }
    }

    /// At how many moments each was written down.
    #[must_use]
    pub const fn snapshots(self) -> u32 {
        match self {
            Self::Small | Self::Medium | Self::Large => 2,
            Self::Huge => 1,
        }
    }

    /// About how many bytes it has, which is enough to tell how far a reading has come.
    #[must_use]
    pub const fn bytes(self) -> u32 {
        match self {
            Self::Small => 50_100,
            Self::Medium => 1_260_000,
            Self::Large => 25_400_000,
            Self::Huge => 128_100_000,
        }
    }

    const fn seed(self) -> u64 {
        match self {
            Self::Small => 200,
            Self::Medium => 5_000,
            Self::Large => 100_000,
            Self::Huge => 1_885, // the year in which the loading commission reported
        }
    }
}

/// Accounts that write themselves, row by row.
///
/// ```
/// use plimsoll_samples::{AccountSample, AccountSize};
/// let text: String = AccountSample::new(AccountSize::Small).collect();
/// assert!(text.starts_with("Snapshot date,Account ID,Account,Segment,"));
/// assert_eq!(text.lines().count(), 401);
/// ```
#[derive(Debug)]
pub struct AccountSample {
    chance: Chance,
    size: AccountSize,
    written: u32,
    header: bool,
}

const HEADER: &str = "Snapshot date,Account ID,Account,Segment,Country,Owner,ARR,Logins last 30 days,Adoption %,Seats,Seats used,\
                      Open tickets,NPS,CSAT,CSM pulse,Last contact,Onboarding %,Renewal date,Churned,Churn date\n";

/// The two moments, in days since 2023: the middle and the end of 2025.
const MOMENTS: [u32; 2] = [911, 1_095];

impl AccountSample {
    /// The sample of this size, from its header on.
    #[must_use]
    pub fn new(size: AccountSize) -> Self {
        Self { chance: Chance::new(size.seed()), size, written: 0, header: true }
    }
}

impl Iterator for AccountSample {
    type Item = String;

    /// The header, then all rows of one account after the other.
    fn next(&mut self) -> Option<String> {
        if self.header {
            self.header = false;
            return Some(HEADER.into());
        }
        if self.written >= self.size.accounts() {
            return None;
        }
        let account = Account::draw(&mut self.chance, self.written, self.size);
        self.written = self.written.saturating_add(1);
        Some(account.rows(&mut self.chance, self.size))
    }
}

/// What a segment is like.
struct Kind {
    name: &'static str,
    /// What the middle of its accounts pays a year, in units.
    pays: u64,
    /// The fewest and most seats.
    seats: (u32, u32),
    /// How many of ten thousand leave within half a year, if they fit as most do.
    leaves: u32,
}

const KINDS: [Kind; 3] = [
    Kind { name: "Enterprise", pays: 96_000, seats: (120, 900), leaves: 260 },
    Kind { name: "Mid-market", pays: 21_000, seats: (20, 140), leaves: 480 },
    Kind { name: "SMB", pays: 4_200, seats: (2, 24), leaves: 850 },
];

/// An account as it is, whether anybody sees it or not.
#[derive(Debug)]
struct Account {
    number: u32,
    name: String,
    kind: usize,
    country: &'static str,
    owner: String,
    /// In cents.
    pays: u64,
    seats: u32,
    /// How well it fits: from 0 to 10,000, 5,000 in the middle.
    fit: u32,
    /// The day on which it became a customer, and the one in each year on which it renews.
    since: u32,
    /// The day on which it leaves, if it does.
    leaves: Option<u32>,
}

impl Account {
    fn draw(chance: &mut Chance, number: u32, size: AccountSize) -> Self {
        let kind = match chance.below(100) {
            0..9 => 0,
            9..38 => 1,
            _ => 2,
        };
        let of = KINDS.get(kind).unwrap_or(&KINDS[2]);
        let fit = bell(chance, 2_500);
        let owners = size.accounts().checked_div(60).unwrap_or(0).clamp(4, 360);
        let mut account = Self {
            number,
            name: names::company(chance, number),
            kind,
            country: chance.pick(&names::COUNTRIES).copied().unwrap_or_default(),
            owner: names::person(chance.below(owners)),
            pays: spread(chance, of.pays),
            seats: chance.between(of.seats.0, of.seats.1),
            fit,
            since: chance.below(MOMENTS[0].saturating_sub(10)),
            leaves: None,
        };
        if chance.happens(of.leaves.saturating_mul(risk(fit)).checked_div(100).unwrap_or(0)) {
            account.leaves = Some(chance.between(MOMENTS[0].saturating_add(1), MOMENTS[1]));
        }
        account
    }

    /// Its rows, one for each moment. At a single moment some have left already.
    fn rows(&self, chance: &mut Chance, size: AccountSize) -> String {
        match size.snapshots() {
            1 => self.row(chance, MOMENTS[1]),
            _ => MOMENTS.iter().map(|moment| self.row(chance, *moment)).collect(),
        }
    }

    fn row(&self, chance: &mut Chance, now: u32) -> String {
        let has_left = self.leaves.is_some_and(|day| day <= now);
        let kind = KINDS.get(self.kind).map_or("", |kind| kind.name);
        let (whole, cents) =
            (self.pays.checked_div(100).unwrap_or(0), self.pays.checked_rem(100).unwrap_or(0));
        let Self { number, name, country, owner, .. } = self;
        let signs = if has_left { self.silence() } else { self.signs(chance, now) };
        let renewal = if has_left { String::new() } else { day(self.renewal_after(now)) };
        let (churned, churn_day) = match self.leaves.filter(|_| has_left) {
            Some(left) => ("yes", day(left)),
            None => ("no", String::new()),
        };
        let id = 10_000_u32.saturating_add(*number);
        let now = day(now);
        format!(
            "{now},A-{id},{name},{kind},{country},{owner},{whole}.{cents:02},{signs},{renewal},{churned},{churn_day}\n"
        )
    }

    /// The signs of an account that is there, some of them unknown.
    fn signs(&self, chance: &mut Chance, now: u32) -> String {
        // Who is about to leave is on the way down already.
        let fit = if self.leaves.is_some() {
            self.fit.saturating_mul(9).checked_div(10).unwrap_or(0)
        } else {
            self.fit
        };
        let near = |chance: &mut Chance, most: u32| {
            moved(chance, fit, 2_600).saturating_mul(most).checked_div(10_000).unwrap_or(0)
        };
        let share = near(chance, 80).saturating_add(18);
        let used = self.seats.saturating_mul(share).checked_div(100).unwrap_or(0).max(1);
        let logins = used.saturating_mul(near(chance, 18).saturating_add(1));
        let adoption = near(chance, 100).max(1);
        let unfit = 10_000_u32.saturating_sub(moved(chance, fit, 1_500));
        let tickets = chance.below(unfit.checked_div(1_400).unwrap_or(0).saturating_add(2));
        let nps = near(chance, 11).min(10);
        let csat = near(chance, 40).saturating_add(10);
        let pulse = near(chance, 5).saturating_add(1).min(5);
        let silent = chance.between(1, unfit.checked_div(90).unwrap_or(0).saturating_add(8));
        let age = now.saturating_sub(self.since);
        let set_up = if age > 120 {
            100
        } else {
            age.saturating_mul(70).checked_div(120).unwrap_or(0).saturating_add(near(chance, 30))
        };
        let csat = format!("{}.{}", csat.checked_div(10).unwrap_or(0), csat.checked_rem(10).unwrap_or(0));
        let cells = [
            (200, logins.to_string()),
            (300, format!("{adoption}%")),
            (0, self.seats.to_string()),
            (150, used.to_string()),
            (100, tickets.to_string()),
            (4_500, nps.to_string()),
            (3_500, csat),
            (900, pulse.to_string()),
            (400, day(now.saturating_sub(silent))),
            (600, format!("{}%", set_up.min(100))),
        ];
        cells.map(|(gaps, cell)| if chance.happens(gaps) { String::new() } else { cell }).join(",")
    }

    /// Of an account that has left there is nothing to see but its seats.
    fn silence(&self) -> String {
        format!(",,{},0,,,,,,", self.seats)
    }

    /// The next day on which it renews.
    fn renewal_after(&self, now: u32) -> u32 {
        let year = 365_u32;
        let gone = now.saturating_sub(self.since).checked_div(year).unwrap_or(0).saturating_add(1);
        self.since.saturating_add(gone.saturating_mul(year))
    }
}

/// How much likelier than others an account leaves that fits like this, in hundredths: by the tenths of all accounts.
fn risk(fit: u32) -> u32 {
    const TENTHS: [(u32, u32); 10] = [
        (3_150, 260),
        (3_790, 190),
        (4_240, 140),
        (4_630, 110),
        (5_000, 85),
        (5_370, 66),
        (5_760, 50),
        (6_210, 38),
        (6_850, 26),
        (10_000, 16),
    ];
    TENTHS.iter().find(|(most, _)| fit <= *most).map_or(16, |(_, risk)| *risk)
}

/// Four draws together: few at the ends, most in the middle.
fn bell(chance: &mut Chance, each: u32) -> u32 {
    (0..4).map(|_| chance.below(each.saturating_add(1))).fold(0, u32::saturating_add)
}

/// A number from 0 to 10,000, moved by chance by so much at most, and mostly by less.
fn moved(chance: &mut Chance, fit: u32, by: u32) -> u32 {
    let half = by.checked_div(2).unwrap_or(0);
    fit.saturating_add(bell(chance, half)).saturating_sub(by).min(10_000)
}

/// An amount about this one, in cents: half of them within 0.6 and 1.7 times as much, a few beyond tenfold, as contracts are.
fn spread(chance: &mut Chance, middle: u64) -> u64 {
    /// The eighth roots of two, in thousandths.
    const ROOTS: [u64; 8] = [1_000, 1_091, 1_189, 1_297, 1_414, 1_542, 1_682, 1_834];
    let steps = bell(chance, 16);
    let (octaves, eighths) = (steps >> 3, steps & 7);
    let root = ROOTS.get(eighths as usize).copied().unwrap_or(1_000);
    // Thirty-two steps are the middle: four octaves.
    let cents = middle.saturating_mul(100).saturating_mul(root).checked_div(16_000).unwrap_or(0);
    cents.checked_shl(octaves).unwrap_or(cents)
}

#[cfg(test)]
mod tests;
