//! Names of invented companies.

use crate::chance::Chance;

const FIRST: [&str; 40] = [
    "Alder", "Amber", "Anchor", "Aspen", "Beacon", "Birch", "Brook", "Cedar", "Cinder", "Clover", "Copper",
    "Coral", "Delta", "Ember", "Fern", "Flint", "Garnet", "Harbor", "Hazel", "Indigo", "Ivory", "Juniper",
    "Lantern", "Linden", "Maple", "Meadow", "Mistral", "Nimbus", "Ochre", "Orchard", "Pebble", "Pine",
    "Quartz", "Ridge", "Saffron", "Slate", "Tidal", "Umber", "Willow", "Zephyr",
];

const SECOND: [&str; 30] = [
    "Analytics",
    "Bakery",
    "Clinics",
    "Couriers",
    "Dental",
    "Design",
    "Energy",
    "Farms",
    "Fitness",
    "Foods",
    "Freight",
    "Games",
    "Health",
    "Homes",
    "Hotels",
    "Insurance",
    "Labs",
    "Legal",
    "Logistics",
    "Media",
    "Mobility",
    "Optics",
    "Outfitters",
    "Robotics",
    "Schools",
    "Software",
    "Studios",
    "Textiles",
    "Travel",
    "Works",
];

pub(crate) const COUNTRIES: [&str; 8] = [
    "United States",
    "United States",
    "United Kingdom",
    "Germany",
    "France",
    "Canada",
    "Australia",
    "Brazil",
];

/// A name that no other number has.
pub(crate) fn company(chance: &mut Chance, number: u32) -> String {
    let first = chance.pick(&FIRST).copied().unwrap_or_default();
    let second = chance.pick(&SECOND).copied().unwrap_or_default();
    format!("{first} {second} {}", number.saturating_add(1))
}

const GIVEN: [&str; 20] = [
    "Ada", "Amir", "Bela", "Chidi", "Dora", "Elif", "Femi", "Greta", "Hana", "Ivan", "Jonas", "Kaya", "Lena",
    "Marco", "Nora", "Omar", "Petra", "Rosa", "Sven", "Yuki",
];

const FAMILY: [&str; 18] = [
    "Abbott", "Becker", "Costa", "Diaz", "Eriksen", "Fischer", "Garcia", "Haas", "Ito", "Jansen", "Kowal",
    "Lind", "Moreau", "Novak", "Okafor", "Rossi", "Silva", "Weber",
];

/// The name of somebody who looks after accounts; of 360, no two are alike.
pub(crate) fn person(number: u32) -> String {
    let place = number as usize;
    let given = GIVEN.get(place.checked_rem(GIVEN.len()).unwrap_or(0)).copied().unwrap_or_default();
    let family = place.checked_div(GIVEN.len()).unwrap_or(0).checked_rem(FAMILY.len()).unwrap_or(0);
    [given, " ", FAMILY.get(family).copied().unwrap_or_default()].concat()
}
