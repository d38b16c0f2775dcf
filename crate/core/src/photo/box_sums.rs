//! Sums of grey values over boxes, at the cost of four reads each.

/// Units per pixel of the positions a box may have.
pub(super) const UNITS: u32 = 16;

/// The summed-area table of a square grey picture: any box's sum from four of its values. Integers throughout,
/// so the sums are the same everywhere.
#[derive(Debug, Clone)]
pub(super) struct BoxSums {
    side: usize,
    /// (side + 1)², row by row: the sum of all pixels above and to the left.
    sums: Vec<u32>,
}

impl BoxSums {
    /// Of a picture of side × side grey values; at most 256 × 256, so that no sum leaves 32 bits.
    pub(super) fn of(grey: &[u8], side: usize) -> Self {
        let mut sums = vec![0u32; (side + 1) * (side + 1)];
        for y in 0..side {
            let mut row = 0u32;
            for x in 0..side {
                row += u32::from(grey[y * side + x]);
                sums[(y + 1) * (side + 1) + x + 1] = sums[y * (side + 1) + x + 1] + row;
            }
        }
        Self { side, sums }
    }

    /// The sum above and to the left of a point, in 1/256 grey values; `x` and `y` in units.
    pub(super) fn at(&self, x: u32, y: u32) -> u32 {
        let limit = self.side as u32 * UNITS;
        let (x, y) = (x.min(limit), y.min(limit));
        let (px, py) = (((x / UNITS) as usize).min(self.side - 1), ((y / UNITS) as usize).min(self.side - 1));
        let (fx, fy) = (x - px as u32 * UNITS, y - py as u32 * UNITS);
        let i = py * (self.side + 1) + px;
        let j = i + self.side + 1;
        let top = self.sums[i] * (UNITS - fx) + self.sums[i + 1] * fx;
        let bottom = self.sums[j] * (UNITS - fx) + self.sums[j + 1] * fx;
        top * (UNITS - fy) + bottom * fy
    }
}
