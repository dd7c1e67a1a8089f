//! Logarithm, exponential and the quantile of the normal distribution, in 32 bits and without a branch, four at once.

use super::four::{Four, Words};

/// ln 2 in two parts, of which the first has few bits, so that its multiples are exact.
const LN_2: [f32; 2] = [355.0 / 512.0, -2.121_944_4e-4];

/// The natural logarithm of a normal number above zero: the approximation of Cephes (`logf.c`, S. L. Moshier, 1989).
#[inline(always)]
pub(super) fn logarithm(value: Four) -> Four {
    /// √½, where the fraction begins.
    const LOWEST: u32 = 0x3f35_04f3;
    const FACTORS: [f32; 9] = [
        7.037_683_6e-2,
        -1.151_461e-1,
        1.167_699_84e-1,
        -1.242_014_1e-1,
        1.424_932_3e-1,
        -1.666_805_7e-1,
        2.000_071_4e-1,
        -2.499_999_4e-1,
        3.333_333e-1,
    ];
    let above = value.bits().minus(Words::splat(LOWEST));
    let exponent = above.right_signed(23).values();
    let fraction =
        above.and(Words::splat(0x007f_ffff)).plus(Words::splat(LOWEST)).floats() - Four::splat(1.0);
    let square = fraction * fraction;
    let small = Four::splat(LN_2[1]) * exponent;
    let rest = fraction * square * fraction.polynomial(FACTORS) + small - Four::splat(0.5) * square;
    fraction + rest + Four::splat(LN_2[0]) * exponent
}

/// e to the power of a value between −80 and 80: the approximation of Cephes (`expf.c`, S. L. Moshier, 1989).
#[inline(always)]
pub(super) fn exponential(value: Four) -> Four {
    /// Added and taken away, it leaves the nearest whole number.
    const TO_WHOLE: f32 = 12_582_912.0;
    const FACTORS: [f32; 6] =
        [1.987_569_1e-4, 1.398_199_9e-3, 8.333_452e-3, 4.166_579_6e-2, 1.666_666_6e-1, 5.0e-1];
    let value = value.between(Four::splat(-80.0), Four::splat(80.0));
    let whole = value * Four::splat(std::f32::consts::LOG2_E) + Four::splat(TO_WHOLE) - Four::splat(TO_WHOLE);
    let rest = value - whole * Four::splat(LN_2[0]) - whole * Four::splat(LN_2[1]);
    let fraction = rest.polynomial(FACTORS) * rest * rest + rest + Four::splat(1.0);
    fraction * whole.whole().plus(Words::splat(127)).left(23).floats()
}

/// Below which share of a normal distribution a value lies, turned round: how many standard deviations from the mean the
/// value is below which a `unit` of all lies. The approximation in single precision of M. Giles ("Approximating the erfinv
/// function", 2011), good to a few units of the last place. What rounding has brought to 0 or 1 is taken beside it.
#[inline(always)]
pub(super) fn normal_quantile(unit: Four) -> Four {
    const MIDDLE: [f32; 9] = [
        2.810_226_4e-8,
        3.432_739_4e-7,
        -3.523_387_7e-6,
        -4.391_506_5e-6,
        2.185_808_7e-4,
        -1.253_725e-3,
        -4.177_681_6e-3,
        2.466_407_3e-1,
        1.501_409_4,
    ];
    const TAIL: [f32; 9] = [
        -2.002_142_6e-4,
        1.009_505_6e-4,
        1.349_343_2e-3,
        -3.673_428_4e-3,
        5.739_507_7e-3,
        -7.622_461_3e-3,
        9.438_870_5e-3,
        1.001_674,
        2.832_976_8,
    ];
    const LEAST: f32 = 1.0 / 16_777_216.0;
    let one = Four::splat(1.0);
    let unit = unit.between(Four::splat(LEAST), Four::splat(1.0 - LEAST));
    let distance = Four::splat(0.0) - logarithm(Four::splat(4.0) * unit * (one - unit));
    let middle = (distance - Four::splat(2.5)).polynomial(MIDDLE);
    let tail = (distance.square_root() - Four::splat(3.0)).polynomial(TAIL);
    let slope = distance.below(Four::splat(5.0)).pick(middle, tail);
    slope * (unit + unit - one) * Four::splat(std::f32::consts::SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(of: impl Fn(Four) -> Four, value: f32) -> f32 {
        let mut found = [0.0; 4];
        of(Four::splat(value)).store(&mut found);
        found[3]
    }

    fn off(found: f32, right: f64) -> f64 {
        ((f64::from(found) - right) / right).abs()
    }

    #[test]
    fn logarithm_and_exponential_are_right_to_single_precision() {
        for step in 1..=4_000_i16 {
            let value = f32::from(step) * 0.01;
            assert!((f64::from(one(logarithm, value)) - f64::from(value).ln()).abs() < 3e-7, "ln {value}");
            for value in [value, -value] {
                assert!(off(one(exponential, value), f64::from(value).exp()) < 3e-7, "e to the {value}");
            }
        }
    }

    /// Quantiles as tables of the normal distribution have them.
    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (unit, right) in [
            (0.75_f32, 0.674_489_75),
            (0.975, 1.959_963_98),
            (0.995, 2.575_829_3),
            (0.999, 3.090_232_3),
            (0.000_1, -3.719_016_49),
            (0.000_001, -4.753_424_31),
        ] {
            assert!(off(one(normal_quantile, unit), right) < 3e-6, "{unit}: {}", one(normal_quantile, unit));
        }
    }

    /// The very bits, so that a compiler or machine that does otherwise is found out.
    #[test]
    fn bits_are_pinned() {
        let units = (1..64_u8).map(|part| f32::from(part) / 64.0);
        let hash = units
            .flat_map(|unit| [logarithm, exponential, normal_quantile].map(|of| one(of, unit)))
            .fold(0_u32, |hash, value| hash.rotate_left(5).wrapping_mul(0x9e37_79b1) ^ value.to_bits());
        assert_eq!(hash, 3_091_908_157);
    }
}
