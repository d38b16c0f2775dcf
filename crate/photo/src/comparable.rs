//! Whether a picture has enough detail to be compared: photos do; flat pictures, logos, initials, flags, horizons and
//! default avatars do not.
//!
//! Two pictures that show only gradients and edges can be shifted, stretched and turned until they agree, as any two
//! silhouettes can: a gradient looks the same wherever it is shifted, an edge wherever it is shifted along itself. Only
//! places where the grey values change along both directions fix a picture, and there must be many of them, more than
//! the corners of a few outlines ([`texture`]).

use super::products::beyond_products;
use super::rendition::{SIDE, between_bars};
use super::shrink::Grey;

/// A picture whose grey values deviate less than this from their mean (of 255) is flat.
const MIN_DEVIATION: f64 = 6.0;
/// How many tones a drawing has: backdrop, figure, shade.
const TONES: usize = 3;
/// How far a grey value may lie from its tone.
const TONE_TOLERANCE: usize = 4;
/// Pixels along a side of a rendition.
const WIDTH: usize = SIDE as usize;
/// Side of a block whose texture is measured, in pixels.
const BLOCK: usize = 4;
/// Blocks along a side.
const BLOCKS: usize = WIDTH / BLOCK;
/// Squared deviation of a textured block's grey values: flat areas lie below, drawn edges above.
const TEXTURED: std::ops::Range<f64> = 2.25..900.0;
/// The share of pixels in the three commonest tones, less half the share of textured blocks, above which a picture
/// is a drawing. Of the 188 logos and avatars in the shared photos the least has 0.72, of 1008 photos and 6000
/// altered photos the greatest has 0.64.
const MAX_TONE_SHARE: f64 = 0.68;

/// The share of pixels on one plane of grey values, less half the share of blocks that are on none, above which a picture
/// is a drawing on a gradient: initials, a silhouette. Of 1,008 photos and 5,290 altered ones the greatest has 0.47; of 147
/// made-up initials that the other bounds let through the least has 0.72, of 54 of larger ones 47 have more than 0.5.
const MAX_PLANE_SHARE: f64 = 0.5;
/// How far from the plane, in grey values, a pixel may lie and still count in the next fit.
const FIT_TOLERANCE: f32 = 16.0;
/// How often the plane is fitted: first to all pixels of every fourth row, then to those of them that lie near it.
const FIT_ROUNDS: usize = 4;

/// The least second difference of grey values, as a part of the picture's deviation (both root mean squares). Pictures
/// of a few soft patches have less, and agree however they are shifted: with nine patches along a side they reach 0.12
/// and were taken for one another, with twelve they were not. Of 1,008 photos and 8,100 altered ones the least has
/// 0.15.
const MIN_CURVATURE: f64 = 0.125;

/// The least weight of a place that changes along both directions, in squared grey values per pixel: the coarse steps
/// in which renditions are stored give a smooth slope less.
const MIN_WEIGHT: u64 = 1;
/// The least roundness of such a place, in percent: 0 is a straight edge, 100 a point. The bends of outlines stay below.
const MIN_ROUNDNESS: u64 = 30;
/// The least mean squared slope of a place that is not round but an edge, in squared grey values per pixel.
const MIN_EDGE_SLOPE: u64 = 4;
/// How many edges outweigh one round place.
const EDGES_PER_PLACE: f64 = 4.0;
/// The least share of round places, less the share of edges divided by [`EDGES_PER_PLACE`].
///
/// Tuned with the four above on 1,610 made-up pictures without a person (default avatars, initials, flags, sunsets,
/// skies, logos, icons, emoji, cartoons, each in many colours, lights and noises): of 422 pairs of different ones that
/// were taken for one another 32 are left, each of one drawing in other colours. Of 1,008 photos none falls below, as
/// they are and in 14 altered forms; 160 drawn portraits before drawn scenes have 0.013 and more.
const MIN_TEXTURE: f64 = 0.01;
/// What six products of a row and a column must leave: this share of the picture's squared deviation, or this deviation in
/// grey values. Strong light, vignettes and borders make the share small, low contrast the deviation.
///
/// Of 880 photos as they are the least deviation is 4.3, of the benchmark's 6,000 altered ones 3.0. Of 4,975 photos altered
/// otherwise that pass the bounds above, 65 leave neither (half of these in a dark vignette or under an opaque flag), 184 less
/// than the share. Of 287 made-up flags in folds, sunsets, hills, initials and avatars 98 leave one of the two, 86 the share.
const MIN_SHARE_BEYOND_PRODUCTS: f32 = 0.007;
const MIN_DEVIATION_BEYOND_PRODUCTS: f32 = 3.0;
/// A picture with more texture than this is a photo, and its products are not computed. Of 480 of those made-up
/// pictures none has more than 0.2.
const PHOTO_TEXTURE: f64 = 0.25;

