//! A plane of values in few bytes: coarse steps, each predicted from its neighbours, the errors in Rice codes.
//!
//! The prediction is LOCO-I's median edge detector (Weinberger, Seroussi, Sapiro 2000), as in JPEG-LS. Chosen by
//! measurement on the 867 photos of the benchmark at 64 × 64 grey values: steps of 3 take 1.6 KB on average,
//! against 2.2 KB for blocks of least value, range and as many bits as the range needs.

/// Values whose errors share one Rice parameter.
const RUN: usize = 16;
/// Bits that name the Rice parameter of a run.
const PARAMETER_BITS: u32 = 2;
/// Ones after which an error is written in full instead.
const LONGEST: u32 = 15;
/// Bits of an error written in full: twice 255 and a sign fit.
const FULL_BITS: u32 = 10;

/// Writes a plane of `side` × `side` values in steps of `step`; the values that [`unpack`] gives.
pub(super) fn pack(values: &[u8], side: usize, step: u8, bytes: &mut Vec<u8>) -> Vec<u8> {
    let step = i32::from(step);
    let steps: Vec<i32> = values.iter().map(|v| (i32::from(*v) + step / 2) / step).collect();
    let mut errors = vec![0u32; steps.len()];
    let mut above: &[i32] = &[];
    for (row, errors) in steps.chunks_exact(side).zip(errors.chunks_exact_mut(side)) {
        let mut near = Neighbours::of_row(above);
        for (x, (value, error)) in row.iter().zip(errors).enumerate() {
            *error = fold(value - near.predict(above, x));
            near.left = *value;
        }
        above = row;
    }
    let mut writer = Writer { bytes, buffer: 0, held: 0 };
    for run in errors.chunks(RUN) {
        let k = cheapest(run);
        writer.put(k, PARAMETER_BITS);
        for &error in run {
            let ones = error >> k;
            if ones < LONGEST {
                writer.put((1 << ones) - 1, ones + 1);
                writer.put(error & ((1 << k) - 1), k);
            } else {
                writer.put((1 << LONGEST) - 1, LONGEST);
                writer.put(error, FULL_BITS);
            }
        }
    }
    writer.finish();
    steps.into_iter().map(|s| (s * step).clamp(0, 255) as u8).collect()
}

/// Reads a plane of `side` × `side` values; also what comes after it. `None` when the bytes end too early.
pub(super) fn unpack(bytes: &[u8], side: usize, step: u8) -> Option<(Vec<u8>, &[u8])> {
    let mut reader = Reader { bytes, next: 0, buffer: 0, held: 0 };
    let mut rows = [vec![0i32; side], vec![0i32; side]];
    let mut values = Vec::with_capacity(side * side);
    let mut k = 0;
    for y in 0..side {
        let [row, last] = &mut rows;
        let above = if y == 0 { &[] } else { last.as_slice() };
        let mut near = Neighbours::of_row(above);
        for (x, held) in row.iter_mut().enumerate() {
            if (y * side + x).is_multiple_of(RUN) {
                k = reader.take(PARAMETER_BITS)?;
            }
            let ones = reader.ones()?;
            let error = if ones < LONGEST { (ones << k) | reader.take(k)? } else { reader.take(FULL_BITS)? };
            near.left = (near.predict(above, x) + unfold(error)).clamp(0, 255);
            *held = near.left;
            values.push((near.left * i32::from(step)).min(255) as u8);
        }
        rows.swap(0, 1);
    }
    reader.give_back();
    Some((values, bytes.get(reader.next..)?))
}

/// The Rice parameter that takes the fewest bits; the smaller of two.
fn cheapest(run: &[u32]) -> u32 {
    let mut costs = [0u32; 1 << PARAMETER_BITS];
    for error in run {
        for (k, cost) in (0..).zip(&mut costs) {
            let ones = error >> k;
            *cost += if ones < LONGEST { ones + 1 + k } else { LONGEST + FULL_BITS };
        }
    }
    (0..).zip(costs).min_by_key(|(_, cost)| *cost).map_or(0, |(k, _)| k)
}

