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

    /// The sums above and to the left of the corners of `N - 1` cells a side, in 1/256 grey values; `x`, `y` and
    /// `step` in units.
    pub(super) fn grid<const N: usize>(&self, x: u32, y: u32, step: u32) -> [[u32; N]; N] {
        let width = self.side + 1;
        let columns: [(usize, u32); N] = std::array::from_fn(|i| self.split(x + i as u32 * step));
        std::array::from_fn(|j| {
            let (py, fy) = self.split(y + j as u32 * step);
            let (top, bottom) = self.sums[py * width..].split_at(width);
            columns.map(|(px, fx)| {
                let above = top[px] * (UNITS - fx) + top[px + 1] * fx;
                let below = bottom[px] * (UNITS - fx) + bottom[px + 1] * fx;
                above * (UNITS - fy) + below * fy
            })
        })
    }

    /// The pixel a position lies in, and how far in it.
    fn split(&self, position: u32) -> (usize, u32) {
        let position = position.min(self.side as u32 * UNITS);
        let pixel = ((position / UNITS) as usize).min(self.side - 1);
        (pixel, position - pixel as u32 * UNITS)
    }
}
