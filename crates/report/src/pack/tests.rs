#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    reason = "a test stops where it is surprised"
)]

use plimsoll_metrics::benchmarks::{Benchmarks, PUBLISHED, Segment};
use plimsoll_metrics::metrics::{CUSTOMER_RETENTION, LOGO_CHURN, NET_REVENUE_RETENTION};
use plimsoll_metrics::{Metric, all_metrics};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::lines::Lines;
use super::replay::line;
use super::{LineMove, Pack, PackScale, PackSource};
use crate::view::Place;
use crate::{Action, Inputs, State};

fn moved(state: State, metric: &Metric, position: usize, by: LineMove) -> State {
    state.after(&Action::LineMoved { metric: metric.slug.into(), position, by })
}

fn lines_of(state: &State, metric: &'static Metric) -> Vec<Decimal> {
    let scale = state.lines().benchmarks.scale(metric, Some(Segment::Smb)).unwrap();
    (0..scale.bands.len() - 1).map(|position| line(&scale, position).unwrap()).collect()
}

fn percents(state: &State, metric: &'static Metric) -> Vec<String> {
    let percent = |value: Decimal| (value * Decimal::ONE_HUNDRED).normalize().to_string();
    lines_of(state, metric).into_iter().map(percent).collect()
}

/// Every metric with a scale that has lines, with every segment and none.
fn graded() -> Vec<(&'static Metric, Option<Segment>)> {
    let segments = || Segment::ALL.iter().copied().map(Some).chain([None]);
    let all = all_metrics().flat_map(|metric| segments().map(move |segment| (metric, segment)));
    all.filter(|(metric, segment)| {
        PUBLISHED.scale(*metric, *segment).is_some_and(|scale| scale.bands.len() > 1)
    })
    .collect()
}

#[test]
fn a_line_goes_by_steps_and_stops_before_its_neighbours() {
    let nrr = &NET_REVENUE_RETENTION;
    let state = State::default();
    assert_eq!(percents(&state, nrr), ["90", "100", "110", "120", "130"]);
    let state = moved(state, nrr, 1, LineMove::Steps(-1));
    assert_eq!(percents(&state, nrr), ["90", "99.9", "110", "120", "130"]);
    assert_eq!(state.inputs().benchmarks.get("net-revenue-retention/1"), Some("99.9"));
    let state = moved(state, nrr, 1, LineMove::To(Place(0)));
    assert_eq!(percents(&state, nrr)[1], "90.1");
    let state = moved(state, nrr, 1, LineMove::To(Place::END));
    assert_eq!(percents(&state, nrr), ["90", "109.9", "110", "120", "130"]);
    let state = moved(state, nrr, 0, LineMove::To(Place::END));
    assert_eq!(percents(&state, nrr), ["109.8", "109.9", "110", "120", "130"]);
    let state = moved(state, nrr, 0, LineMove::To(Place(0)));
    assert_eq!(percents(&state, nrr)[0], "70");
    let back = state.after(&Action::LinesReset("net-revenue-retention".into()));
    assert_eq!(back.lines().benchmarks, Benchmarks::default());
    assert!(back.inputs().benchmarks.is_empty());
}

#[test]
fn a_line_that_is_put_back_by_hand_is_as_published() {
    let moved_once = moved(State::default(), &LOGO_CHURN, 0, LineMove::Steps(3));
    assert!(!moved_once.inputs().benchmarks.is_empty());
    let back = moved(moved_once, &LOGO_CHURN, 0, LineMove::Steps(-3));
    assert_eq!(back.inputs(), State::default().inputs());
}

#[test]
fn a_complement_moves_the_same_line() {
    let by_retention = moved(State::default(), &CUSTOMER_RETENTION, 0, LineMove::Steps(-10));
    assert_eq!(percents(&by_retention, &CUSTOMER_RETENTION)[0], "79");
    assert_eq!(percents(&by_retention, &LOGO_CHURN), ["5", "8", "12", "15", "21"]);
    let by_churn = moved(State::default(), &LOGO_CHURN, 4, LineMove::Steps(10));
    assert_eq!(by_retention.inputs(), by_churn.inputs());
    let back = by_churn.after(&Action::LinesReset("customer-retention".into()));
    assert_eq!(back.inputs(), State::default().inputs());
}

#[test]
fn a_drag_is_one_step() {
    let drag = |state, place| moved(state, &LOGO_CHURN, 1, LineMove::To(Place(place)));
    let state = drag(drag(drag(State::default(), 3_000), 3_100), 3_300).after(&Action::Settled);
    let twice = drag(state.clone(), 2_900);
    assert_eq!(twice.clone().after(&Action::Undone).inputs(), state.inputs());
    assert_eq!(twice.after(&Action::Undone).after(&Action::Undone).inputs(), State::default().inputs());
}

