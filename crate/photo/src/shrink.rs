//! Reduces a picture: grey values by a triangle filter, colour differences by means over boxes. In integers, so that
//! every machine makes the same rendition.

use image::RgbImage;

use super::orientation::Orientation;

/// Weights of one output value add up to this.
const ONE: u32 = 1 << 12;

/// From which inputs each output value is computed: the first input, and the weights of it and of those that follow.
struct Taps {
    starts: Vec<usize>,
    weights: Vec<u16>,
    /// Weights per output value.
    count: usize,
}

impl Taps {
    /// A triangle as wide as two outputs, or two inputs where these are further apart: averages what is made
    /// smaller, goes straight from value to value in what is made larger.
    fn triangle(from: usize, to: usize) -> Self {
        // Positions in units of half an input and output step each.
        let (step, reach) = (2 * from, 2 * from.max(to));
        let count = (2 * reach).div_ceil(2 * to).min(from);
        let mut taps = Self { starts: Vec::with_capacity(to), weights: Vec::with_capacity(to * count), count };
        let mut heights = vec![0u32; count];
        for output in 0..to {
            let middle = output * step + from;
            let first = (middle + to).saturating_sub(reach) / (2 * to);
            let start = first.min(from - count);
            for (k, height) in heights.iter_mut().enumerate() {
                *height = reach.saturating_sub(((start + k) * 2 * to + to).abs_diff(middle)) as u32;
            }
            let sum: u32 = heights.iter().sum::<u32>().max(1);
            let mut left = ONE;
            let from_here = taps.weights.len();
            for height in &heights {
                let weight = height * ONE / sum;
                left -= weight;
                taps.weights.push(weight as u16);
            }
            // The rounding error is added to the largest weight.
            let largest = (0..count).max_by_key(|k| heights[*k]).unwrap_or(0);
            taps.weights[from_here + largest] += left as u16;
            taps.starts.push(start);
        }
        taps
    }

    fn iter(&self) -> impl Iterator<Item = (usize, &[u16])> {
        self.starts.iter().copied().zip(self.weights.chunks_exact(self.count))
    }
}

/// A plane of grey values.
#[derive(Debug, Clone)]
pub(super) struct Grey {
    width: usize,
    values: Vec<u8>,
}

impl Grey {
    /// The grey values of a picture, turned upright: here, since turning the picture itself would take as much memory
    /// again.
    pub(super) fn of(picture: &RgbImage, orientation: Orientation) -> Self {
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let pixels = picture.as_raw().as_chunks::<3>().0;
        let mut values = Vec::with_capacity(pixels.len());
        if orientation.transposed {
            for k in 0..width {
                let column = pixels.iter().skip(if orientation.from_right { width - 1 - k } else { k }).step_by(width);
                if orientation.from_below {
                    values.extend(column.rev().map(grey_of));
                } else {
                    values.extend(column.map(grey_of));
                }
            }
            return Self { width: height, values };
        }
        values.extend(pixels.iter().map(grey_of));
        if orientation.from_right != orientation.from_below {
            values.chunks_exact_mut(width).for_each(<[u8]>::reverse);
        }
        if orientation.from_below {
            // This reverses the rows too.
            values.reverse();
        }
        Self { width, values }
    }

    /// A plane of these grey values, row by row; `width` divides their number.
    pub(super) fn of_values(values: Vec<u8>, width: usize) -> Self {
        Self { width, values }
    }

    /// Width and height.
    pub(super) fn size(&self) -> [usize; 2] {
        [self.width, self.values.len() / self.width]
    }

    /// Reduced or enlarged to `width` × `height` values.
    pub(super) fn shrunk(&self, width: usize, height: usize) -> Vec<u8> {
        let across = Taps::triangle(self.width, width);
        let mut row = vec![0u32; self.width];
        let mut small = Vec::with_capacity(width * height);
        for (start, weights) in Taps::triangle(self.size()[1], height).iter() {
            row.fill(0);
            for (line, weight) in self.values[start * self.width..].chunks_exact(self.width).zip(weights) {
                let weight = u32::from(*weight);
                for (sum, value) in row.iter_mut().zip(line) {
                    *sum += u32::from(*value) * weight;
                }
            }
            // 20 bits; 16 of them are kept, so that the products below fit into 32.
            row.iter_mut().for_each(|sum| *sum = (*sum + 8) >> 4);
            for (start, weights) in across.iter() {
                let values = &row[start..start + weights.len()];
                let sum: u32 = values.iter().zip(weights).map(|(value, weight)| value * u32::from(*weight)).sum();
                small.push(((sum + (1 << 19)) >> 20) as u8);
            }
        }
        small
    }
}

