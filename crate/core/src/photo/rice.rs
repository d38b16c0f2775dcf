//! Planes of renditions of version 2, which are read and no longer written: errors of LOCO-I's median edge detector
//! (Weinberger, Seroussi, Sapiro 2000), as in JPEG-LS, in Rice codes whose parameter stands before every few of them.

/// Values whose errors share one Rice parameter.
const RUN: usize = 16;
/// Bits that name the Rice parameter of a run.
const PARAMETER_BITS: u32 = 2;
/// Ones after which an error is written in full instead.
const LONGEST: u32 = 15;
/// Bits of an error written in full: twice 255 and a sign fit.
const FULL_BITS: u32 = 10;

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

/// 0, 1, 2, 3, 4 … → 0, −1, 1, −2, 2 …
fn unfold(code: u32) -> i32 {
    (code >> 1).cast_signed() ^ -(code & 1).cast_signed()
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
        fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = unpack(&bytes, 16, 3);
        }
    }
}
