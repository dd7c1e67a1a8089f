//! Formulas over draws: a list of steps, each of which is worked out for 64 draws before the next one.

use super::curve::{exponential, logarithm};
use super::four::{Four, each_four};
use super::two::Two;
use super::{Block, LANES};

/// One value in double precision for each of 64 draws. NaN stands for "there is no value".
pub type Lane = [f64; LANES];

/// One step. It names the steps it rests on by their places, which come before its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// A number.
    Number(f64),
    /// The uncertain input of this number.
    Input(usize),
    /// A sum.
    Plus(usize, usize),
    /// A difference.
    Minus(usize, usize),
    /// A product.
    Times(usize, usize),
    /// A quotient; no value where the divisor is zero.
    Over(usize, usize),
    /// The size of a value, whatever its sign.
    Size(usize),
    /// The next whole number.
    RoundUp(usize),
    /// A power with a whole exponent.
    Power(usize, u32),
    /// The root of this degree of a value from zero, which 32 bits hold.
    Root(usize, u32),
    /// The value where it lies between two others, both included; else none.
    Within(usize, f64, f64),
    /// The first value where there is a second one.
    Where(usize, usize),
    /// 1 + q + q² + … of so many terms; with `true` without end, where that comes to something.
    GeometricSum(usize, u32, bool),
}

/// A list of steps with room for what they come to.
///
/// ```
/// use plimsoll_columns::draws::{Step, Tape};
/// let mut tape = Tape::default();
/// let input = tape.push(Step::Input(0));
/// let two = tape.push(Step::Number(2.0));
/// let twice = tape.push(Step::Times(input, two));
/// tape.run(&[[1.5; 64]]);
/// assert_eq!(tape.lane(twice), [3.0; 64]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Tape {
    steps: Vec<Step>,
    lanes: Vec<Lane>,
}

impl Step {
    /// The steps that it rests on; the same one twice where there is only one.
    const fn parts(self) -> Option<[usize; 2]> {
        match self {
            Self::Number(_) | Self::Input(_) => None,
            Self::Plus(one, other)
            | Self::Minus(one, other)
            | Self::Times(one, other)
            | Self::Over(one, other)
            | Self::Where(one, other) => Some([one, other]),
            Self::Size(part)
            | Self::RoundUp(part)
            | Self::Power(part, _)
            | Self::Root(part, _)
            | Self::Within(part, _, _)
            | Self::GeometricSum(part, _, _) => Some([part, part]),
        }
    }

    /// Whether it comes to the same, bit for bit.
    fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => one.to_bits() == other.to_bits(),
            _ => self == other,
        }
    }
}

impl Tape {
    /// Adds a step and gives its place. What comes to the same as a step before is that step, what rests on numbers only is a
    /// number, which is written down once and stays, and once a value is the value: months and scenarios have much in common.
    pub fn push(&mut self, step: Step) -> usize {
        let parts = step.parts();
        let numbers = parts.map(|parts| parts.map(|part| self.number(part)));
        match (step, numbers) {
            (Step::Times(_, other), Some([Some(1.0), None])) => other,
            (Step::Times(one, _), Some([None, Some(1.0)])) => one,
            (_, Some([Some(_), Some(_)])) => {
                let mut lane = [f64::NAN; LANES];
                work_out(step, &[], &self.lanes, &mut lane);
                let [number, ..] = lane;
                self.written(Step::Number(number), 0)
            }
            _ => self.written(step, parts.map_or(0, |[one, other]| one.max(other))),
        }
    }

    /// The place of a step, which is looked for behind what it rests on.
    fn written(&mut self, step: Step, behind: usize) -> usize {
        let place = self.steps.len();
        let before = self.steps.iter().enumerate().skip(behind).find(|(_, before)| before.is(step));
        if let Some((before, _)) = before {
            return before;
        }
        self.steps.push(step);
        self.lanes.push([if let Step::Number(number) = step { number } else { f64::NAN }; LANES]);
        place
    }