/// Blue and red minus grey, halved and centred on 128, in means of `across` × `down` boxes of the picture turned upright,
/// which has no fewer pixels either way.
pub(super) fn colour_differences(
    picture: &RgbImage,
    orientation: Orientation,
    [across, down]: [usize; 2],
) -> [Vec<u8>; 2] {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    // The boxes of the picture as it lies.
    let [boxes_across, boxes_down] = if orientation.transposed { [down, across] } else { [across, down] };
    // The part of a row or column of the picture as it lies that becomes a box of the upright one.
    let part = |k: usize, boxes: usize, length: usize, reversed: bool| {
        let (from, to) = (k * length / boxes, (k + 1) * length / boxes);
        if reversed { length - to..length - from } else { from..to }
    };
    let [mut blue, mut red] = [(); 2].map(|()| vec![128; across * down]);
    let mut columns = vec![0u32; 3 * width];
    for j in 0..boxes_down {
        let rows = part(j, boxes_down, height, orientation.from_below);
        columns.fill(0);
        for line in picture.as_raw()[rows.start * 3 * width..rows.end * 3 * width].chunks_exact(3 * width) {
            for (sum, value) in columns.iter_mut().zip(line) {
                *sum += u32::from(*value);
            }
        }
        for i in 0..boxes_across {
            let within = &columns.as_chunks::<3>().0[part(i, boxes_across, width, orientation.from_right)];
            let mut sums = [0u32; 3];
            for column in within {
                for (sum, value) in sums.iter_mut().zip(column) {
                    *sum += value;
                }
            }
            let count = (rows.len() * within.len()).max(1) as u32;
            let mean = sums.map(|sum| ((sum + count / 2) / count).min(255) as u8);
            let grey = i32::from(grey_of(&mean));
            let byte = |value: u8| u8::try_from((i32::from(value) - grey) / 2 + 128).unwrap_or(128);
            let place = if orientation.transposed { i * across + j } else { j * across + i };
            blue[place] = byte(mean[2]);
            red[place] = byte(mean[0]);
        }
    }
    [blue, red]
}

/// Luma after ITU-R BT.601, in 1/256.
fn grey_of([r, g, b]: &[u8; 3]) -> u8 {
    let sum = u32::from(*r) * 77 + u32::from(*g) * 150 + u32::from(*b) * 29;
    ((sum + 128) >> 8) as u8
}

#[cfg(test)]
mod tests {
    use image::imageops::{FilterType, resize};

    use super::*;

    #[test]
    fn agrees_with_the_image_crate() {
        for (width, height) in [(100, 100), (64, 64), (37, 150), (16, 400), (200, 90)] {
            let picture = RgbImage::from_fn(width, height, |x, y| {
                image::Rgb([(x * 5 + y) % 256, (x * y / 9) % 256, (255 + y * 3 - x) % 256].map(|v| v as u8))
            });
            let theirs = resize(&image::imageops::grayscale(&picture), 64, 64, FilterType::Triangle);
            let ours = Grey::of(&picture, Orientation::default()).shrunk(64, 64);
            let worst = ours.iter().zip(theirs.as_raw()).map(|(a, b)| a.abs_diff(*b)).max();
            // Their grey has other weights than ours (Rec. 709).
            assert!(worst.is_some_and(|worst| worst < 60), "{width} × {height}: {worst:?}");
            let plain = RgbImage::from_fn(width, height, |x, y| image::Rgb([((x * 5 + y * 3) % 256) as u8; 3]));
            let theirs = resize(&image::imageops::grayscale(&plain), 64, 64, FilterType::Triangle);
            let worst = Grey::of(&plain, Orientation::default())
                .shrunk(64, 64)
                .iter()
                .zip(theirs.as_raw())
                .map(|(a, b)| a.abs_diff(*b))
                .max();
            assert!(worst.is_some_and(|worst| worst <= 2), "{width} × {height}: {worst:?}");
        }
    }

    #[test]
    fn colours_are_means() {
        let picture = RgbImage::from_fn(50, 40, |x, _| image::Rgb(if x < 25 { [200, 100, 0] } else { [0, 100, 200] }));
        let [blue, red] = colour_differences(&picture, Orientation::default(), [2, 2]);
        assert_eq!(blue, [69, 187, 69, 187]);
        assert_eq!(red, [168, 88, 168, 88]);
    }

    #[test]
    fn turning_upright_is_what_turning_the_picture_is() {
        use image::imageops::{flip_horizontal, flip_vertical, rotate90, rotate180, rotate270};
        let (width, height) = (45, 70);
        let upright = RgbImage::from_fn(width, height, |x, y| {
            image::Rgb([(x * 5 + y) % 256, (x * y / 9) % 256, (255 + y * 3 - x) % 256].map(|v| v as u8))
        });
        // The picture as a camera's file has it, for each value: laid so that turning it as the value says makes it upright.
        let files = [
            upright.clone(),
            flip_horizontal(&upright),
            rotate180(&upright),
            flip_vertical(&upright),
            flip_horizontal(&rotate90(&upright)),
            rotate270(&upright),
            flip_horizontal(&rotate270(&upright)),
            rotate90(&upright),
        ];
        let expected = Grey::of(&upright, Orientation::default());
        for (value, file) in (1..).zip(files) {
            let orientation = Orientation::of_exif(&super::super::orientation::tests::exif(value, true));
            let grey = Grey::of(&file, orientation);
            assert_eq!((grey.width, &grey.values), (expected.width, &expected.values), "{value}");
            let colours = colour_differences(&file, orientation, [10, 16]);
            assert_eq!(colours, colour_differences(&upright, Orientation::default(), [10, 16]), "{value}");
        }
    }
}
