//! Keypoints: places that are found again in an altered picture (SIFT: Lowe, "Distinctive image features from
//! scale-invariant keypoints", 2004, sections 3 to 5).
//!
//! A keypoint is an extremum of the difference of two blurs, over place and scale. It has the direction in which the
//! grey values around it rise most, so that what describes it turns with the picture.

use super::scale_space::{BLURS, Octave, Plane, octaves};
use crate::rendition::SIDE;

/// How near to the edge a keypoint may lie, in pixels of the rendition: borders and circles have extrema of their own.
const MARGIN: f32 = 5.0;
/// Side of a cell in pixels, the most keypoints of one cell, so that no frame or line takes them all, and cells along a
/// side.
const CELL: f32 = 8.0;
const PER_CELL: usize = 3;
const CELLS: usize = 8;
/// The least difference of blurs, in units of tone. Renditions are kept in steps of 3 grey values; what is less is noise.
const FAINTEST: f32 = 0.3;
/// The deviation around a keypoint that counts as noise, in grey values.
const NOISE: f32 = 5.0;
/// The greatest ratio of a keypoint's principal curvatures (Lowe 2004, 4.1): above it lies an edge, along which its
/// position is undetermined.
const MAX_CURVATURE_RATIO: f32 = 10.0;
/// Sectors of the histogram of directions.
const SECTORS: usize = 32;
/// How high another peak of it must be, against the highest, to be a direction too.
const SECOND: f32 = 0.8;

/// A place that is found again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Keypoint {
    /// Place in pixels of the rendition, from its upper left corner.
    pub x: f32,
    pub y: f32,
    /// Its scale: the blur at which its response is greatest, in pixels of the rendition.
    pub scale: f32,
    /// Unit vector of its direction.
    pub along: [f32; 2],
}

/// An extremum before it has a direction, in pixels of its octave.
pub(super) struct Extremum {
    octave: usize,
    level: usize,
    x: f32,
    y: f32,
    blur: f32,
    strength: f32,
}

/// Calls `found` with the strongest keypoints of grey values, strengths multiplied by the weights of their places, until it
/// says that there are enough: each with the blurred picture it was found in, its place in that and its blur.
pub(super) fn keypoints(
    grey: &[u8],
    weight: fn(f32, f32) -> f32,
    mut found: impl FnMut(Keypoint, &Plane, [f32; 3]) -> bool,
) {
    let octaves = octaves(grey);
    let contrasts = contrasts(grey);
    let mut extrema = Vec::new();
    for (number, octave) in octaves.iter().enumerate() {
        for level in 1..3 {
            collect(octave, number, level, &mut extrema);
        }
    }
    for extremum in &mut extrema {
        let around = octaves.get(extremum.octave).and_then(|octave| contrasts.get(cell_of(extremum, octave.pixel)));
        extremum.strength /= around.copied().unwrap_or(1.0);
        let pixel = octaves.get(extremum.octave).map_or(1.0, |octave| octave.pixel);
        extremum.strength *= weight((extremum.x + 0.5) * pixel, (extremum.y + 0.5) * pixel);
    }
    extrema.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    let mut cells = [0usize; CELLS * CELLS];
    for extremum in extrema {
        let Extremum { octave, level, x, y, blur, .. } = extremum;
        let Some(Octave { levels, pixel, .. }) = octaves.get(octave) else { continue };
        let (at_x, at_y) = ((x + 0.5) * pixel, (y + 0.5) * pixel);
        let Some(taken) = cells.get_mut(cell_of(&extremum, *pixel)).filter(|taken| **taken < PER_CELL) else {
            continue;
        };
        *taken += 1;
        let plane = &levels[level];
        for along in directions(plane, x, y, blur).into_iter().flatten() {
            if !found(Keypoint { x: at_x, y: at_y, scale: blur * pixel, along }, plane, [x, y, blur]) {
                return;
            }
        }
    }
}

/// The cell an extremum lies in.
fn cell_of(extremum: &Extremum, pixel: f32) -> usize {
    let cell = |v: f32| ((v + 0.5) * pixel / CELL) as usize;
    cell(extremum.y) * CELLS + cell(extremum.x)
}

