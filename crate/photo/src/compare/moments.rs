//! Means, variances and correlation of two pictures over some pixels.

/// Sums over pixels that both pictures show.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Moments {
    count: f32,
    sums: [f32; 2],
    squares: [f32; 2],
    products: f32,
}

impl Moments {
    /// Takes in a pixel: the remembered picture's value and the other's.
    #[inline]
    pub(super) fn add(&mut self, known: f32, seen: f32) {
        self.count += 1.0;
        self.sums = [self.sums[0] + known, self.sums[1] + seen];
        self.squares = [self.squares[0] + known * known, self.squares[1] + seen * seen];
        self.products += known * seen;
    }

    /// Pixels.
    pub(super) fn count(&self) -> f32 {
        self.count
    }

    pub(super) fn means(&self) -> [f32; 2] {
        self.sums.map(|sum| sum / self.count)
    }

    pub(super) fn variances(&self) -> [f32; 2] {
        let [known, seen] = self.means();
        [self.squares[0] / self.count - known * known, self.squares[1] / self.count - seen * seen]
    }

    /// From -1 to 1, where both variances are above 0.
    pub(super) fn correlation(&self) -> f32 {
        let ([known, seen], [a, b]) = (self.means(), self.variances());
        (self.products / self.count - known * seen) / (a * b).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rises_together_correlates() {
        let mut moments = Moments::default();
        for (known, seen) in [(1.0, 5.0), (2.0, 7.0), (3.0, 9.0)] {
            moments.add(known, seen);
        }
        assert_eq!((moments.count(), moments.means()), (3.0, [2.0, 7.0]));
        assert!((moments.correlation() - 1.0).abs() < 1e-4);
    }
}