/// Why a picture cannot be told from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotComparable {
    /// One tone, or a drawing: a logo, initials, a default avatar, a flag; or a few edges and gradients, as a horizon.
    #[error("too plain to be told from others")]
    Plain,
    /// Without details: a photo out of focus, or enlarged from very few pixels.
    #[error("too soft to be told from others")]
    Soft,
}

/// Checks that a rendition's grey values have enough detail to tell it from others; of an oblong picture it is enough that
/// those between the bars have.
///
/// # Errors
/// [`NotComparable`] says what it lacks.
pub(super) fn check_comparable(grey: &[u8]) -> Result<(), NotComparable> {
    let inner = without_bars(grey);
    let are_both = |judge: fn(&[u8]) -> bool| judge(grey) && inner.as_deref().is_none_or(judge);
    if are_both(is_drawn) {
        Err(NotComparable::Plain)
    } else if curvature(grey) < MIN_CURVATURE * MIN_CURVATURE * spread_of(grey) {
        Err(NotComparable::Soft)
    } else if are_both(is_sparse) {
        Err(NotComparable::Plain)
    } else {
        Ok(())
    }
}

/// An oblong picture without the bars beside it, enlarged to a rendition.
fn without_bars(grey: &[u8]) -> Option<Vec<u8>> {
    let [columns, rows] = between_bars(grey)?;
    let lines = grey.chunks_exact(WIDTH).skip(rows.start).take(rows.len());
    let inner = lines.flat_map(|line| line.get(columns.clone()).unwrap_or_default()).copied().collect();
    Some(Grey::of_values(inner, columns.len()).shrunk(WIDTH, WIDTH))
}

/// Whether a picture has one tone, or few, or is a drawing on a gradient.
fn is_drawn(grey: &[u8]) -> bool {
    let detailed = textured(grey) * 0.5;
    spread_of(grey) < MIN_DEVIATION * MIN_DEVIATION
        || tones(grey) - detailed > MAX_TONE_SHARE
        || on_a_plane(grey) - rough(grey) * 0.5 > MAX_PLANE_SHARE
}

/// Whether few places fix the picture, or not many and a few products of a row and a column explain it.
fn is_sparse(grey: &[u8]) -> bool {
    let texture = texture(grey);
    let is_of_products = || {
        let rest = beyond_products(grey);
        rest.share < MIN_SHARE_BEYOND_PRODUCTS && rest.deviation < MIN_DEVIATION_BEYOND_PRODUCTS
    };
    texture < MIN_TEXTURE || texture < PHOTO_TEXTURE && is_of_products()
}

/// The share of blocks that change along both directions, less the share of edges divided by [`EDGES_PER_PLACE`].
///
/// Measured by the structure tensor of each block, the sums of products of its slopes: its determinant divided by its
/// trace is the weight of the place, four times the determinant divided by the squared trace its roundness (Förstner,
/// Gülch 1987, "A fast operator for detection and precise location of distinct points, corners and centres of circular
/// features").
fn texture(grey: &[u8]) -> f64 {
    /// Squared differences over two pixels are four times the squared slopes; a block has BLOCK² pixels.
    const SCALE: u64 = (4 * BLOCK * BLOCK) as u64;
    let mut tensors = [[0i32; 3]; BLOCKS * BLOCKS];
    let inner = grey.chunks_exact(WIDTH).zip(grey.chunks_exact(WIDTH).skip(1)).zip(grey.chunks_exact(WIDTH).skip(2));
    for (y, ((above, row), below)) in (1..).zip(inner) {
        let Some(tensors) = tensors.get_mut(y / BLOCK * BLOCKS..(y / BLOCK + 1) * BLOCKS) else { continue };
        let slopes = row.windows(3).zip(above.iter().zip(below).skip(1));
        for (x, (along, (above, below))) in (1..WIDTH).zip(slopes) {
            let across = i32::from(along[2]) - i32::from(along[0]);
            let down = i32::from(*below) - i32::from(*above);
            let [xx, xy, yy] = &mut tensors[x / BLOCK % BLOCKS];
            *xx += across * across;
            *xy += across * down;
            *yy += down * down;
        }
    }
    let (mut round, mut edges) = (0u32, 0u32);
    for [xx, xy, yy] in tensors.map(|sums| sums.map(i64::from)) {
        let trace = (xx + yy).unsigned_abs();
        let determinant = (xx * yy - xy * xy).unsigned_abs();
        if determinant > MIN_WEIGHT * SCALE * trace && 400 * determinant > MIN_ROUNDNESS * trace * trace {
            round += 1;
        } else if trace > MIN_EDGE_SLOPE * SCALE {
            edges += 1;
        }
    }
    (f64::from(round) - f64::from(edges) / EDGES_PER_PLACE) / (BLOCKS * BLOCKS) as f64
}

