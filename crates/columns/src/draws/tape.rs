//! Formulas over draws: a list of steps, each of which is worked out for 64 draws before the next one.

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
    /// The third root of a value from zero.
    CubeRoot(usize),
    /// The square root of a value from zero.
    SquareRoot(usize),
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

impl Tape {
    /// Adds a step and gives its place. A number is written down once and stays.
    pub fn push(&mut self, step: Step) -> usize {
        let place = self.steps.len();
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

    /// Adds what a step came to at the end of a column, in single precision, and no value where a `guard` has none.
    pub fn append(&self, place: usize, guard: Option<usize>, column: &mut Vec<f32>) {
        const NONE: Lane = [f64::NAN; LANES];
        let lane = self.lanes.get(place).unwrap_or(&NONE);
        let mut block = [0.0; LANES];
        match guard.and_then(|guard| self.lanes.get(guard)) {
            Some(guard) => {
                for ((to, value), guard) in block.iter_mut().zip(lane).zip(guard) {
                    *to = if guard.is_nan() { f32::INFINITY } else { *value as f32 };
                }
            }
            None => block.iter_mut().zip(lane).for_each(|(to, value)| *to = *value as f32),
        }
        column.extend_from_slice(&block);
    }
}

fn work_out(step: Step, inputs: &[Block], before: &[Lane], to: &mut Lane) {
    const NONE: Lane = [f64::NAN; LANES];
    let of = |place: usize| before.get(place).unwrap_or(&NONE);
    match step {
        Step::Number(_) => {}
        Step::Input(number) => widen(inputs.get(number), to),
        Step::Plus(one, other) => plus(of(one), of(other), to),
        Step::Minus(one, other) => minus(of(one), of(other), to),
        Step::Times(one, other) => times(of(one), of(other), to),
        Step::Over(over, under) => quotient(of(over), of(under), to),
        Step::Size(part) => size(of(part), to),
        Step::RoundUp(part) => round_up(of(part), to),
        Step::Power(base, exponent) => power(of(base), exponent, to),
        Step::CubeRoot(part) => cube_root(of(part), to),
        Step::SquareRoot(part) => square_root(of(part), to),
        Step::Within(part, low, high) => within(of(part), low, high, to),
        Step::Where(value, other) => there(of(value), of(other), to),
        Step::GeometricSum(ratio, count, endless) => {
            power(of(ratio), count, to);
            geometric_sum(of(ratio), count, endless, to);
        }
    }
}

fn widen(input: Option<&Block>, to: &mut Lane) {
    for (to, value) in to.iter_mut().zip(input.unwrap_or(&[f32::NAN; LANES])) {
        *to = f64::from(*value);
    }
}

/// Writes a loop over two lanes.
macro_rules! pairwise {
    ($name:ident, |$one:ident, $other:ident| $value:expr) => {
        #[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
        fn $name(one: &Lane, other: &Lane, to: &mut Lane) {
            for ((to, $one), $other) in to.iter_mut().zip(one).zip(other) {
                *to = $value;
            }
        }
    };
}

/// Writes a loop over one lane.
macro_rules! each {
    ($name:ident, |$value:ident $(, $more:ident: $kind:ty)*| $result:expr) => {
        #[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
        fn $name(of: &Lane, $($more: $kind,)* to: &mut Lane) {
            for (to, $value) in to.iter_mut().zip(of) {
                *to = $result;
            }
        }
    };
}

pairwise!(plus, |one, other| *one + *other);
pairwise!(minus, |one, other| *one - *other);
pairwise!(times, |one, other| *one * *other);
pairwise!(quotient, |over, under| if *under == 0.0 { f64::NAN } else { *over / *under });
pairwise!(there, |value, other| if other.is_nan() { f64::NAN } else { *value });
each!(size, |value| value.abs());
each!(round_up, |value| value.ceil());
each!(square_root, |value| value.sqrt());
each!(within, |value, low: f64, high: f64| {
    if *value >= low && *value <= high { *value } else { f64::NAN }
});

/// By squaring, the same steps on every machine.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn power(base: &Lane, exponent: u32, to: &mut Lane) {
    let mut square = *base;
    let mut left = exponent;
    *to = [1.0; LANES];
    while left > 0 {
        if left & 1 == 1 {
            to.iter_mut().zip(&square).for_each(|(to, square)| *to *= *square);
        }
        square.iter_mut().for_each(|square| *square *= *square);
        left >>= 1;
    }
}

/// From a third of the exponent, by Newton's steps; each doubles the digits that are right.
fn cube_root(of: &Lane, to: &mut Lane) {
    for (to, value) in to.iter_mut().zip(of) {
        let start = f64::from_bits((value.to_bits() / 3).wrapping_add(0x2a9f_7893_782d_a1ce));
        let root = (0..5).fold(start, |root, _| root - (root - *value / (root * root)) / 3.0);
        *to = if *value > 0.0 {
            root
        } else if *value == 0.0 {
            0.0
        } else {
            f64::NAN
        };
    }
}

/// Given the power of the ratio in `to`.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn geometric_sum(ratio: &Lane, count: u32, endless: bool, to: &mut Lane) {
    let ending = if endless { 0.0 } else { f64::INFINITY };
    for (to, ratio) in to.iter_mut().zip(ratio) {
        let left = 1.0 - *ratio;
        let power = if left > ending { 0.0 } else { *to };
        *to = if left == 0.0 { f64::from(count) } else { (1.0 - power) / left };
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
        for value in [0.0_f32, 1e-30, 0.3, 1.0, 2.0, 27.0, 1e30] {
            let cube = run(&[Step::Input(0), Step::CubeRoot(0), Step::Power(1, 3)], value);
            assert!((cube - f64::from(value)).abs() <= f64::from(value) * 1e-15, "{value}: {cube}");
        }
        assert!(run(&[Step::Input(0), Step::CubeRoot(0)], -1.0).is_nan());
        assert!(run(&[Step::Input(0), Step::SquareRoot(0)], -1.0).is_nan());
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
