//! Which of 64 bytes are quotes, ends of cells and ends of lines.

/// One bit for each of 64 bytes, the first byte lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Quotes.
    pub(super) quotes: u64,
    /// Delimiters and line feeds.
    pub(super) ends: u64,
    /// Line feeds.
    pub(super) lines: u64,
}

/// The marks of a block, eight bytes at a time. Works on every machine.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), allow(dead_code, reason = "tests compare"))]
#[inline(always)]
pub(super) fn marks_by_words(block: &[u8; 64], delimiter: u8) -> Marks {
    let mut marks = Marks::default();
    for (place, word) in block.as_chunks::<8>().0.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let (line, cell, quote) = (equal(word, b'\n'), equal(word, delimiter), equal(word, b'"'));
        let shift = place.wrapping_mul(8);
        marks.lines |= packed(line) << shift;
        marks.ends |= packed(line | cell) << shift;
        marks.quotes |= packed(quote) << shift;
    }
    marks
}

/// The top bit of each byte that equals the given one; no carry runs from byte to byte.
#[inline(always)]
const fn equal(word: u64, byte: u8) -> u64 {
    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = LOW << 7;
    let other = word ^ LOW.wrapping_mul(byte as u64);
    !((other & !HIGH).wrapping_add(!HIGH) | other | !HIGH)
}

/// The top bits of eight bytes as eight bits, the first byte lowest.
#[inline(always)]
const fn packed(tops: u64) -> u64 {
    (tops >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(not(all(target_arch = "wasm32", not(feature = "scalar"))))]
pub(super) use marks_by_words as marks;

#[cfg(all(target_arch = "wasm32", not(feature = "scalar")))]
pub(super) use vectors::marks;

/// The same, sixteen bytes at a time, with the vector instructions that every current browser has.
#[cfg(all(target_arch = "wasm32", not(feature = "scalar")))]
mod vectors {
    use super::Marks;
    use core::arch::wasm32::{i8x16_bitmask, i8x16_eq, i8x16_splat, v128, v128_load, v128_or};

    /// Sixteen bytes as a vector.
    #[allow(
        unsafe_code,
        reason = "a load of sixteen bytes that are there; the language has no safe one for this type"
    )]
    #[target_feature(enable = "simd128")]
    #[inline]
    fn load(bytes: &[u8; 16]) -> v128 {
        // SAFETY: the reference points to sixteen readable bytes, and this load asks for no alignment.
        unsafe { v128_load(bytes.as_ptr().cast()) }
    }

    #[target_feature(enable = "simd128")]
    #[inline]
    pub(in super::super) fn marks(block: &[u8; 64], delimiter: u8) -> Marks {
        let mut marks = Marks::default();
        let [line, cell, quote] = [b'\n', delimiter, b'"'].map(|byte| i8x16_splat(byte.cast_signed()));
        for (place, part) in block.as_chunks::<16>().0.iter().enumerate() {
            let bytes = load(part);
            let lines = i8x16_eq(bytes, line);
            let ends = v128_or(lines, i8x16_eq(bytes, cell));
            let shift = place.wrapping_mul(16);
            marks.lines |= u64::from(i8x16_bitmask(lines)) << shift;
            marks.ends |= u64::from(i8x16_bitmask(ends)) << shift;
            marks.quotes |= u64::from(i8x16_bitmask(i8x16_eq(bytes, quote))) << shift;
        }
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::{Marks, marks, marks_by_words};

    /// The plainest way to say the same.
    fn marks_by_bytes(block: &[u8; 64], delimiter: u8) -> Marks {
        let bits = |is: &dyn Fn(u8) -> bool| {
            block.iter().rev().fold(0, |bits, byte| bits << 1 | u64::from(is(*byte)))
        };
        Marks {
            quotes: bits(&|byte| byte == b'"'),
            ends: bits(&|byte| byte == delimiter || byte == b'\n'),
            lines: bits(&|byte| byte == b'\n'),
        }
    }

    #[test]
    fn every_byte_in_every_place_is_marked_alike() {
        for byte in 0..=255 {
            for (place, delimiter) in (0..64).zip([b',', b';', b'\t', b'|'].into_iter().cycle()) {
                // Neighbours that differ by one bit are those from which a carry would come.
                let mut block = [byte ^ 1; 64];
                if let Some(slot) = block.get_mut(place) {
                    *slot = byte;
                }
                let plain = marks_by_bytes(&block, delimiter);
                assert_eq!(marks_by_words(&block, delimiter), plain, "{byte} at {place}");
                assert_eq!(marks(&block, delimiter), plain, "{byte} at {place}");
            }
        }
    }
}
