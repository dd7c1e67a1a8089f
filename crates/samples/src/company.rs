//! One invented company: what it buys, when it comes, grows, leaves and returns.

use crate::chance::Chance;
use crate::month;
use crate::names::{self, COUNTRIES};

/// How much there is to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// About thirteen hundred rows: 90 customers over two years.
    Small,
    /// About forty thousand rows: 2,000 customers over three years.
    Medium,
    /// About a million rows: 50,000 customers over three years.
    Large,
}

impl Size {
    /// Every size, smallest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// The name under which it is asked for.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }

    /// How many customers it has.
    #[must_use]
    pub const fn customers(self) -> u32 {
        match self {
            Self::Small => 90,
            Self::Medium => 2_000,
            Self::Large => 50_000,
        }
    }

    /// How many months it covers, from January 2023 on.
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::Small => 24,
            Self::Medium | Self::Large => 36,
        }
    }

    /// About how many bytes it has, which is enough to tell how far a reading has come.
    #[must_use]
    pub const fn bytes(self) -> u32 {
        match self {
            Self::Small => 72_000,
            Self::Medium => 2_300_000,
            Self::Large => 58_600_000,
        }
    }

    pub(crate) const fn seed(self) -> u64 {
        match self {
            Self::Small => 24,
            Self::Medium => 36,
            Self::Large => 1_876, // the year of the Plimsoll line
        }
    }
}

/// How large a customer is, which decides most of what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Pays the most and stays the longest.
    Enterprise,
    /// In between.
    MidMarket,
    /// Many, small, quick to come and to go.
    Smb,
}

/// What a segment does each month, in ten thousand. Newcomers leave twice as often in their first half year.
struct Habits {
    name: &'static str,
    plan: &'static str,
    leaves: u32,
    grows: u32,
    shrinks: u32,
    /// The fewest and most seats to begin with, and what one costs in cents.
    seats: (u32, u32),
    price: u32,
}

impl Segment {
    const fn habits(self) -> Habits {
        match self {
            Self::Enterprise => Habits {
                name: "Enterprise",
                plan: "Business",
                leaves: 40,
                grows: 700,
                shrinks: 90,
                seats: (120, 420),
                price: 4_900,
            },
            Self::MidMarket => Habits {
                name: "Mid-market",
                plan: "Team",
                leaves: 85,
                grows: 450,
                shrinks: 130,
                seats: (20, 90),
                price: 3_900,
            },
            Self::Smb => Habits {
                name: "SMB",
                plan: "Starter",
                leaves: 190,
                grows: 260,
                shrinks: 160,
                seats: (2, 14),
                price: 2_900,
            },
        }
    }
}

/// How often who left comes back, each month, in ten thousand.
const RETURNS: u32 = 120;

/// A company and its first month.
#[derive(Debug)]
pub(crate) struct Company {
    name: String,
    segment: Segment,
    country: &'static str,
    joins: u32,
}

impl Company {
    pub(crate) fn draw(chance: &mut Chance, number: u32, size: Size) -> Self {
        let segment = match chance.below(100) {
            0..8 => Segment::Enterprise,
            8..34 => Segment::MidMarket,
            _ => Segment::Smb,
        };
        // Two in five were there before the ledger begins.
        let joins =
            if chance.happens(4_000) { 0 } else { chance.between(1, size.months().saturating_sub(1)) };
        let country = chance.pick(&COUNTRIES).copied().unwrap_or_default();
        Self { name: names::company(chance, number), segment, country, joins }
    }

    /// All its rows, month after month.
    pub(crate) fn rows(&self, chance: &mut Chance, size: Size) -> String {
        let habits = self.segment.habits();
        let mut seats = chance.between(habits.seats.0, habits.seats.1);
        let mut pays = true;
        let mut rows = String::new();
        for now in self.joins..size.months() {
            let age = now.saturating_sub(self.joins);
            if age > 0 {
                pays = self.stays(chance, pays, age, &habits);
                if pays {
                    seats = change(chance, seats, &habits);
                }
            }
            if pays {
                let cents = u64::from(seats).saturating_mul(u64::from(habits.price));
                let (whole, rest) =
                    (cents.checked_div(100).unwrap_or(0), cents.checked_rem(100).unwrap_or(0));
                let (name, segment, plan, country) = (&self.name, habits.name, habits.plan, self.country);
                rows.push_str(&format!(
                    "{name},{},{whole}.{rest:02},{segment},{plan},{country}\n",
                    month(now)
                ));
            }
        }
        rows
    }

    fn stays(&self, chance: &mut Chance, pays: bool, age: u32, habits: &Habits) -> bool {
        if !pays {
            return chance.happens(RETURNS);
        }
        let leaves = if age <= 6 { habits.leaves.saturating_mul(2) } else { habits.leaves };
        !chance.happens(leaves)
    }
}

/// Seats after a month: a few more, a few less, or the same.
fn change(chance: &mut Chance, seats: u32, habits: &Habits) -> u32 {
    let some = seats.checked_div(5).unwrap_or(0).max(1);
    if chance.happens(habits.grows) {
        seats.saturating_add(chance.between(1, some))
    } else if chance.happens(habits.shrinks) {
        seats.saturating_sub(chance.between(1, some)).max(1)
    } else {
        seats
    }
}
