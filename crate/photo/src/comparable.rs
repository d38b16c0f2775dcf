//! Whether a picture says enough to be compared: photos do, flat pictures, logos, initials, flags, horizons and default
//! avatars do not.
//!
//! What agrees in two pictures is worth as much as it could have differed. A gradient has no place of its own, an edge
//! has none along itself: two pictures that have only these in common can be shifted, stretched and turned until they
//! agree, as any two silhouettes do. What fixes a picture are places where it changes along both directions, and there
//! have to be many of them, more than the corners of a few outlines ([`texture`]).

use super::products::beyond_products;
use super::rendition::SIDE;

/// A picture whose grey values deviate less than this from their mean (of 255) says too little.
const FLAT: f64 = 6.0;
/// How many tones a drawing has: backdrop, figure, shade.
const TONES: usize = 3;
/// How far a grey value may lie from its tone.
const NEAR: usize = 4;
/// Side of a block whose texture is looked at, in pixels.
const BLOCK: usize = 4;
/// Squared deviation of a textured block's grey values: flat areas lie below, drawn edges above.
const TEXTURED: std::ops::Range<f64> = 2.25..900.0;
/// The share of pixels in the three commonest tones, less half the share of textured blocks, above which a picture
/// is a drawing. Of the 188 logos and avatars in the shared photos the least has 0.72, of 1008 photos and 6000
/// altered photos the greatest has 0.64.
const DRAWN: f64 = 0.68;

/// The share of pixels on one plane of grey values, less half the share of blocks that are on none, above which a picture
/// is a drawing on a gradient: initials, a silhouette. Of 1,008 photos and 5,290 altered ones the greatest has 0.47; of 147
/// made-up initials that the other bounds let through the least has 0.72, of 54 of larger ones 47 have more than 0.5.
const ON_A_PLANE: f64 = 0.5;
/// How far from the plane a pixel may lie and still decide where it lies, in grey values.
const FITTED: f64 = 16.0;
/// How often the plane is fitted: first to all pixels, then to those it fits.
const ROUNDS: usize = 4;

/// How much the steps before and after a pixel differ at least, as a part of the picture's deviation (root mean
/// squares). Below lie soft patches, which are alike wherever they are laid: nine patches a side reach
/// 0.12 and were taken for one another, twelve were not. Of 1,008 photos and 8,100 altered ones the least has 0.15.
const SOFT: f64 = 0.125;

/// The least weight of a place that changes along both directions, in squared grey values a pixel: below lies what
/// storing a copy in coarse steps does to a smooth slope.
const WEIGHT: u64 = 1;
/// The least roundness of such a place, in percent: 0 is a straight edge, 100 a point. The bends of outlines stay below.
const ROUND: u64 = 30;
/// The least mean squared slope of a place that counts as an edge where it is not round.
const EDGE: u64 = 4;
/// How many edges outweigh one round place.
const EDGES: f64 = 4.0;
/// The least share of round places, less the share of edges by [`EDGES`].
///
/// Tuned with the four above on 1,610 made-up pictures of nobody (default avatars, initials, flags, sunsets, skies, logos,
/// icons, emoji, cartoons, each in many colours, lights and noises): of 422 pairs of different ones that were taken for one
/// another 32 are left, each of one drawing in other colours. Of 1,008 photos none falls below, as they are and in 14
/// altered forms; 160 drawn portraits before drawn scenes have 0.013 and more.
const TEXTURED_PLACES: f64 = 0.01;
/// The share of a picture's squared deviation below which what six products of a row and a column leave says too little. Of
/// 1,008 photos the least has 0.010, of 101 of them in a border 0.008, of 60 drawn portraits 0.024; of 3,000 made-up pictures of
/// nobody, those that the bounds above let through: 23 flags in folds at most 0.006, 24 sunsets 0.002, half of 199 initials
/// less than 0.006.
const FEW_PRODUCTS: f32 = 0.007;
/// As [`TEXTURED_PLACES`]: what has more is a photo, and is not looked at any further. Of 480 of those pictures none has more
/// than 0.2.
const MANY_PLACES: f64 = 0.25;

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

/// Whether a rendition's grey values say enough to tell it from others.
///
/// # Errors
/// [`NotComparable`] says what it lacks.
pub(super) fn telling(grey: &[u8]) -> Result<(), NotComparable> {
    let (sum, squares) =
        grey.iter().fold((0, 0), |(sum, squares), v| (sum + u32::from(*v), squares + u32::from(*v).pow(2)));
    let spread = spread(grey.len(), sum, squares);
    let detailed = textured(grey) * 0.5;
    if spread < FLAT * FLAT || tones(grey) - detailed > DRAWN || on_a_plane(grey) - rough(grey) * 0.5 > ON_A_PLANE {
        Err(NotComparable::Plain)
    } else if curvature(grey) < SOFT * SOFT * spread {
        Err(NotComparable::Soft)
    } else if is_sparse(grey) {
        Err(NotComparable::Plain)
    } else {
        Ok(())
    }
}

/// Whether few places fix the picture, or not many and a few products of a row and a column explain it.
fn is_sparse(grey: &[u8]) -> bool {
    let texture = texture(grey);
    texture < TEXTURED_PLACES || texture < MANY_PLACES && beyond_products(grey) < FEW_PRODUCTS
}

