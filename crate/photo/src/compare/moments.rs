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
    /// Takes in a pixel: the candidate's value and the query's.
    #[inline]
    pub(super) fn add(&mut self, candidate: f32, query: f32) {
        self.count += 1.0;
        self.sums = [self.sums[0] + candidate, self.sums[1] + query];
        self.squares = [self.squares[0] + candidate * candidate, self.squares[1] + query * query];
        self.products += candidate * query;
    }

    /// Pixels.
    pub(super) fn count(&self) -> f32 {
        self.count
    }

    pub(super) fn means(&self) -> [f32; 2] {
        self.sums.map(|sum| sum / self.count)
    }

    pub(super) fn variances(&self) -> [f32; 2] {
        let [candidate, query] = self.means();
        [self.squares[0] / self.count - candidate * candidate, self.squares[1] / self.count - query * query]
    }

    /// From -1 to 1, where both variances are above 0.
    pub(super) fn correlation(&self) -> f32 {
        let ([candidate, query], [a, b]) = (self.means(), self.variances());
        (self.products / self.count - candidate * query) / (a * b).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rises_together_correlates() {
        let mut moments = Moments::default();
        for (candidate, query) in [(1.0, 5.0), (2.0, 7.0), (3.0, 9.0)] {
            moments.add(candidate, query);
        }
        assert_eq!((moments.count(), moments.means()), (3.0, [2.0, 7.0]));
        assert!((moments.correlation() - 1.0).abs() < 1e-4);
    }
}