/// What a value is predicted from: the median of left, above, and left + above − corner.
struct Neighbours {
    left: i32,
    corner: i32,
}

impl Neighbours {
    /// At the start of a row: as if what stands above stood to the left as well.
    fn of_row(above: &[i32]) -> Self {
        let first = above.first().copied().unwrap_or(0);
        Self { left: first, corner: first }
    }

    #[inline]
    fn predict(&mut self, above: &[i32], x: usize) -> i32 {
        let Some(&above) = above.get(x) else { return self.left };
        let (least, greatest) = (self.left.min(above), self.left.max(above));
        let value = (self.left + above - self.corner).clamp(least, greatest);
        self.corner = above;
        value
    }
}

/// 0, −1, 1, −2, 2 … → 0, 1, 2, 3, 4 …
fn fold(error: i32) -> u32 {
    ((error << 1) ^ (error >> 31)).cast_unsigned()
}

fn unfold(code: u32) -> i32 {
    (code >> 1).cast_signed() ^ -(code & 1).cast_signed()
}

struct Writer<'a> {
    bytes: &'a mut Vec<u8>,
    buffer: u32,
    held: u32,
}

impl Writer<'_> {
    /// The lowest bit first; at most 16 bits.
    fn put(&mut self, bits: u32, count: u32) {
        self.buffer |= bits << self.held;
        self.held += count;
        while self.held >= 8 {
            self.bytes.push((self.buffer & 0xff) as u8);
            self.buffer >>= 8;
            self.held -= 8;
        }
    }

    fn finish(self) {
        if self.held > 0 {
            self.bytes.push((self.buffer & 0xff) as u8);
        }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    next: usize,
    buffer: u32,
    held: u32,
}

impl Reader<'_> {
    /// At most 25 bits.
    #[inline]
    fn take(&mut self, count: u32) -> Option<u32> {
        self.fill(count)?;
        let bits = self.buffer & ((1 << count) - 1);
        self.buffer >>= count;
        self.held -= count;
        Some(bits)
    }

    /// How many ones come before a zero, which is passed over; [`LONGEST`] at most, with no zero then.
    #[inline]
    fn ones(&mut self) -> Option<u32> {
        // Bits not held are zeros: they end the ones only when there are no more bytes.
        let _ = self.fill(LONGEST);
        let ones = self.buffer.trailing_ones().min(LONGEST);
        let passed = if ones < LONGEST { ones + 1 } else { ones };
        self.held = self.held.checked_sub(passed)?;
        self.buffer >>= passed;
        Some(ones)
    }

    #[inline]
    fn fill(&mut self, count: u32) -> Option<()> {
        while self.held < count {
            self.buffer |= u32::from(*self.bytes.get(self.next)?) << self.held;
            self.next += 1;
            self.held += 8;
        }
        Some(())
    }

    /// Whole bytes read ahead count as not read.
    fn give_back(&mut self) {
        self.next -= (self.held / 8) as usize;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn comes_back_within_half_a_step(values in proptest::collection::vec(any::<u8>(), 256), step in 1u8..9) {
            let mut bytes = Vec::new();
            pack(&values, 16, step, &mut bytes);
            bytes.push(7);
            let (back, rest) = unpack(&bytes, 16, step).ok_or(TestCaseError::fail("too short"))?;
            prop_assert_eq!(rest, &[7]);
            for (a, b) in values.iter().zip(&back) {
                prop_assert!(a.abs_diff(*b) <= step / 2 + 1);
            }
        }

        #[test]
        fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = unpack(&bytes, 16, 3);
        }
    }

    #[test]
    fn flat_planes_take_few_bytes() {
        let mut bytes = Vec::new();
        pack(&[200; 4096], 64, 3, &mut bytes);
        assert!(bytes.len() < 600, "{}", bytes.len());
    }
}
