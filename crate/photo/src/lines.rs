//! Thin lines across the whole picture, such as a grid drawn over it: removed before anything is compared.
//!
//! A line that covers part of a row of pixels moves all of them towards its tone: their mean and their contrast change,
//! and are set back to those of the rows beside it (moment matching, used to destripe satellite images: Horn, Woodham
//! 1979).

use super::rendition::SIDE;

const LENGTH: usize = SIDE as usize;
/// The distance, in pixels, of the rows with which a line is compared: a line may be blurred over three.
const DISTANCE: usize = 2;
/// The least mean difference between a line and what lies beside it, in grey values.
const MIN_DIFFERENCE: i32 = 6;
/// How much of all difference goes one way, in tenths: along an edge within the picture it goes either way.
const MIN_ONE_WAY: i32 = 8;
/// The most by which the rows on either side of it may differ from each other, in tenths of the line's own difference.
const MAX_STEPS: i32 = 5;
/// How many lines a grid has along one direction at least.
const MIN_LINES: usize = 2;
/// The largest factor by which the contrast of a row is raised. A row that would need more is covered so densely that nothing of
/// the picture is left in it.
const MAX_GAIN: f32 = 2.5;
/// Pixels of one part of a row. Every part must be shifted as the whole row is, to within half the shift: a row that is
/// shifted only beside a face, as by words behind it, is no line. With one part in eight exempt, two people before one wall
/// of logos had evidence of 9.5 instead of 3.4, since the repaired rows agreed within the face.
const PART: usize = 8;

type Row = [f32; LENGTH];

/// The grey values with rows and columns that are lines restored to what the lines cover.
pub(super) fn without_lines(mut grey: Vec<u8>) -> Vec<u8> {
    mend(&mut grey);
    let mut columns = transposed(&grey);
    if mend(&mut columns) {
        grey = transposed(&columns);
    }
    grey
}

fn transposed(grey: &[u8]) -> Vec<u8> {
    let mut columns = vec![0; LENGTH * LENGTH];
    for (y, row) in grey.chunks_exact(LENGTH).enumerate() {
        for (column, value) in columns.chunks_exact_mut(LENGTH).zip(row) {
            column[y] = *value;
        }
    }
    columns
}

/// Restores rows that are lines; returns whether there were any.
fn mend(grey: &mut [u8]) -> bool {
    let value = |grey: &[u8], row: usize, k: usize| i32::from(grey.get(row * LENGTH + k).copied().unwrap_or(0));
    // How much each row differs from those beside it, all in all: brighter above 0, darker below; 0 where it is no line.
    let mut lines = [0i32; LENGTH];
    let rows = || grey.chunks_exact(LENGTH);
    let beside = rows().zip(rows().skip(2 * DISTANCE));
    for ((line, row), (before, after)) in lines[DISTANCE..].iter_mut().zip(rows().skip(DISTANCE)).zip(beside) {
        let (mut sum, mut all, mut steps) = (0, 0, 0);
        for (value, (before, after)) in row.iter().zip(before.iter().zip(after)) {
            let (before, after) = (i32::from(*before), i32::from(*after));
            let twice = 2 * i32::from(*value) - before - after;
            sum += twice;
            all += twice.abs();
            steps += (before - after).abs();
        }
        // Before and after an edge it differs as much.
        let is_line = sum.abs() >= 2 * MIN_DIFFERENCE * LENGTH as i32 && 10 * sum.abs() >= MIN_ONE_WAY * all;
        if is_line && 10 * steps <= MAX_STEPS * sum.abs() {
            *line = sum;
        }
    }
    if lines == [0; LENGTH] {
        return false;
    }
    // The rows beside a bright line look like dark lines, half as strong.
    let stands_out = |row: usize| {
        let beside = lines.iter().take(row + DISTANCE + 1).skip(row.saturating_sub(DISTANCE));
        let strongest = beside.copied().max_by_key(|sum| sum.abs()).unwrap_or(0);
        lines.get(row).is_some_and(|sum| *sum != 0 && (*sum > 0) == (strongest > 0))
    };
    let tones: [i32; LENGTH] = std::array::from_fn(|row| if stands_out(row) { lines[row].signum() } else { 0 });
    let count = |tone: i32| tones.windows(2).filter(|pair| pair[0] != tone && pair[1] == tone).count();
    let enough = [-1, 1].map(|tone| count(tone) >= MIN_LINES);
    let is_line = tones.map(|tone| tone < 0 && enough[0] || tone > 0 && enough[1]);
    for row in (0..LENGTH).filter(|row| is_line[*row]) {
        let before = (0..row).rev().find(|row| !is_line[*row]).unwrap_or(0);
        let after = (row..LENGTH).find(|row| !is_line[*row]).unwrap_or(LENGTH - 1);
        let part = (row - before) as f32 / (after - before).max(1) as f32;
        let ruled: Row = std::array::from_fn(|k| value(grey, row, k) as f32);
        let beside: Row = std::array::from_fn(|k| {
            let (above, below) = (value(grey, before, k) as f32, value(grey, after, k) as f32);
            above + (below - above) * part
        });
        for (k, mended) in mended(&ruled, &beside).into_iter().flatten().enumerate() {
            if let Some(place) = grey.get_mut(row * LENGTH + k) {
                *place = (mended + 0.5).clamp(0.0, 255.0) as u8;
            }
        }
    }
    true
}

