//! The reducer and the page, for any sequence of actions. Pastes have properties of their own.

use plimsoll_forecast::Lever;
use plimsoll_metrics::{Currency, all_metrics, figures};
use plimsoll_report::view::{ChoiceKind, ChurnScope, Page, Place, Value};
use plimsoll_report::{Action, DecimalMark, English, Inputs, State, page};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::typed::cards;

/// Texts at the ends of what is read.
const ODD: [&str; 17] = [
    "",
    " ",
    "0",
    "-0",
    "100",
    "1e15",
    "1000000000000000",
    "9999999999999999999999999999",
    "0.0000000000000000000000000001",
    "1.000",
    "1,000",
    "12.5k",
    "(5)",
    "5%",
    "$5",
    "€5",
    "3bn",
];

/// What people, spreadsheets and cats on keyboards put into a field.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (0..=2_000_000_i64).prop_map(|count| count.to_string()),
        3 => (-200_000..=200_000_i64, 0..=3_u32)
            .prop_map(|(units, scale)| Decimal::new(units, scale).to_string()),
        2 => prop::sample::select(ODD.to_vec()).prop_map(Into::into),
        2 => "[-+0-9.,' kM%$€()]{0,12}",
        2 => "\\PC{0,12}",
        1 => "[0-9]{20,60}",
    ]
}

/// A slug of this list, rarely one of no list.
fn slug(slugs: Vec<&'static str>) -> impl Strategy<Value = String> {
    prop_oneof![15 => prop::sample::select(slugs).prop_map(Into::into), 1 => "[a-z.=-]{0,8}"]
}

fn choice() -> impl Strategy<Value = Action> {
    let kinds = [
        ChoiceKind::Window,
        ChoiceKind::Currency,
        ChoiceKind::Segment,
        ChoiceKind::Industry,
        ChoiceKind::Stage,
    ];
    let mut values = vec![
        "",
        "month",
        "quarter",
        "year",
        "enterprise",
        "mid-market",
        "smb",
        "fintech",
        "edtech",
        "early",
        "scale",
    ];
    values.extend(Currency::ALL.iter().map(|currency| currency.code()));
    (prop::sample::select(kinds.to_vec()), slug(values))
        .prop_map(|(kind, value)| Action::Chosen { kind, value })
}

/// Anything a person can do, apart from pastes, undo and redo.
fn deed() -> impl Strategy<Value = Action> {
    let figure = || slug(figures::all().map(|figure| figure.slug).collect());
    let metric = || slug(all_metrics().map(|metric| metric.slug).collect());
    let lever = slug(Lever::ALL.into_iter().map(Lever::slug).collect());
    let window = slug(vec!["month", "quarter", "year"]);
    let scope = prop::sample::select(vec![ChurnScope::Both, ChurnScope::Customers, ChurnScope::Revenue]);
    prop_oneof![
        8 => (figure(), text()).prop_map(|(figure, text)| Action::FigureTyped { figure, text }),
        4 => (metric(), text()).prop_map(|(metric, text)| Action::KnownTyped { metric, text }),
        4 => (lever, text()).prop_map(|(lever, text)| Action::LeverMoved { lever, text }),
        3 => choice(),
        2 => (metric(), window).prop_map(|(metric, window)| Action::KnownWindowChosen { metric, window }),
        2 => metric().prop_map(|metric| Action::KnownRemoved { metric }),
        1 => scope.prop_map(Action::ChurnScopeChosen),
        1 => Just(Action::LeversReset),
        1 => Just(Action::ExampleRestored),
        1 => Just(Action::Cleared),
        2 => Just(Action::Settled),
    ]
}

/// The same with steps taken back and brought back between.
fn action() -> impl Strategy<Value = Action> {
    prop_oneof![6 => deed(), 1 => Just(Action::Undone), 1 => Just(Action::Redone)]
}

fn start() -> impl Strategy<Value = State> {
    let mark = prop::sample::select(vec![DecimalMark::Point, DecimalMark::Comma]);
    (prop::sample::select(vec![Inputs::default(), Inputs::example()]), mark)
        .prop_map(|(inputs, mark)| State::from(inputs.with_decimal_mark(mark)))
}

/// However the state holds them.
fn inputs(state: &State) -> &Inputs {
    state.inputs()
}

fn after(state: State, actions: &[Action]) -> State {
    actions.iter().fold(state, |state, action| state.after(action))
}

