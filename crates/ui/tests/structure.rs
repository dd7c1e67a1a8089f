//! What holds for every page: names, labels, headings, and nothing that the security policy would drop.

mod markup;
mod sample;

use std::collections::BTreeSet;

use markup::{Tag, tags};
use plimsoll_report::view::{Drawing, Page};
use plimsoll_report::{Action, DrawState, Drawn, Draws, English, Inputs, State, page, shelf, uncertainty};
use sample::pictures;
use sample::render::{page_markup, to_markup};
use yew::Callback;

/// The samples, and pages as the reducer makes them.
fn pages() -> Vec<String> {
    let example = State::from(Inputs::example());
    let real = |state: &State| page(state, &English);
    let known = Action::KnownTyped { metric: "nrr".into(), text: "115".into() };
    let pages: [Page; 8] = [
        sample::typical(),
        sample::levered(),
        sample::wrong(),
        sample::empty(),
        sample::pasted(),
        real(&example),
        real(&example.clone().after(&known)),
        real(&example.after(&Action::Cleared)),
    ];
    let rooms =
        [pictures::five_years(), pictures::all(&pictures::small()), pictures::all(&pictures::odd_names())];
    let rooms = rooms.into_iter().map(|pictures| to_markup(pictures::room(pictures)));
    let labs = sample::lab::sheets()
        .into_iter()
        .chain(sample::lab_sheets::sheets())
        .map(|sheet| [LAB_HEAD, &sample::lab::markup(sheet)].concat());
    pages.iter().map(page_markup).chain(rooms).chain([scenarios()]).chain(labs).collect()
}

/// What the page holds above the lab.
const LAB_HEAD: &str = "<h1>Plimsoll</h1>";

/// The page with the view of scenarios beside it: one of them as it should be, one that is wrong.
fn scenarios() -> String {
    let told = |key: &str, text: &str| Action::ScenarioTold { key: key.into(), text: text.into() };
    let actions = [
        Action::ViewOpened("scenarios".into()),
        Action::ScenarioKept,
        told("s1/churn", "-2"),
        Action::ScenarioKept,
        told("s2/churn", "90"),
        told("s2/price/months", "61"),
        Action::Asked { what: "project.target".into(), text: "6m".into() },
        Action::Asked { what: "range.churned-mrr".into(), text: "30k to 45k".into() },
        Action::Asked { what: "range.new-mrr".into(), text: "45k to 30k".into() },
    ];
    let state = actions.iter().fold(State::from(Inputs::example()), |state, action| state.after(action));
    let found = Draws::new(state.inputs());
    let found = first_found(found);
    assert!(found.as_ref().is_some_and(|found| !found.fans.is_empty()));
    let unsure = uncertainty(&state, &English, &DrawState { found, ..DrawState::default() });
    let view = shelf(&state, &English, None);
    let unsure = plimsoll_ui::uncertainty(&unsure, &Callback::noop());
    let view = view.map(|view| plimsoll_ui::shelf(&view, Some(unsure), &Callback::noop()));
    [page_markup(&page(&state, &English)), to_markup(view.unwrap_or_default())].concat()
}

/// What is drawn first.
fn first_found(mut draws: Draws) -> Option<Drawn> {
    while !draws.is_done() {
        if let Some(found) = draws.advance() {
            return Some(found.clone());
        }
    }
    None
}

fn ids(page: &str) -> Vec<&str> {
    tags(page).filter_map(|tag| tag.get("id")).collect()
}

#[test]
fn every_name_is_given_once() {
    for page in pages() {
        let ids = ids(&page);
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    const REFERENCES: [&str; 4] = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];
    for page in pages() {
        let ids: BTreeSet<_> = ids(&page).into_iter().collect();
        for tag in tags(&page) {
            for name in
                REFERENCES.iter().filter_map(|reference| tag.get(reference)).flat_map(str::split_whitespace)
            {
                assert!(ids.contains(name), "{name} is not on the page");
            }
        }
    }
}

#[test]
fn every_field_has_a_label() {
    for page in pages() {
        let labelled: BTreeSet<_> = tags(&page).filter_map(|tag| tag.get("for")).collect();
        let fields = tags(&page).filter(|tag| ["input", "select", "textarea"].contains(&tag.name));
        for field in fields {
            // A radio stands inside of its label.
            let is_labelled = field.get("type") == Some("radio")
                || field.get("aria-labelledby").is_some()
                || field.get("id").is_some_and(|id| labelled.contains(id));
            assert!(is_labelled, "{:?}", field.get("id"));
        }
    }
}

#[test]
fn no_heading_is_skipped() {
    let level = |tag: Tag<'_>| tag.name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
    for page in pages() {
        let levels: Vec<u8> = tags(&page).filter_map(level).collect();
        assert_eq!(levels.first(), Some(&1));
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        for (above, below) in levels.iter().zip(levels.iter().skip(1)) {
            assert!(*below <= above.saturating_add(1), "{levels:?}");
        }
    }
}