    /// The number that a step always has, where it is one.
    #[must_use]
    pub fn number(&self, place: usize) -> Option<f64> {
        match self.steps.get(place) {
            Some(Step::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// Whether any step rests on this input.
    #[must_use]
    pub fn rests_on(&self, input: usize) -> bool {
        self.steps.contains(&Step::Input(input))
    }

    /// Works out every step for these inputs.
    pub fn run(&mut self, inputs: &[Block]) {
        for (place, step) in self.steps.iter().enumerate() {
            if let Some((before, [to, ..])) = self.lanes.split_at_mut_checked(place) {
                work_out(*step, inputs, before, to);
            }
        }
    }

    /// What a step came to; no values where there is no such step.
    #[must_use]
    pub fn lane(&self, place: usize) -> Lane {
        self.lanes.get(place).copied().unwrap_or([f64::NAN; LANES])
    }

    /// Adds what a step came to at the end of a column, in single precision.
    pub fn append(&self, place: usize, column: &mut Vec<f32>) {
        let mut block = [f32::NAN; LANES];
        if let Some(lane) = self.lanes.get(place) {
            narrow(lane, &mut block);
        }
        column.extend_from_slice(&block);
    }
}

fn work_out(step: Step, inputs: &[Block], before: &[Lane], to: &mut Lane) {
    const NONE: Lane = [f64::NAN; LANES];
    let of = |place: usize| before.get(place).unwrap_or(&NONE);
    match step {
        Step::Number(_) => {}
        Step::Input(number) => widen(inputs.get(number).unwrap_or(&[f32::NAN; LANES]), to),
        Step::Plus(one, other) => plus(of(one), of(other), to),
        Step::Minus(one, other) => minus(of(one), of(other), to),
        Step::Times(one, other) => times(of(one), of(other), to),
        Step::Over(over, under) => quotient(of(over), of(under), to),
        Step::Size(part) => size(of(part), to),
        Step::RoundUp(part) => round_up(of(part), to),
        Step::Power(base, exponent) => power(of(base), exponent, to),
        Step::Root(part, degree) => root(of(part), degree, to),
        Step::Within(part, low, high) => within(of(part), low, high, to),
        Step::Where(value, other) => there(of(value), of(other), to),
        Step::GeometricSum(ratio, count, endless) => geometric_sum(of(ratio), count, endless, to),
    }
}

/// Writes a loop over lanes, two at once.
macro_rules! each_two {
    ($name:ident, |$first:ident $(, $lane:ident)* $(; $more:ident: $kind:ty)*| $result:expr) => {
        #[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
        fn $name($first: &Lane, $($lane: &Lane,)* $($more: $kind,)* to: &mut Lane) {
            let mut $first = $first.as_chunks::<2>().0.iter();
            $(let mut $lane = $lane.as_chunks::<2>().0.iter();)*
            for to in to.as_chunks_mut::<2>().0 {
                let (Some($first), $(Some($lane)),*) = ($first.next(), $($lane.next()),*) else { return };
                let $first = Two::load($first);
                $(let $lane = Two::load($lane);)*
                let value: Two = $result;
                value.store(to);
            }
        }
    };
}

each_two!(plus, |one, other| one + other);
each_two!(minus, |one, other| one - other);
each_two!(times, |one, other| one * other);
each_two!(quotient, |over, under| {
    let zero = Two::splat(0.0);
    let is_zero = under.at_most(zero).and(zero.at_most(under));
    is_zero.pick(Two::splat(f64::NAN), over / under)
});
each_two!(there, |value, other| other.is_there().pick(value, Two::splat(f64::NAN)));
each_two!(size, |value| value.size());
each_two!(round_up, |value| value.round_up());
each_two!(power, |base; exponent: u32| base.power(exponent));
each_two!(within, |value; low: f64; high: f64| {
    let is_within = Two::splat(low).at_most(value).and(value.at_most(Two::splat(high)));
    is_within.pick(value, Two::splat(f64::NAN))
});
each_two!(geometric_sum, |ratio; count: u32; endless: bool| {
    let sum = ratio.geometric_sum(count);
    if endless {
        let left = Two::splat(1.0) - ratio;
        left.at_most(Two::splat(0.0)).pick(sum, Two::splat(1.0) / left)
    } else {
        sum
    }
});

/// The root of a value from zero, from one in single precision. What single precision does not reach counts as nothing, and what
/// is beyond it has none.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn root(of: &Lane, degree: u32, to: &mut Lane) {
    let [mut single, mut near] = [[0.0; LANES]; 2];
    narrow(of, &mut single);
    let part = 1.0 / degree as f32;
    each_four!(near, value = single => exponential(logarithm(value) * Four::splat(part)));
    let [none, least, most] = [0.0, f64::from(f32::MIN_POSITIVE), f64::from(f32::MAX)].map(Two::splat);
    let values = of.as_chunks::<2>().0.iter().zip(near.as_chunks::<2>().0);
    for (to, (value, near)) in to.as_chunks_mut::<2>().0.iter_mut().zip(values) {
        let value = Two::load(value);
        let beyond = none.at_most(value).and(value.at_most(least)).pick(none, Two::splat(f64::NAN));
        let is_within = least.at_most(value).and(value.at_most(most));
        is_within.pick(value.root(Two::widened(near), degree), beyond).store(to);
    }
}

#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn widen(input: &Block, to: &mut Lane) {
    for (to, value) in to.as_chunks_mut::<2>().0.iter_mut().zip(input.as_chunks::<2>().0) {
        Two::widened(value).store(to);
    }
}

#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn narrow(lane: &Lane, to: &mut Block) {
    for (to, value) in to.as_chunks_mut::<2>().0.iter_mut().zip(lane.as_chunks::<2>().0) {
        Two::load(value).narrow(to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(steps: &[Step], input: f32) -> f64 {
        let mut tape = Tape::default();
        let place = steps.iter().fold(0, |_, step| tape.push(*step));
        tape.run(&[[input; LANES]]);
        tape.lane(place)[LANES - 1]
    }

    #[test]
    fn roots_turn_powers_round() {
        for degree in [3, 4, 12] {
            for value in [0.0_f32, 1.2e-38, 1e-30, 0.3, 0.999, 1.0, 2.0, 27.0, 1e30, f32::MAX] {
                let steps = [Step::Input(0), Step::Root(0, degree), Step::Power(1, degree)];
                let found = run(&steps, value);
                assert!((found - f64::from(value)).abs() <= f64::from(value) * 2e-15, "{value}: {found}");
            }
        }
        assert!(run(&[Step::Input(0), Step::Root(0, 3)], -1.0).is_nan());
        assert!(run(&[Step::Input(0), Step::Root(0, 3)], f32::INFINITY).is_nan());
        assert_eq!(run(&[Step::Input(0), Step::Root(0, 12)], 1.0), 1.0);
    }

    #[test]
    fn what_comes_to_the_same_stands_once() {
        let mut tape = Tape::default();
        let [input, three] = [Step::Input(0), Step::Number(3.0)].map(|step| tape.push(step));
        let product = tape.push(Step::Times(input, three));
        assert_eq!(tape.push(Step::Input(0)), input);
        assert_eq!(tape.push(Step::Times(input, three)), product);
        assert_ne!(tape.push(Step::Times(three, input)), product);
        let one = tape.push(Step::Over(three, three));
        assert_eq!((tape.number(one), tape.push(Step::Times(product, one))), (Some(1.0), product));
        let none = tape.push(Step::Within(three, 4.0, 5.0));
        assert!(tape.number(none).is_some_and(f64::is_nan));
    }

    #[test]
    fn a_geometric_sum_is_what_adding_up_gives() {
        for (ratio, count) in [(0.5_f32, 7), (1.0, 60), (1.25, 12), (0.0, 3)] {
            let summed: f64 = (0..count).map(|power| f64::from(ratio).powi(power)).sum();
            let found = run(&[Step::Input(0), Step::GeometricSum(0, count.unsigned_abs(), false)], ratio);
            assert!((found - summed).abs() < summed * 1e-12, "{ratio}: {found} {summed}");
        }
        assert_eq!(run(&[Step::Input(0), Step::GeometricSum(0, 60, true)], 0.75), 4.0, "without end");
        assert_eq!(run(&[Step::Input(0), Step::GeometricSum(0, 4, true)], 2.0), 15.0, "it would not end");
    }

    #[test]
    fn there_is_no_value_where_a_divisor_is_zero_or_a_range_is_left() {
        let zero = Step::Number(0.0);
        assert!(run(&[Step::Input(0), zero, Step::Over(0, 1)], 3.0).is_nan());
        assert!(run(&[Step::Input(0), Step::Within(0, 0.0, 1.0)], 1.5).is_nan());
        assert_eq!(run(&[Step::Input(0), Step::Within(0, 0.0, 1.0)], 1.0), 1.0);
        assert!(run(&[Step::Input(0), zero, Step::Over(0, 1), Step::Where(0, 2)], 3.0).is_nan());
        assert!(run(&[Step::Number(1.0), Step::Input(7), Step::Plus(0, 1)], 3.0).is_nan(), "no such input");
    }
}