/// A row without the line on it, restored from the rows beside it; `None` where it is not a line along its whole
/// length.
fn mended(ruled: &Row, beside: &Row) -> Option<Row> {
    let ([mean, deviation], [mean_beside, deviation_beside]) = (moments(ruled), moments(beside));
    let shift = mean_beside - mean;
    if deviation * MAX_GAIN < deviation_beside {
        let is_moved = |(from, to)| (part_mean(to) - part_mean(from) - shift).abs() * 2.0 < shift.abs();
        return ruled.chunks_exact(PART).zip(beside.chunks_exact(PART)).all(is_moved).then_some(*beside);
    }
    let gain = (deviation_beside / deviation.max(1.0)).max(1.0);
    let mended = ruled.map(|value| (value - mean) * gain + mean_beside);
    let fits = |(mended, beside)| (part_mean(mended) - part_mean(beside)).abs() * 2.0 < shift.abs() * gain;
    mended.chunks_exact(PART).zip(beside.chunks_exact(PART)).all(fits).then_some(mended)
}

fn part_mean(values: &[f32]) -> f32 {
    values.iter().sum::<f32>() * (1.0 / PART as f32)
}

/// Mean and standard deviation.
fn moments(values: &Row) -> [f32; 2] {
    let mean = values.iter().sum::<f32>() * (1.0 / LENGTH as f32);
    let squares = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f32>();
    [mean, (squares * (1.0 / LENGTH as f32)).sqrt()]
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

    #[test]
    fn a_row_that_a_line_covers_in_part_is_restored() {
        let clean = picture();
        let covered = |k: usize| k / LENGTH % 9 == 4;
        let ruled = clean.iter().enumerate().map(|(k, value)| if covered(k) { value / 2 + 127 } else { *value });
        let mended = without_lines(ruled.collect());
        let worst = mended.iter().zip(&clean).map(|(a, b)| a.abs_diff(*b)).max();
        assert!(worst.is_some_and(|worst| worst < 40), "{worst:?}");
    }

    #[test]
    fn lines_that_end_are_part_of_the_picture() {
        let mut picture = picture();
        for (k, value) in picture.iter_mut().enumerate() {
            if k / LENGTH % 9 == 4 && !(24..40).contains(&(k % LENGTH)) {
                *value = 255;
            }
        }
        assert_eq!(without_lines(picture.clone()), picture);
    }
}