/// How much the grey values in and around each cell deviate from their mean: strengths are divided by it, so that
/// neither a lit half of the face nor a white frame has all the keypoints.
fn contrasts(grey: &[u8]) -> [f32; CELLS * CELLS] {
    const LENGTH: usize = CELL as usize;
    let mut moments = [(0u32, 0u32); CELLS * CELLS];
    for (y, row) in grey.chunks_exact(SIDE as usize).enumerate() {
        for (x, values) in row.as_chunks::<LENGTH>().0.iter().enumerate() {
            let Some((sum, squares)) = moments.get_mut(y / LENGTH * CELLS + x) else { continue };
            *sum += values.iter().map(|v| u32::from(*v)).sum::<u32>();
            *squares += values.iter().map(|v| u32::from(*v).pow(2)).sum::<u32>();
        }
    }
    let around = |cell: usize| cell.saturating_sub(1)..(cell + 2).min(CELLS);
    std::array::from_fn(|cell| {
        let cells = around(cell / CELLS).flat_map(|row| around(cell % CELLS).map(move |column| row * CELLS + column));
        let (count, sum, squares) = cells
            .filter_map(|cell| moments.get(cell))
            .fold((0, 0, 0), |total, moments| (total.0 + LENGTH * LENGTH, total.1 + moments.0, total.2 + moments.1));
        let count = count.max(1) as f32;
        let mean = sum as f32 / count;
        ((squares as f32 / count - mean * mean).max(0.0) + NOISE * NOISE).sqrt()
    })
}

/// The extrema of one difference among its eight neighbours and nine in each difference beside it.
fn collect(octave: &Octave, number: usize, level: usize, extrema: &mut Vec<Extremum>) {
    let [finer, here, coarser] = [level - 1, level, level + 1].map(|k| &octave.differences[k]);
    let n = here.side;
    // Nothing nearer to the edge is taken; refining may move an extremum by 0.6 pixels.
    let edge = ((MARGIN / octave.pixel - 1.1) as usize).max(1);
    let mut stands_out = vec![false; n - 2 * edge];
    for y in edge..n - edge {
        let rows = [y - 1, y, y + 1].map(|y| &here.values[y * n + edge - 1..][..n - 2 * edge + 2]);
        mark_extrema(rows, &mut stands_out);
        for (x, _) in (edge..).zip(&stands_out).filter(|(_, stands_out)| **stands_out) {
            let value = here.values[y * n + x];
            let is_beyond = |plane: &Plane| {
                [y - 1, y, y + 1].into_iter().all(|y| {
                    let around = &plane.values[y * n + x - 1..][..3];
                    if value > 0.0 { around.iter().all(|v| *v <= value) } else { around.iter().all(|v| *v >= value) }
                })
            };
            if is_beyond(finer) && is_beyond(coarser) {
                let at = |plane: &Plane, dx: usize, dy: usize| plane.values[(y + dy - 1) * n + x + dx - 1];
                extrema.extend(refined([finer, here, coarser], at).and_then(|(dx, dy, between)| {
                    let (x, y) = (x as f32 + dx, y as f32 + dy);
                    let inside = |v: f32| (MARGIN..SIDE as f32 - MARGIN).contains(&((v + 0.5) * octave.pixel));
                    // 2^(between / 2), nearly.
                    let blur = BLURS[level] * (1.0 + 0.3466 * between + 0.06 * between * between);
                    let strength = value.abs();
                    (inside(x) && inside(y)).then_some(Extremum { octave: number, level, x, y, blur, strength })
                }));
            }
        }
    }
}

/// Marks which values of the middle row, its ends left out, are strong and extrema among their eight neighbours: without
/// branches, several at once.
// Not inlined: within `collect` the compiler does not see that marks and rows do not overlap, and uses no vectors.
#[inline(never)]
fn mark_extrema([above, row, below]: [&[f32]; 3], marks: &mut [bool]) {
    let lower = |a: f32, b: f32| if a < b { a } else { b };
    let higher = |a: f32, b: f32| if a > b { a } else { b };
    let column = |x: usize, outer: fn(f32, f32) -> f32| outer(outer(above[x], row[x]), below[x]);
    for (x, mark) in marks.iter_mut().enumerate() {
        let value = row[x + 1];
        let highest = higher(higher(column(x, higher), column(x + 1, higher)), column(x + 2, higher));
        let lowest = lower(lower(column(x, lower), column(x + 1, lower)), column(x + 2, lower));
        *mark = (value >= FAINTEST) & (value >= highest) | (value <= -FAINTEST) & (value <= lowest);
    }
}

/// How far beside its pixel and its level an extremum lies, by parabolas through its neighbours; `None` for lines.
fn refined([finer, here, coarser]: [&Plane; 3], at: impl Fn(&Plane, usize, usize) -> f32) -> Option<(f32, f32, f32)> {
    let middle = at(here, 1, 1);
    let [dx, dy] = [at(here, 2, 1) - at(here, 0, 1), at(here, 1, 2) - at(here, 1, 0)].map(|d| d * 0.5);
    let xx = at(here, 2, 1) + at(here, 0, 1) - 2.0 * middle;
    let yy = at(here, 1, 2) + at(here, 1, 0) - 2.0 * middle;
    let xy = (at(here, 2, 2) + at(here, 0, 0) - at(here, 2, 0) - at(here, 0, 2)) * 0.25;
    let (trace, determinant) = (xx + yy, xx * yy - xy * xy);
    if determinant <= 0.0
        || trace * trace * MAX_CURVATURE_RATIO > (MAX_CURVATURE_RATIO + 1.0) * (MAX_CURVATURE_RATIO + 1.0) * determinant
    {
        return None;
    }
    let scale = (at(coarser, 1, 1) - at(finer, 1, 1)) * 0.5;
    let curved = at(coarser, 1, 1) + at(finer, 1, 1) - 2.0 * middle;
    let between = if curved.abs() > 1e-6 { (-scale / curved).clamp(-0.5, 0.5) } else { 0.0 };
    let beside = |v: f32| (v / determinant).clamp(-0.6, 0.6);
    Some((beside(xy * dy - yy * dx), beside(xy * dx - xx * dy), between))
}