#[test]
fn nothing_is_styled_or_scripted_in_place() {
    for page in pages() {
        for tag in tags(&page) {
            assert_eq!(tag.get("style"), None, "the security policy drops it");
            assert_ne!(tag.name, "script");
            assert_ne!(tag.name, "style");
        }
    }
}

#[test]
fn what_a_user_wrote_stays_text() {
    let markup = page_markup(&sample::pasted());
    assert!(markup.contains("Acme &lt;b&gt;&amp; Sons&lt;/b&gt;"));
    assert!(!markup.contains("<b>"));
    let markup = to_markup(pictures::room(pictures::all(&pictures::odd_names())));
    assert!(markup.contains("&lt;b onclick=&quot;alert(1)&quot;&gt;Enterprise&lt;/b&gt;"));
    assert!(!markup.contains("<b "));
}

/// One tab is open, the Tab key reaches that one only, and what it opens is named by it.
#[test]
fn one_tab_of_the_lab_is_open_and_names_its_sheet() {
    for sheet in sample::lab::sheets() {
        let markup = sample::lab::markup(sheet);
        let tabs: Vec<Tag<'_>> = tags(&markup).filter(|tag| tag.get("role") == Some("tab")).collect();
        let open: Vec<_> = tabs.iter().filter(|tab| tab.get("aria-selected") == Some("true")).collect();
        let reached: Vec<_> =
            tabs.iter().filter(|tab| tab.get("tabindex") == Some("0")).map(|tab| tab.get("id")).collect();
        assert_eq!(reached, open.iter().map(|tab| tab.get("id")).collect::<Vec<_>>());
        let panel = tags(&markup).find(|tag| tag.get("role") == Some("tabpanel"));
        assert_eq!(
            panel.and_then(|panel| panel.get("aria-labelledby")),
            open.first().and_then(|tab| tab.get("id"))
        );
    }
}

/// The thresholds on the curve are reached by key and say what they are; what is drawn besides stands as text and in a table.
#[test]
fn what_the_lab_draws_is_said() {
    for markup in sample::lab::sheets().into_iter().map(sample::lab::markup) {
        assert!(!markup.contains("<b>") && !markup.contains("<left>"));
        let images: Vec<Tag<'_>> = tags(&markup)
            .filter(|tag| tag.name == "svg" && tag.get("class") == Some("ps-roc__mark"))
            .collect();
        assert!(images.iter().all(|tag| tag.get("tabindex") == Some("0")
            && tag.get("aria-label").is_some_and(|says| says.contains("80%"))));
        let figures =
            tags(&markup).filter(|tag| tag.name == "figure" && tag.get("class") == Some("ps-check")).count();
        let behind = markup.matches("<summary>The numbers</summary>").count();
        assert!(behind >= figures, "{figures} pictures, {behind} tables behind them");
    }
}

/// The keys find a way into every drawing, and only one.
#[test]
fn every_drawing_is_one_stop_of_the_tab_key() {
    for picture in [pictures::five_years(), pictures::all(&pictures::small())].into_iter().flatten() {
        let markup = to_markup(pictures::shown(picture.clone(), false));
        let marks: Vec<Tag<'_>> = tags(&markup).filter(|tag| tag.get("data-column").is_some()).collect();
        let stops = marks.iter().filter(|mark| mark.get("tabindex") == Some("0")).count();
        let drawn_twice = matches!(picture.drawing, Drawing::Bridge(_));
        let expected = match picture.drawing {
            Drawing::Nothing => 0,
            _ if drawn_twice => 2,
            _ => 1,
        };
        assert_eq!(stops, expected, "{}", picture.slug);
        for mark in marks {
            let at = |name| mark.get(name).and_then(|number| number.parse().ok());
            let spot = at("data-column")
                .zip(at("data-row"))
                .and_then(|(column, row)| picture.drawing.spot(column, row));
            assert!(spot.is_some_and(|spot| !spot.name.is_empty()), "{}", picture.slug);
        }
    }
}

/// What is typed, chosen and told in the sheets of the lab is there, and a name is only a name.
#[test]
fn sheets_of_the_lab_hold_their_parts() {
    let wanted: [&[&str]; 4] = [
        &["id=\"lab-chance-red\"", "id=\"lab-save\"", "proposed: 18.4%", "id=\"lab-grr-without\""],
        &[
            "id=\"lab-file\"",
            "id=\"lab-compare-model\"",
            "Autumn &lt;b&gt;",
            "aria-current=\"true\"",
            "Line 1, column 2",
        ],
        &["id=\"lab-hours\"", "id=\"lab-hours-manager\"", "10 to 50", "Time to first value by segment"],
        &["No column says who looks after an account.", "Add one."],
    ];
    for (sheet, parts) in sample::lab_sheets::sheets().into_iter().zip(wanted) {
        let lab = sample::lab::markup(sheet);
        for part in parts {
            assert!(lab.contains(part), "{part}");
        }
    }
}
