//! Logarithm, exponential and the quantile of the normal distribution, in 32 bits and without a branch, so that a loop
//! over draws becomes vector instructions.

/// ln 2 in two parts, of which the first has few bits, so that its multiples are exact.
const LN_2: [f32; 2] = [355.0 / 512.0, -2.121_944_4e-4];

/// A polynomial, highest power first.
#[inline(always)]
fn polynomial<const N: usize>(factors: [f32; N], at: f32) -> f32 {
    factors.into_iter().fold(0.0, |sum, factor| sum * at + factor)
}

/// The value, or the end of the range that it is beyond. Written with comparisons: `f32::max` is a call in wasm.
#[inline(always)]
pub(super) const fn between(value: f32, low: f32, high: f32) -> f32 {
    let value = if value > low { value } else { low };
    if value < high { value } else { high }
}

/// The natural logarithm of a normal number above zero: the approximation of Cephes (`logf.c`, S. L. Moshier, 1989).
#[inline(always)]
fn logarithm(value: f32) -> f32 {
    /// √½, where the fraction begins.
    const LOWEST: i32 = 0x3f35_04f3;
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
    let above = value.to_bits().cast_signed().wrapping_sub(LOWEST);
    let exponent = (above >> 23) as f32;
    let fraction = f32::from_bits((above & 0x007f_ffff).wrapping_add(LOWEST).cast_unsigned()) - 1.0;
    let square = fraction * fraction;
    let rest = fraction * square * polynomial(FACTORS, fraction) + LN_2[1] * exponent - 0.5 * square;
    fraction + rest + LN_2[0] * exponent
}

/// e to the power of a value between −80 and 80: the approximation of Cephes (`expf.c`, S. L. Moshier, 1989).
#[inline(always)]
pub(super) fn exponential(value: f32) -> f32 {
    /// Added and taken away, it leaves the nearest whole number.
    const TO_WHOLE: f32 = 12_582_912.0;
    const FACTORS: [f32; 6] =
        [1.987_569_1e-4, 1.398_199_9e-3, 8.333_452e-3, 4.166_579_6e-2, 1.666_666_6e-1, 5.0e-1];
    let value = between(value, -80.0, 80.0);
    let whole = value * std::f32::consts::LOG2_E + TO_WHOLE - TO_WHOLE;
    let rest = value - whole * LN_2[0] - whole * LN_2[1];
    let fraction = polynomial(FACTORS, rest) * rest * rest + rest + 1.0;
    let power = (whole as i32).wrapping_add(127) << 23;
    fraction * f32::from_bits(power.cast_unsigned())
}

/// The least and the greatest share of which [`normal_quantile`] is asked here: rounding may bring 0 and 1.
const ENDS: [f32; 2] = [1.0 / 16_777_216.0, 1.0 - 1.0 / 16_777_216.0];

/// The same of a share that rounding may have brought to an end.
#[inline(always)]
pub(super) fn quantile_within(unit: f32) -> f32 {
    normal_quantile(between(unit, ENDS[0], ENDS[1]))
}

/// Below which share of a normal distribution a value lies, turned round: how many standard deviations from the mean the
/// value is below which a `unit` of all lies. The approximation in single precision of M. Giles ("Approximating the erfinv
/// function", 2011), good to a few units of the last place. `unit` is above 0 and below 1.
///
/// ```
/// let deviations = plimsoll_columns::draws::normal_quantile(0.95);
/// assert!((deviations - 1.644_853_6).abs() < 2e-6);
/// assert_eq!(plimsoll_columns::draws::normal_quantile(0.5), 0.0);
/// ```
#[must_use]
#[inline(always)]
pub fn normal_quantile(unit: f32) -> f32 {
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
    let distance = -logarithm(4.0 * unit * (1.0 - unit));
    let middle = polynomial(MIDDLE, distance - 2.5);
    let tail = polynomial(TAIL, distance.sqrt() - 3.0);
    let slope = if distance < 5.0 { middle } else { tail };
    slope * (2.0 * unit - 1.0) * std::f32::consts::SQRT_2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn off(found: f32, right: f64) -> f64 {
        ((f64::from(found) - right) / right).abs()
    }

    #[test]
    fn logarithm_and_exponential_are_right_to_single_precision() {
        for step in 1..=4_000_i16 {
            let value = f32::from(step) * 0.01;
            assert!((f64::from(logarithm(value)) - f64::from(value).ln()).abs() < 3e-7, "ln {value}");
            for value in [value, -value] {
                assert!(off(exponential(value), f64::from(value).exp()) < 3e-7, "e to the {value}");
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
            assert!(off(normal_quantile(unit), right) < 3e-6, "{unit}: {}", normal_quantile(unit));
        }
    }

    /// The very bits, so that a compiler or machine that does otherwise is found out.
    #[test]
    fn bits_are_pinned() {
        let units = (1..64_u8).map(|part| f32::from(part) / 64.0);
        let hash = units
            .flat_map(|unit| [logarithm(unit), exponential(unit), normal_quantile(unit)])
            .fold(0_u32, |hash, value| hash.rotate_left(5).wrapping_mul(0x9e37_79b1) ^ value.to_bits());
        assert_eq!(hash, 3_091_908_157);
    }
}