/// The mean squared second difference of the grey values, along rows and columns.
fn curvature(grey: &[u8]) -> f64 {
    let curved = |before: u8, here: u8, after: u8| {
        (i32::from(before) - 2 * i32::from(here) + i32::from(after)).unsigned_abs().pow(2)
    };
    let along = grey.chunks_exact(WIDTH).flat_map(|row| row.windows(3)).map(|v| curved(v[0], v[1], v[2]));
    let down = grey.iter().zip(&grey[WIDTH..]).zip(&grey[2 * WIDTH..]).map(|((a, b), c)| curved(*a, *b, *c));
    let sum: u32 = along.chain(down).sum();
    f64::from(sum) / (2 * WIDTH * (WIDTH - 2)) as f64
}

/// The share of pixels in the commonest tones.
fn tones(grey: &[u8]) -> f64 {
    let mut counts = [0u32; 256];
    for &v in grey {
        counts[usize::from(v)] += 1;
    }
    let mut covered = 0;
    for _ in 0..TONES {
        // How many pixels have a tone less than each.
        let mut below = [0u32; 257];
        for (tone, count) in counts.iter().enumerate() {
            below[tone + 1] = below[tone] + count;
        }
        let around = |tone: usize| (tone.saturating_sub(TONE_TOLERANCE), (tone + TONE_TOLERANCE + 1).min(256));
        let within = |tone: &usize| below[around(*tone).1] - below[around(*tone).0];
        let (from, to) = around((0..256usize).max_by_key(within).unwrap_or(0));
        for count in &mut counts[from..to] {
            covered += std::mem::take(count);
        }
    }
    f64::from(covered) / grey.len().max(1) as f64
}

/// The share of pixels that lie on one plane of grey values: a flat ground, or a gradient from edge to edge.
fn on_a_plane(grey: &[u8]) -> f64 {
    let fitted = grey.chunks_exact(4 * WIDTH).map(|rows| &rows[..WIDTH]);
    let mut plane = GreyPlane { height: 0.0, across: 0.0, down: 0.0 };
    let mut within = f32::INFINITY;
    for _ in 0..FIT_ROUNDS {
        let mut moments = PlaneSums::default();
        for (k, row) in fitted.clone().enumerate() {
            moments.add_row(4 * k as i32, row, plane.at_row(4 * k), within);
        }
        plane = moments.plane();
        within = FIT_TOLERANCE;
    }
    let near = grey.chunks_exact(WIDTH).enumerate().map(|(y, row)| {
        let (first, across) = plane.at_row(y);
        (0..).zip(row).map(|(x, v)| u32::from(is_within(*v, x, first, across, TONE_TOLERANCE as f32))).sum::<u32>()
    });
    f64::from(near.sum::<u32>()) / grey.len().max(1) as f64
}

/// Whether a grey value of a row lies near a plane that is `first` high at the row's first pixel and rises by `across`.
#[inline]
fn is_within(value: u8, x: i32, first: f32, across: f32, within: f32) -> bool {
    (f32::from(value) - (first + across * x as f32)).abs() < within
}

/// A plane of grey values: its height at the first pixel, and how much it rises from pixel to pixel and from row to row.
struct GreyPlane {
    height: f32,
    across: f32,
    down: f32,
}

impl GreyPlane {
    /// Its height at the first pixel of a row, and how much it rises along it.
    fn at_row(&self, y: usize) -> (f32, f32) {
        (self.height + self.down * y as f32, self.across)
    }
}

/// Sums over pixels, by which the plane of least squares is found: of 1, x, y, x², xy, y², and of the values by 1, x, y.
#[derive(Default)]
struct PlaneSums([i64; 9]);