/// Nearly a Gaussian, by its series: `squares` is the squared distance divided by twice the variance.
#[inline]
pub(super) const fn bell(squares: f32) -> f32 {
    1.0 / (1.0 + squares + squares * squares * 0.5 + squares * squares * squares * (1.0 / 6.0))
}

/// The angle of a vector in eighths of a turn, from 0 to 8, to a hundredth (no arc tangent: it is not the same everywhere).
#[inline]
fn eighths(x: f32, y: f32) -> f32 {
    /// By octant: where it is counted from, and which way. A table, since no processor would predict the branches.
    const OCTANTS: [(f32, f32); 8] =
        [(0.0, 1.0), (4.0, -1.0), (8.0, -1.0), (4.0, 1.0), (2.0, -1.0), (2.0, 1.0), (6.0, 1.0), (6.0, -1.0)];
    let (across, down) = (x.abs(), y.abs());
    let steep = across < down;
    let (less, more) = if steep { (across, down) } else { (down, across) };
    let slope = less / (more + f32::MIN_POSITIVE);
    let (from, way) = OCTANTS[usize::from(x < 0.0) | usize::from(y < 0.0) << 1 | usize::from(steep) << 2];
    from + way * (slope * (1.0 + 0.3476 * (1.0 - slope)))
}

/// The one or two directions in which the grey values rise most around a place.
fn directions(plane: &Plane, x: f32, y: f32, blur: f32) -> [Option<[f32; 2]>; 2] {
    let n = plane.side;
    // Within twice the deviation of the weights, 1.5 blurs.
    let reach = 3.0 * blur;
    let per = 1.0 / (2.0 * (1.5 * blur) * (1.5 * blur));
    let span = |v: f32| ((v - reach).max(1.0) as usize, ((v + reach) as usize + 1).min(n - 2));
    let ((left, right), (top, bottom)) = (span(x), span(y));
    let mut sectors = [(0f32, [0f32; 2]); SECTORS];
    for row in top..=bottom {
        for column in left..=right {
            let (dx, dy) = (column as f32 - x, row as f32 - y);
            let squares = (dx * dx + dy * dy) * per;
            if squares > 2.0 {
                continue;
            }
            let i = row * n + column;
            let rise = [plane.values[i + 1] - plane.values[i - 1], plane.values[i + n] - plane.values[i - n]];
            let weight = bell(squares);
            let sector = (eighths(rise[0], rise[1]) * (SECTORS / 8) as f32 + 0.5) as usize % SECTORS;
            let (sum, along) = &mut sectors[sector];
            *sum += weight * (rise[0] * rise[0] + rise[1] * rise[1]).sqrt();
            *along = [along[0] + weight * rise[0], along[1] + weight * rise[1]];
        }
    }
    let around = |i: usize| [SECTORS - 2, SECTORS - 1, 0, 1, 2].map(|k| &sectors[(i + k) % SECTORS]);
    let smooth: [f32; SECTORS] = std::array::from_fn(|i| {
        let [a, b, c, d, e] = around(i).map(|(sum, _)| sum);
        (a + e) + 4.0 * (b + d) + 6.0 * c
    });
    let highest = smooth.iter().copied().fold(0f32, f32::max);
    let mut peaks: Vec<usize> = (0..SECTORS)
        .filter(|&i| {
            let (before, after) = (smooth[(i + SECTORS - 1) % SECTORS], smooth[(i + 1) % SECTORS]);
            smooth[i] > SECOND * highest && smooth[i] > before && smooth[i] >= after
        })
        .collect();
    peaks.sort_by(|a, b| smooth[*b].total_cmp(&smooth[*a]));
    let mut peaks = peaks.into_iter().filter_map(|peak| {
        let (mut across, mut down) = (0f32, 0f32);
        for (_, along) in around(peak) {
            across += along[0];
            down += along[1];
        }
        let length = (across * across + down * down).sqrt();
        (length > 0.0).then(|| [across / length, down / length])
    });
    [peaks.next(), peaks.next()]
}