/// Nothing on the page contradicts itself.
fn check_page(page: &Page) {
    for card in cards(page) {
        let has_value = matches!(card.value, Value::Known { .. });
        assert!(!format!("{:?}", card.value).contains("NaN"));
        assert_eq!(card.verdict.is_some(), has_value && card.scale.is_some(), "{}", card.slug);
        let Some(scale) = &card.scale else { continue };
        let current: Vec<_> = scale.stretches.iter().filter(|part| part.is_current).collect();
        assert_eq!(current.len(), usize::from(has_value), "{}", card.slug);
        assert_eq!(
            current.first().map(|part| &*part.name),
            card.verdict.as_ref().map(|verdict| &*verdict.band)
        );
        if let (Some(value), Some(part)) = (&scale.value, current.first()) {
            // The ends of a band and the place of a mark are rounded each on its own.
            let (from, to) = (part.from.0.saturating_sub(1), part.to.0.saturating_add(1));
            assert!((from..=to).contains(&value.place.0), "{}: {value:?} in {part:?}", card.slug);
        }
        let ends =
            (scale.stretches.first().map(|part| part.from), scale.stretches.last().map(|part| part.to));
        assert_eq!(ends, (Some(Place(0)), Some(Place::END)));
    }
    let problems =
        page.groups.iter().flat_map(|group| &group.fields).filter_map(|field| field.problem.as_ref());
    assert!(problems.clone().all(|words| words.ends_with(['.', '?'])), "{:?}", problems.collect::<Vec<_>>());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_step_taken_back_was_never_taken(
        state in start(), before in prop::collection::vec(action(), 0..12), deed in deed(),
    ) {
        let state = after(state, &before).after(&Action::Settled);
        let done = state.clone().after(&deed);
        if inputs(&done) != inputs(&state) {
            let undone = done.after(&Action::Undone);
            prop_assert_eq!(inputs(&undone), inputs(&state));
        }
    }

    #[test]
    fn a_step_brought_back_is_as_it_was(
        state in start(), actions in prop::collection::vec(action(), 1..16),
    ) {
        let state = after(state, &actions).after(&Action::Settled);
        let undone = state.clone().after(&Action::Undone);
        if undone != state {
            prop_assert_eq!(&undone.after(&Action::Redone), &state);
        }
        let redone = state.clone().after(&Action::Redone);
        if redone != state {
            prop_assert_eq!(&redone.after(&Action::Undone), &state);
        }
    }

    #[test]
    fn all_steps_taken_back_lead_to_the_start_and_all_brought_back_to_the_end(
        start in start(), deeds in prop::collection::vec(deed(), 0..24),
    ) {
        let end = after(start.clone(), &deeds);
        let back = (0..deeds.len()).fold(end.clone(), |state, _| state.after(&Action::Undone));
        prop_assert_eq!(inputs(&back), inputs(&start));
        let forth = (0..deeds.len()).fold(back, |state, _| state.after(&Action::Redone));
        prop_assert_eq!(inputs(&forth), inputs(&end));
    }

    #[test]
    fn saved_inputs_come_back_as_they_were(
        state in start(), actions in prop::collection::vec(action(), 0..16),
    ) {
        let state = after(state, &actions);
        let back = Inputs::from_entries(inputs(&state).entries());
        prop_assert_eq!(back.as_ref(), Some(inputs(&state)));
    }

    #[test]
    fn saved_inputs_come_back_in_any_order(
        state in start(), actions in prop::collection::vec(action(), 0..8),
    ) {
        let state = after(state, &actions);
        let mut entries = inputs(&state).entries();
        entries.reverse();
        entries.push(("of.another.version".into(), "5".into()));
        let back = Inputs::from_entries(entries);
        prop_assert_eq!(back.as_ref(), Some(inputs(&state)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_actions_give_a_page(state in start(), actions in prop::collection::vec(action(), 0..24)) {
        let state = after(state, &actions);
        let shown = page(&state, &English);
        check_page(&shown);
        prop_assert_eq!(shown.is_empty, inputs(&state).is_empty());
        // A field that is left may show its number in groups; nothing else changes.
        let settled = page(&state.after(&Action::Settled), &English);
        prop_assert_eq!((&settled.headline, &settled.what_if), (&shown.headline, &shown.what_if));
        let values = |page: &Page| cards(page).map(|card| card.value.clone()).collect::<Vec<_>>();
        prop_assert_eq!(values(&settled), values(&shown));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// What is shown in a field that nobody types in can be typed again in its place, and nothing changes.
    #[test]
    fn what_fields_show_is_what_they_mean(state in start(), actions in prop::collection::vec(action(), 0..24)) {
        let state = after(state, &actions).after(&Action::Settled);
        for field in page(&state, &English).groups.iter().flat_map(|group| &group.fields) {
            let again = Action::FigureTyped { figure: field.slug.into(), text: field.text.clone() };
            let typed = state.clone().after(&again);
            prop_assert_eq!(inputs(&typed), inputs(&state));
        }
    }
}

/// Groups are shown, never kept: keys between them change the digits, and leaving the field shows groups again.
#[test]
fn keys_between_groups_change_the_number_that_is_meant() {
    let shown = |state: &State| page(state, &English).groups[0].fields[0].text.clone();
    let meant = |state: &State| inputs(state).figures.get("start-mrr").unwrap_or_default().to_owned();
    let typed = |state: State, text: &str| {
        state.after(&Action::FigureTyped { figure: "start-mrr".into(), text: text.into() })
    };
    let start = State::default();
    assert_eq!((shown(&start), meant(&start)), ("240,000".into(), "240000".into()));
    let more = typed(start.clone(), "240,0001");
    assert_eq!((shown(&more), meant(&more)), ("240,0001".into(), "2400001".into()));
    let more = typed(more, "240,00012");
    assert_eq!((shown(&more), meant(&more)), ("240,00012".into(), "24000012".into()));
    let left = more.after(&Action::Settled);
    assert_eq!((shown(&left), meant(&left)), ("24,000,012".into(), "24000012".into()));
    assert_eq!(inputs(&left.after(&Action::Undone)), inputs(&start));
}

/// A long text in one field is no figure, and costs no other field its text when the page is opened again.
#[test]
fn a_long_text_in_one_field_is_saved_with_the_rest() {
    let typed = Action::FigureTyped { figure: "new-mrr".into(), text: "a".repeat(401) };
    let state = State::from(Inputs::example()).after(&typed);
    let back = Inputs::from_entries(inputs(&state).entries());
    assert_eq!(back.as_ref().and_then(|back| back.figures.get("start-mrr")), Some("240000"));
}