/// The share of blocks that fix their place along both directions, less what edges take away.
///
/// By the structure tensor of each block, the sums of products of its slopes: its determinant by its trace is the weight
/// of the place, four determinants by the squared trace its roundness (Förstner, Gülch 1987, "A fast operator for
/// detection and precise location of distinct points, corners and centres of circular features").
fn texture(grey: &[u8]) -> f64 {
    const LINE: usize = SIDE as usize;
    const BLOCKS: usize = LINE / BLOCK;
    /// Squared differences over two pixels are four times the squared slopes; a block has BLOCK² pixels.
    const SCALE: u64 = (4 * BLOCK * BLOCK) as u64;
    let mut tensors = [[0i64; 3]; BLOCKS * BLOCKS];
    let inner = grey.chunks_exact(LINE).zip(grey.chunks_exact(LINE).skip(1)).zip(grey.chunks_exact(LINE).skip(2));
    for (y, ((above, row), below)) in (1..).zip(inner) {
        let slopes = row.windows(3).zip(above.iter().zip(below).skip(1));
        for (x, (along, (above, below))) in (1..).zip(slopes) {
            let across = i64::from(along[2]) - i64::from(along[0]);
            let down = i64::from(*below) - i64::from(*above);
            let Some([xx, xy, yy]) = tensors.get_mut(y / BLOCK * BLOCKS + x / BLOCK) else { continue };
            *xx += across * across;
            *xy += across * down;
            *yy += down * down;
        }
    }
    let (mut round, mut edges) = (0u32, 0u32);
    for [xx, xy, yy] in tensors {
        let trace = (xx + yy).unsigned_abs();
        let determinant = (xx * yy - xy * xy).unsigned_abs();
        if determinant > WEIGHT * SCALE * trace && 400 * determinant > ROUND * trace * trace {
            round += 1;
        } else if trace > EDGE * SCALE {
            edges += 1;
        }
    }
    (f64::from(round) - f64::from(edges) / EDGES) / (BLOCKS * BLOCKS) as f64
}

/// The mean squared difference between the steps before and after a pixel, along rows and columns.
fn curvature(grey: &[u8]) -> f64 {
    const LINE: usize = SIDE as usize;
    let curved = |before: u8, here: u8, after: u8| {
        (i32::from(before) - 2 * i32::from(here) + i32::from(after)).unsigned_abs().pow(2)
    };
    let along = grey.chunks_exact(LINE).flat_map(|row| row.windows(3)).map(|v| curved(v[0], v[1], v[2]));
    let down = grey.iter().zip(&grey[LINE..]).zip(&grey[2 * LINE..]).map(|((a, b), c)| curved(*a, *b, *c));
    let sum: u32 = along.chain(down).sum();
    f64::from(sum) / (2 * LINE * (LINE - 2)) as f64
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
        let around = |tone: usize| (tone.saturating_sub(NEAR), (tone + NEAR + 1).min(256));
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
    let places = || {
        grey.iter().enumerate().map(|(i, v)| ([1.0, place(i % SIDE as usize), place(i / SIDE as usize)], f64::from(*v)))
    };
    let mut plane = plane_through(places());
    for _ in 1..ROUNDS {
        plane = plane_through(places().filter(|(at, v)| (v - height(&plane, at)).abs() < FITTED));
    }
    let near = places().filter(|(at, v)| (v - height(&plane, at)).abs() < NEAR as f64).count();
    near as f64 / grey.len().max(1) as f64
}

/// From −1 to 1 across the picture.
fn place(pixel: usize) -> f64 {
    pixel as f64 * 2.0 / SIDE as f64 - 1.0
}

/// The plane of least squares: its height in the middle and its slopes. By the normal equations, solved by elimination.
fn plane_through(points: impl Iterator<Item = ([f64; 3], f64)>) -> [f64; 3] {
    let mut rows = [[0.0; 4]; 3];
    for (at, v) in points {
        for (row, factor) in rows.iter_mut().zip(at) {
            for (cell, other) in row.iter_mut().zip([at[0], at[1], at[2], v]) {
                *cell += factor * other;
            }
        }
    }
    for pivot in 0..3 {
        let by = rows[pivot];
        for (number, row) in rows.iter_mut().enumerate() {
            let factor = row[pivot] / by[pivot];
            if number != pivot {
                row.iter_mut().zip(by).for_each(|(cell, other)| *cell -= factor * other);
            }
        }
    }
    [0, 1, 2].map(|n| rows[n][3] / rows[n][n])
}

/// Of a plane, at a place.
fn height(plane: &[f64; 3], at: &[f64; 3]) -> f64 {
    plane.iter().zip(at).map(|(slope, at)| slope * at).sum()
}

/// The share of blocks whose grey values do not lie on a plane of their own.
fn rough(grey: &[u8]) -> f64 {
    const LINE: usize = SIDE as usize;
    const BLOCKS: usize = LINE / BLOCK;
    let rough = (0..BLOCKS * BLOCKS).filter(|block| {
        let corner = block / BLOCKS * BLOCK * LINE + block % BLOCKS * BLOCK;
        let values = (0..BLOCK * BLOCK).map(|n| {
            let (x, y) = (n % BLOCK, n / BLOCK);
            let middle = (BLOCK - 1) as f64 * 0.5;
            let v = grey.get(corner + y * LINE + x).map_or(0.0, |v| f64::from(*v));
            ([1.0, x as f64 - middle, y as f64 - middle], v)
        });
        let plane = plane_through(values.clone());
        values.map(|(at, v)| (v - height(&plane, &at)).powi(2)).sum::<f64>() > TEXTURED.start * (BLOCK * BLOCK) as f64
    });
    rough.count() as f64 / (BLOCKS * BLOCKS) as f64
}

/// The share of textured blocks.
fn textured(grey: &[u8]) -> f64 {
    const BLOCKS: usize = SIDE as usize / BLOCK;
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

/// Squared deviation from the mean of `count` values with this sum and this sum of squares.
fn spread(count: usize, sum: u32, squares: u32) -> f64 {
    let count = count.max(1) as f64;
    let mean = f64::from(sum) / count;
    f64::from(squares) / count - mean * mean
}