impl PlaneSums {
    /// Adds those pixels of a row that lie near the plane.
    fn add_row(&mut self, y: i32, row: &[u8], (first, across): (f32, f32), within: f32) {
        let (mut n, mut sx, mut sxx, mut sv, mut sxv) = (0, 0, 0, 0, 0);
        for (x, value) in (0i32..).zip(row) {
            // Multiplied instead of branched on: no processor predicts which pixels lie near the plane.
            let counts = i32::from(is_within(*value, x, first, across, within));
            let (column, value) = (counts * x, counts * i32::from(*value));
            n += counts;
            sx += column;
            sxx += column * x;
            sv += value;
            sxv += value * x;
        }
        let sums = [n, sx, n * y, sxx, sx * y, n * y * y, sv, sxv, sv * y];
        self.0.iter_mut().zip(sums).for_each(|(sum, more)| *sum += i64::from(more));
    }

    /// The plane of least squares: the normal equations, by Cramer's rule.
    fn plane(&self) -> GreyPlane {
        let [n, x, y, xx, xy, yy, v, xv, yv] = self.0.map(|sum| sum as f64);
        let rows = [[n, x, y], [x, xx, xy], [y, xy, yy]];
        let determinant = |m: [[f64; 3]; 3]| {
            m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
        };
        let whole = determinant(rows);
        let solved = |column: usize| {
            let mut replaced = rows;
            replaced.iter_mut().zip([v, xv, yv]).for_each(|(row, value)| row[column] = value);
            (determinant(replaced) / whole) as f32
        };
        GreyPlane { height: solved(0), across: solved(1), down: solved(2) }
    }
}

/// The share of blocks whose grey values do not lie on a plane of their own.
///
/// The squared residual of the plane of least squares, in closed form, since its slopes are independent of one another
/// on a square grid; times eighty, so that it is a whole number.
fn rough(grey: &[u8]) -> f64 {
    const LEAST: i32 = (80.0 * TEXTURED.start * (BLOCK * BLOCK) as f64) as i32;
    /// Twice a pixel's distance from the block's middle.
    const TWICE: [i32; BLOCK] = [-3, -1, 1, 3];
    let mut rough = 0;
    for rows in grey.chunks_exact(BLOCK * WIDTH) {
        let mut sums = [[0i32; 4]; BLOCKS];
        for (row, y) in rows.chunks_exact(WIDTH).zip(TWICE) {
            for ([sum, squares, across, down], four) in sums.iter_mut().zip(row.as_chunks::<BLOCK>().0) {
                let four = four.map(i32::from);
                let all: i32 = four.iter().sum();
                *sum += all;
                *squares += four.iter().map(|v| v * v).sum::<i32>();
                *across += four.iter().zip(TWICE).map(|(v, x)| v * x).sum::<i32>();
                *down += all * y;
            }
        }
        let left =
            |[sum, squares, across, down]: &[i32; 4]| 80 * squares - 5 * sum * sum - across * across - down * down;
        rough += sums.iter().filter(|sums| left(sums) > LEAST).count();
    }
    rough as f64 / (BLOCKS * BLOCKS) as f64
}

/// The share of textured blocks.
fn textured(grey: &[u8]) -> f64 {
    let mut textured = 0;
    for rows in grey.chunks_exact(BLOCK * SIDE as usize) {
        let mut moments = [(0u32, 0u32); BLOCKS];
        for row in rows.chunks_exact(SIDE as usize) {
            for ((sum, squares), four) in moments.iter_mut().zip(row.as_chunks::<BLOCK>().0) {
                for v in four {
                    *sum += u32::from(*v);
                    *squares += u32::from(*v) * u32::from(*v);
                }
            }
        }
        textured +=
            moments.iter().filter(|(sum, squares)| TEXTURED.contains(&spread(BLOCK * BLOCK, *sum, *squares))).count();
    }
    textured as f64 / (BLOCKS * BLOCKS) as f64
}

/// Squared deviation of grey values from their mean.
fn spread_of(grey: &[u8]) -> f64 {
    let (sum, squares) =
        grey.iter().fold((0, 0), |(sum, squares), v| (sum + u32::from(*v), squares + u32::from(*v).pow(2)));
    spread(grey.len(), sum, squares)
}

/// Squared deviation from the mean of `count` values with this sum and this sum of squares.
fn spread(count: usize, sum: u32, squares: u32) -> f64 {
    let count = count.max(1) as f64;
    let mean = f64::from(sum) / count;
    f64::from(squares) / count - mean * mean
}
