//! Where one picture lies on another.

/// An affine map that takes each point of the candidate to its place in the query; both reach from
/// -1 to 1 along x and y.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Map {
    /// x' = a₀·x + a₁·y + a₂; y' = a₃·x + a₄·y + a₅.
    pub(crate) a: [f32; 6],
}

impl Map {
    /// The six numbers a of x' = a₀·x + a₁·y + a₂, y' = a₃·x + a₄·y + a₅.
    #[must_use]
    pub fn coefficients(&self) -> [f32; 6] {
        self.a
    }

    /// Where a point of the candidate lies.
    #[must_use]
    #[inline]
    pub fn to(&self, x: f32, y: f32) -> (f32, f32) {
        let a = &self.a;
        (a[0] * x + a[1] * y + a[2], a[3] * x + a[4] * y + a[5])
    }

    /// The point of the candidate that lies at this point of the query; `None` when the map is singular.
    #[must_use]
    pub fn back(&self, x: f32, y: f32) -> Option<(f32, f32)> {
        self.inverse().map(|inverse| inverse.to(x, y))
    }

    /// The inverse map; `None` when this one is singular.
    pub(crate) fn inverse(&self) -> Option<Self> {
        let [a, b, c, d, e, f] = self.a;
        let area = a * e - b * d;
        let [a, b, d, e] = [e / area, -b / area, -d / area, a / area];
        (area.abs() > 1e-6).then(|| Self { a: [a, b, -(a * c + b * f), d, e, -(d * c + e * f)] })
    }

    /// How large the candidate lies on the query, along a side.
    pub(super) fn scale(&self) -> f32 {
        let a = &self.a;
        (a[0] * a[4] - a[1] * a[3]).abs().sqrt()
    }

    /// The identity, or a reflection in the vertical axis.
    pub(crate) fn whole(mirrored: bool) -> Self {
        Self { a: [if mirrored { -1.0 } else { 1.0 }, 0.0, 0.0, 0.0, 1.0, 0.0] }
    }

    /// Whether it is the identity or a reflection in the vertical axis, but for this much in each coefficient.
    pub(super) fn is_nearly_whole(&self, most: f32) -> bool {
        let whole = Self::whole(self.a[0] < 0.0);
        self.a.iter().zip(whole.a).all(|(own, whole)| (own - whole).abs() <= most)
    }

    /// Whether somebody who uses a photo again would do this: scale between 0.38 and 2.6, at most half as much again
    /// along one direction, shear at most 14 degrees and turn at most 27 (their sine or tangent: 0.25, 0.5), never
    /// upside down.
    pub(super) fn is_plausible(&self) -> bool {
        let a = &self.a;
        let (x, y) = ((a[0] * a[0] + a[3] * a[3]).sqrt(), (a[1] * a[1] + a[4] * a[4]).sqrt());
        let scaled = 0.38 < x && x < 2.6 && 0.38 < y && y < 2.6 && 0.68 * y < x && 0.68 * x < y;
        let lean = (a[0] * a[1] + a[3] * a[4]).abs() < 0.25 * x * y;
        let turn = a[3].abs() < 0.5 * x && a[1].abs() < 0.5 * y;
        a[4] > 0.0 && scaled && lean && turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let map = Map { a: [-1.2, 0.1, 0.2, 0.05, 1.1, -0.3] };
        let (x, y) = map.to(0.4, -0.7);
        assert!(map.back(x, y).is_some_and(|(u, v)| (u - 0.4).abs() < 1e-4 && (v + 0.7).abs() < 1e-4));
        assert!(map.is_plausible());
        assert!(!Map { a: [1.0, 0.0, 0.0, 0.0, -1.0, 0.0] }.is_plausible());
        assert_eq!(Map { a: [0.0; 6] }.back(0.0, 0.0), None);
    }
}