#[test]
fn what_cannot_be_replayed_counts_for_nothing_and_says_so() {
    for (key, text) in [
        ("net-revenue-retention/1", "85"),
        ("net-revenue-retention/1", "lots"),
        ("net-revenue-retention/9", "100"),
        ("net-revenue-retention/x", "100"),
        ("net-revenue-retention/huge/1", "100"),
        ("no-metric/1", "100"),
        ("customer-retention/1", "90"),
        ("net-revenue-retention/1", "99999999999999999999999999"),
    ] {
        let mut inputs = Inputs::default();
        inputs.benchmarks.set(key, text);
        let lines = Lines::read(&inputs);
        assert_eq!(lines.benchmarks, Benchmarks::default(), "{key} = {text}");
        assert_eq!(lines.problems.len(), 1, "{key} = {text}");
    }
    let lines = Lines::read(&Inputs { pack: "version\t2\n".into(), ..Inputs::default() });
    assert_eq!((lines.benchmarks, lines.problems.len()), (Benchmarks::default(), 1));
}

/// Every published scale fits into a pack, and comes back as published: nothing of it is lost or refused.
#[test]
fn every_published_scale_can_be_written_down() {
    for (metric, segment) in graded() {
        let scale = PUBLISHED.scale(metric, segment).unwrap().into_owned();
        let source = PackSource::of(scale.source.source().unwrap());
        let own = PackScale { metric, segment, source: source.id.clone(), scale };
        let pack = Pack { name: "Published".into(), sources: vec![source], scales: vec![own] };
        let read = Pack::read(&pack.entries()).unwrap_or_else(|fault| {
            panic!("{} {segment:?}: {fault:?}", metric.slug);
        });
        assert_eq!(read, pack, "{}", metric.slug);
    }
}

/// What a file may hold where something else should stand.
const NASTY: [&str; 16] = [
    "",
    " ",
    "0",
    "-0",
    "1e400",
    "-1e-400",
    "1E2",
    "0.1234567891",
    "1000000000",
    "1000000001",
    "NaN",
    "__proto__",
    "smb",
    "concerning",
    "customer-retention",
    "99999999999999999999999999999999",
];

/// A pack with two scales and a target.
fn sound() -> Pack {
    let scales = [&NET_REVENUE_RETENTION, &LOGO_CHURN].map(|metric| {
        let scale = PUBLISHED.scale(metric, None).unwrap().into_owned();
        PackScale { metric, segment: None, source: "004".into(), scale }
    });
    let source = PackSource::of(PUBLISHED.scale(&LOGO_CHURN, None).unwrap().source.source().unwrap());
    Pack { name: "Sound".into(), sources: vec![source], scales: scales.into() }
}

proptest! {
    /// Whatever stands in a file: it is refused with a place, or it is a pack that comes back as it was.
    #[test]
    fn a_file_is_refused_or_comes_back(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<proptest::sample::Index>(), 0..4_u8), 1..4),
    ) {
        let mut entries = sound().entries();
        for (which, other, how) in changes {
            let place = which.index(entries.len());
            match how {
                0 => drop(entries.remove(place)),
                1 => entries[place].1 = NASTY[other.index(NASTY.len())].into(),
                2 => entries[place].0 = entries[other.index(entries.len())].0.clone(),
                _ => entries[place].0.push_str(".0"),
            }
        }
        match Pack::read(&entries) {
            Ok(pack) => {
                for own in &pack.scales {
                    let starts: Vec<_> = own.scale.bands.iter().filter_map(|band| band.from).map(|cut| cut.value()).collect();
                    prop_assert!(starts.windows(2).all(|pair| pair[0] < pair[1]));
                }
                let again = Pack::read(&pack.entries());
                prop_assert_eq!(again, Ok(pack));
            }
            Err(fault) => prop_assert!(!crate::sentence::pack_fault(&fault).is_empty()),
        }
    }

    /// However lines are moved: they stay in order, nothing is lost when they are read anew, and a pack that is saved
    /// and loaded again is the same benchmarks.
    #[test]
    fn moved_lines_come_back_as_they_were(
        moves in proptest::collection::vec((any::<proptest::sample::Index>(), 0..6_usize, any::<bool>(), -400..400_i16), 1..25),
    ) {
        let graded = graded();
        let mut state = State::default();
        for (which, position, is_step, by) in moves {
            let (metric, segment) = graded[which.index(graded.len())];
            let value = segment.map_or("", Segment::slug).into();
            state = state.after(&Action::Chosen { kind: crate::view::ChoiceKind::Segment, value });
            let place = Place(by.unsigned_abs() * 25);
            state = moved(state, metric, position, if is_step { LineMove::Steps(by) } else { LineMove::To(place) });
        }
        let lines = state.lines();
        prop_assert_eq!(&lines.problems, &Vec::<String>::new());
        for own in lines.benchmarks.own_scales() {
            let starts: Vec<_> = own.scale.bands.iter().filter_map(|band| band.from).map(|cut| cut.value()).collect();
            prop_assert!(starts.windows(2).all(|pair| pair[0] < pair[1]));
        }
        let kept = Inputs::from_entries(state.inputs().entries()).unwrap();
        prop_assert_eq!(&kept, &**state.inputs());
        if lines.benchmarks.own_scales().is_empty() {
            return Ok(()); // there is nothing to save
        }
        let (_, texts) = state.pack_to_save();
        let again = State::default().after(&Action::PackChosen { kind: "entries".into(), texts });
        prop_assert_eq!(again.refused(), None);
        prop_assert_eq!(&again.lines().benchmarks, &lines.benchmarks);
        prop_assert_eq!(again.pack_to_save(), state.pack_to_save());
    }
}
