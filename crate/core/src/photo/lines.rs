//! Thin lines across the whole picture, as of a grid laid over it: taken out before anything is compared.

use super::rendition::SIDE;

const LENGTH: usize = SIDE as usize;
/// How many pixels beside a line it is compared with: a line may be blurred over three.
const BESIDE: usize = 2;
/// How much a line differs from what lies beside it at least, on the mean, in grey values.
const LEAST: i32 = 6;
/// How much of all difference goes one way, in tenths: along an edge within the picture it goes either way.
const ONE_WAY: i32 = 8;
/// How much what lies on either side of it may differ, in tenths of that.
const STEPS: i32 = 5;

/// The grey values with rows and columns that are lines replaced by what lies beside them.
pub(super) fn without_lines(mut grey: Vec<u8>) -> Vec<u8> {
    replace(&mut grey, LENGTH, 1);
    replace(&mut grey, 1, LENGTH);
    grey
}

/// Along rows (`next`: pixels from one row to the next; `step`: from one pixel of a row to the next), or columns.
fn replace(grey: &mut [u8], next: usize, step: usize) {
    let value = |grey: &[u8], row: usize, k: usize| i32::from(grey.get(row * next + k * step).copied().unwrap_or(0));
    // How much each row differs from those beside it, all in all: brighter above 0, darker below; 0 where it is no line.
    let mut lines = [0i32; LENGTH];
    for row in BESIDE..LENGTH - BESIDE {
        let (mut sum, mut all, mut step) = (0, 0, 0);
        for k in 0..LENGTH {
            let (before, after) = (value(grey, row - BESIDE, k), value(grey, row + BESIDE, k));
            let twice = 2 * value(grey, row, k) - before - after;
            sum += twice;
            all += twice.abs();
            step += (before - after).abs();
        }
        // Before and behind an edge it differs as much.
        let is_line = sum.abs() >= 2 * LEAST * LENGTH as i32 && 10 * sum.abs() >= ONE_WAY * all;
        if is_line && 10 * step <= STEPS * sum.abs() {
            lines[row] = sum;
        }
    }
    // What lies beside a bright line looks like a dark one, half as strong.
    let is_line = |row: usize| {
        let beside = lines.iter().take(row + BESIDE + 1).skip(row.saturating_sub(BESIDE));
        let strongest = beside.copied().max_by_key(|sum| sum.abs()).unwrap_or(0);
        lines.get(row).is_some_and(|sum| *sum != 0 && (*sum > 0) == (strongest > 0))
    };
    let is_line: [bool; LENGTH] = std::array::from_fn(is_line);
    for row in (0..LENGTH).filter(|row| is_line[*row]) {
        let before = (0..row).rev().find(|row| !is_line[*row]).unwrap_or(0);
        let after = (row..LENGTH).find(|row| !is_line[*row]).unwrap_or(LENGTH - 1);
        let (part, whole) = ((row - before) as i32, (after - before).max(1) as i32);
        for k in 0..LENGTH {
            let (above, below) = (value(grey, before, k), value(grey, after, k));
            if let Some(place) = grey.get_mut(row * next + k * step) {
                *place = (above + (below - above) * part / whole).clamp(0, 255) as u8;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tones that look drawn.
    fn picture() -> Vec<u8> {
        (0..LENGTH * LENGTH)
            .map(|k| (60 + (k % LENGTH * 3 + k / LENGTH * 5 + k % LENGTH * (k / LENGTH) / 9) % 120) as u8)
            .collect()
    }

    #[test]
    fn a_grid_is_taken_out_and_nothing_else() {
        let clean = picture();
        assert_eq!(without_lines(clean.clone()), clean);
        for tone in [255, 0] {
            let mut ruled = clean.clone();
            let is_ruled = |k: usize| k % 9 == 4;
            for (k, value) in ruled.iter_mut().enumerate() {
                if is_ruled(k % LENGTH) || is_ruled(k / LENGTH) {
                    *value = tone;
                }
            }
            let apart = without_lines(ruled).iter().zip(&clean).map(|(a, b)| u32::from(a.abs_diff(*b))).sum::<u32>();
            assert!(apart < 6 * (LENGTH * LENGTH) as u32, "{tone}: {apart}");
        }
    }
}
