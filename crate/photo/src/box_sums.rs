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
    /// The table of a picture of `side` × `side` grey values; at most 256 × 256, so that every sum fits into 32 bits.
    pub(super) fn of(grey: &[u8], side: usize) -> Self {
        let mut sums = vec![0u32; (side + 1) * (side + 1)];
        for y in 0..side {
            let (above, below) = sums[y * (side + 1)..].split_at_mut(side + 1);
            let mut row = 0u32;
            for ((sum, above), value) in below[1..].iter_mut().zip(&above[1..]).zip(&grey[y * side..(y + 1) * side]) {
                row += u32::from(*value);
                *sum = above + row;
            }
        }
        Self { side, sums }
    }

    /// The picture reduced to `side` × `side` pixels: the mean grey value of each box.
    pub(super) fn resampled(&self, side: usize) -> Vec<f32> {
        let whole = self.side as u32 * UNITS;
        let edges: Vec<u32> = (0..=side as u32).map(|i| i * whole / side as u32).collect();
        let places: Vec<(usize, u32)> = edges.iter().map(|edge| self.split(*edge)).collect();
        let width = self.side + 1;
        let corners = |(py, fy): (usize, u32)| {
            let (top, bottom) = self.sums[py * width..].split_at(width);
            let at = |(px, fx): &(usize, u32)| {
                let above = top[*px] * (UNITS - fx) + top[px + 1] * fx;
                let below = bottom[*px] * (UNITS - fx) + bottom[px + 1] * fx;
                above * (UNITS - fy) + below * fy
            };
            places.iter().map(at).collect::<Vec<u32>>()
        };
        let mut values = Vec::with_capacity(side * side);
        let mut above = corners(places[0]);
        for j in 0..side {
            let below = corners(places[j + 1]);
            for i in 0..side {
                let sum = (below[i + 1] - below[i]) - (above[i + 1] - above[i]);
                let area = (edges[i + 1] - edges[i]) * (edges[j + 1] - edges[j]);
                values.push(sum as f32 / area as f32);
            }
            above = below;
        }
        values
    }

    /// The pixel in which a position lies, and the distance from its start, both in [`UNITS`] per pixel.
    fn split(&self, position: u32) -> (usize, u32) {
        let position = position.min(self.side as u32 * UNITS);
        let pixel = ((position / UNITS) as usize).min(self.side - 1);
        (pixel, position - pixel as u32 * UNITS)
    }
}
