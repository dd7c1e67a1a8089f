//! The colours of the sheet, in both themes: contrast of text, and steps of the ramp that need no colour vision.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it is surprised")]

const SHEET: &str =
    concat!(include_str!("../../../web/styles/app.css"), include_str!("../../../web/styles/pictures.css"));

/// The movements in the order in which they are stacked.
const MOVEMENTS: [&str; 5] = ["reactivation", "new", "expansion", "contraction", "churn"];

/// The steps of the ramp of cohorts.
const HEAT: core::ops::RangeInclusive<u8> = 0..=9;

const RAMP: [&str; 6] = ["concerning", "below-target", "acceptable", "good", "excellent", "best-in-class"];

/// Light and dark.
const THEMES: [usize; 2] = [0, 1];

/// The luminance of a token in a theme, as WCAG 2 defines it.
fn luminance(token: &str, theme: usize) -> f64 {
    let (_, rest) =
        SHEET.split_once(&format!("--ps-{token}: light-dark(")).unwrap_or_else(|| panic!("{token}"));
    let (pair, _) = rest.split_once(')').unwrap();
    let colour = pair.split(", ").nth(theme).unwrap();
    let channel = |at: usize| {
        let share =
            f64::from(u8::from_str_radix(colour.get(at..at.saturating_add(2)).unwrap(), 16).unwrap()) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str, theme: usize) -> f64 {
    let (one, other) = (luminance(one, theme), luminance(other, theme));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn assert_contrast(one: &str, other: &str, least: f64) {
    for theme in THEMES {
        let found = contrast(one, other, theme);
        assert!(found >= least, "{one} on {other} in theme {theme}: {found:.2}");
    }
}

#[test]
fn text_can_be_read_on_every_ground() {
    for ground in ["paper", "surface", "sunk", "accent-wash", "alarm-wash"] {
        assert_contrast("ink", ground, 7.0);
        assert_contrast("soft", ground, 4.5);
    }
    for ground in ["paper", "surface", "accent-wash"] {
        assert_contrast("accent", ground, 4.5);
        assert_contrast("alarm", ground, 4.5);
    }
    assert_contrast("alarm", "alarm-wash", 4.5);
    assert_contrast("accent-ink", "accent", 4.5);
}

#[test]
fn the_edges_of_controls_can_be_seen() {
    for ground in ["paper", "surface", "accent-wash"] {
        assert_contrast("edge", ground, 3.0);
    }
}

#[test]
fn a_band_s_name_can_be_read_on_its_colour() {
    for band in RAMP {
        assert_contrast(&format!("on-{band}"), band, 4.5);
    }
}

#[test]
fn the_ramp_is_ordered_without_colour() {
    for theme in THEMES {
        for (worse, better) in RAMP.iter().zip(RAMP.iter().skip(1)) {
            let away = |band| contrast(band, "surface", theme);
            assert!(away(better) / away(worse) > 1.33, "{worse} to {better} in theme {theme}");
        }
    }
}

#[test]
fn movements_can_be_told_apart_without_colour() {
    for movement in MOVEMENTS {
        assert_contrast(&format!("move-{movement}"), "surface", 3.0);
    }
    assert_contrast("move-total", "surface", 3.0);
    for (above, below) in MOVEMENTS.iter().zip(MOVEMENTS.iter().skip(1)) {
        // Where they meet, expansion and contraction lie on either side of zero.
        let least = if *above == "expansion" { 1.0 } else { 1.33 };
        assert_contrast(&format!("move-{above}"), &format!("move-{below}"), least);
    }
}

#[test]
fn a_cohort_s_share_can_be_read_on_its_colour() {
    for level in HEAT {
        assert_contrast(&format!("on-heat-{level}"), &format!("heat-{level}"), 4.5);
    }
}

#[test]
fn the_ramp_of_cohorts_is_ordered_without_colour() {
    for theme in THEMES {
        for (less, more) in HEAT.zip(HEAT.skip(1)) {
            let away = |level| contrast(&format!("heat-{level}"), "surface", theme);
            assert!(away(more) / away(less) > 1.08, "{less} to {more} in theme {theme}");
        }
    }
}

/// A colour of its own outside of the tokens would follow no theme.
#[test]
fn colours_are_tokens() {
    let (tokens, rest) =
        include_str!("../../../web/styles/pictures.css").split_once("@layer layout").unwrap();
    assert!(tokens.contains('#'));
    let is_digit = |c: char| c.is_ascii_hexdigit();
    let colours =
        rest.split('#').skip(1).filter(|after| after.chars().take(3).filter(|c| is_digit(*c)).count() == 3);
    assert_eq!(colours.count(), 0);
}
