//! No file takes more than 64 MB to read. A program of its own, since all it allocates is counted.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};
use peak_alloc::PeakAlloc;
use vouchsafe_photo::{MAX_BYTES, PhotoError, Portrait};

#[global_allocator]
static COUNTED: PeakAlloc = PeakAlloc;

/// The most memory that reading one file may take, in bytes.
const MAX_MEMORY: usize = 64_000_000;

/// Reads a file; whether it could be, or why not.
fn read(name: &str, file: &[u8]) -> Result<(), PhotoError> {
    assert!(file.len() <= MAX_BYTES, "{name} is refused by its length: {}", file.len());
    let before = COUNTED.current_usage();
    COUNTED.reset_peak_usage();
    let start = std::time::Instant::now();
    let portrait = Portrait::read(file).map(drop);
    let time = start.elapsed().as_millis();
    let taken = COUNTED.peak_usage() - before;
    println!("{name:60} {:5.1} MB {time:4} ms {portrait:?}", taken as f64 / 1e6);
    assert!(taken <= MAX_MEMORY, "{name} takes {taken}");
    portrait
}

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// The check sum of a PNG chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

/// A PNG file whose header says it is interlaced; its data are as they were.
fn interlaced(mut png: Vec<u8>) -> Vec<u8> {
    png[28] = 1;
    let sum = crc(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    png
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], length.as_slice(), body].concat()
}

/// A JPEG file of this kind of frame and size, with this many colours and scans of next to nothing.
fn jpeg(frame: u8, (width, height): (u16, u16), colours: u8, scans: usize) -> Vec<u8> {
    let (width, height) = (width.to_be_bytes(), height.to_be_bytes());
    let mut header = vec![8, height[0], height[1], width[0], width[1], colours];
    (1..=colours).for_each(|colour| header.extend([colour, 0x11, 0]));
    let table = |kind: u8| {
        let mut body = vec![kind, 1, 1];
        body.extend([0; 14]);
        body.extend([0, 1]);
        segment(0xc4, &body)
    };
    let mut tables = vec![0];
    tables.extend([1; 64]);
    let mut file = vec![0xff, 0xd8];
    file.extend(segment(0xdb, &tables));
    file.extend(segment(frame, &header));
    file.extend([table(0x00), table(0x10)].concat());
    for scan in 0..scans {
        let mut body = vec![colours];
        (1..=colours).for_each(|colour| body.extend([colour, 0]));
        body.extend(match (frame, scan) {
            (0xc2, 0) => [0, 0, 1],
            (0xc2, _) => [0, 0, 0x10],
            _ => [0, 63, 0],
        });
        file.extend(segment(0xda, &body));
        file.extend([0; 16]);
    }
    file.extend([0xff, 0xd9]);
    file
}

fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    [kind, length.as_slice(), body, &vec![0; body.len() % 2]].concat()
}

/// A lossy WebP frame that says it has this side, and ends there.
fn lossy_frame(side: u16) -> Vec<u8> {
    let side = side.to_le_bytes();
    // A key frame, shown, whose first part has 8 KB of zeros.
    [&[0x10, 0, 4, 0x9d, 0x01, 0x2a], side.as_slice(), side.as_slice(), &[0; 20_000]].concat()
}

/// Three bytes: a side less one.
fn side24(side: u32) -> [u8; 3] {
    let [a, b, c, _] = (side - 1).to_le_bytes();
    [a, b, c]
}

/// WebP files whose canvas, frame and picture may differ in size: still, and animated with alpha.
fn mismatched(canvas: u32, frame: u32, picture: u16) -> [Vec<u8>; 2] {
    let alpha = chunk(b"ALPH", &[&[0], vec![200; (frame * frame) as usize].as_slice()].concat());
    let picture = chunk(b"VP8 ", &lossy_frame(picture));
    let size = [side24(canvas), side24(canvas)].concat();
    let header = |flags: u8| chunk(b"VP8X", &[&[flags, 0, 0, 0], size.as_slice()].concat());
    let size = [side24(frame), side24(frame)].concat();
    let animated = chunk(b"ANMF", &[&[0; 6], size.as_slice(), &[0; 4], &alpha, &picture].concat());
    let whole = |chunks: &[Vec<u8>]| chunk(b"RIFF", &[b"WEBP".as_slice(), &chunks.concat()].concat());
    [whole(&[header(0x10), alpha.clone(), picture.clone()]), whole(&[header(0x12), chunk(b"ANIM", &[0; 6]), animated])]
}

/// A lossless WebP file as the only frame of an animated one.
fn animated(webp: &[u8], side: u32) -> Vec<u8> {
    let size = [&(side - 1).to_le_bytes()[..3], &(side - 1).to_le_bytes()[..3]].concat();
    let frame = [&[0; 6], size.as_slice(), &[0; 4], &webp[12..]].concat();
    let chunks = [
        chunk(b"VP8X", &[&[0x12, 0, 0, 0], size.as_slice()].concat()),
        chunk(b"ANIM", &[0; 6]),
        chunk(b"ANMF", &frame),
    ];
    chunk(b"RIFF", &[b"WEBP".as_slice(), &chunks.concat()].concat())
}

#[test]
fn no_file_takes_more_than_64_megabytes() {
    let rgb = |width, height| DynamicImage::new_rgb8(width, height);
    let large = written(&rgb(4096, 3072), ImageFormat::Jpeg);
    assert_eq!(read("JPEG, 4096 × 3072", &large), Ok(()));
    for (value, turned) in [(3, "upside down"), (6, "on its side")] {
        let exif = [b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(), &[value, 0, 0]].concat();
        let file = [&large[..2], &segment(0xe1, &exif), &large[2..]].concat();
        assert_eq!(read(&format!("JPEG, 4096 × 3072, {turned}"), &file), Ok(()));
    }
    let too_many = |side| Err(PhotoError::TooManyPixels(side, side));
    assert_eq!(read("JPEG, 4096 × 4096", &written(&rgb(4096, 4096), ImageFormat::Jpeg)), too_many(4096));
    for colours in [1, 3, 4] {
        for scans in [1, 10, 41, 10_000] {
            for size in [(2048, 2048), (2300, 2100), (4096, 3072), (16, 4096), (65_535, 65_535)] {
                for (frame, kind) in [(0xc0, "baseline"), (0xc2, "progressive")] {
                    let name = format!("JPEG, {kind}, {colours} colours, {scans} scans, {size:?}");
                    let answer = read(&name, &jpeg(frame, size, colours, scans));
                    let is_large = u32::from(size.0) * u32::from(size.1) > 5_000_000 && frame == 0xc2;
                    assert!(!(is_large || scans > 40) || answer.is_err(), "{name}");
                }
            }
        }
    }
    assert!(
        read("JPEG, of tables", &[&[0xff, 0xd8], segment(0xc4, &[0]).repeat(500_000).as_slice()].concat()).is_err()
    );
    let profile = segment(0xe2, &[b"ICC_PROFILE\0\x01\xff".as_slice(), &[7; 14_000]].concat()).repeat(250);
    let _ = read("JPEG, with a profile of 4 MB", &[&large[..2], &profile, &large[2..]].concat());

    for (name, picture, is_read) in [
        ("PNG, RGB", rgb(4096, 3500), true),
        ("PNG, grey", DynamicImage::new_luma8(4096, 3500), true),
        ("PNG, RGB and alpha", DynamicImage::new_rgba8(2800, 2800), true),
        ("PNG, RGB and alpha, larger", DynamicImage::new_rgba8(4096, 4096), false),
        ("PNG, RGB of 16 bits", DynamicImage::new_rgb16(2500, 2500), true),
        ("PNG, RGB and alpha of 16 bits", DynamicImage::new_rgba16(2190, 2190), true),
        ("PNG, RGB and alpha of 16 bits, larger", DynamicImage::new_rgba16(4096, 4096), false),
    ] {
        let file = written(&picture, ImageFormat::Png);
        let answer = read(name, &file);
        assert_eq!(answer, if is_read { Ok(()) } else { too_many(picture.width()) }, "{name}");
        let _ = read(&format!("{name}, interlaced"), &interlaced(file));
    }
    // A text that is as many zeros as fit, packed; and a profile.
    let zeros = written(&DynamicImage::new_luma8(4096, 3500), ImageFormat::Png);
    let packed = zeros.windows(4).position(|kind| kind == b"IDAT").unwrap();
    for kind in [b"zTXt", b"iCCP"] {
        let body = [kind.as_slice(), b"x\0\0", &zeros[packed + 4..zeros.len() - 16]].concat();
        let length = u32::try_from(body.len() - 4).unwrap().to_be_bytes();
        let bomb = [length.as_slice(), &body, &crc(&body).to_be_bytes()].concat();
        let small = written(&rgb(64, 64), ImageFormat::Png);
        let _ = read("PNG, with a packed chunk", &[&small[..33], &bomb.repeat(30), &small[33..]].concat());
    }

    for (side, is_read) in [(2190, true), (3000, false)] {
        for (name, picture) in
            [("WebP, lossless", rgb(side, side)), ("WebP, lossless and alpha", DynamicImage::new_rgba8(side, side))]
        {
            let answer = read(&format!("{name}, {side}"), &written(&picture, ImageFormat::WebP));
            assert_eq!(answer, if is_read { Ok(()) } else { too_many(side) }, "{name}");
        }
    }
    for (side, is_read) in [(1700, true), (2190, false)] {
        for picture in [rgb(side, side), DynamicImage::new_rgba8(side, side)] {
            let file = animated(&written(&picture, ImageFormat::WebP), side);
            let answer = read(&format!("WebP, animated, {side}"), &file);
            assert_eq!(answer, if is_read { Ok(()) } else { too_many(side) });
        }
    }
    // The decoder took 450 MB for the largest, and panicked where an animated picture is larger than its frame.
    for (canvas, frame, picture) in [(64, 64, 64), (64, 64, 16_383), (64, 64, 128), (128, 64, 128), (128, 128, 64)] {
        for (file, kind) in mismatched(canvas, frame, picture).iter().zip(["still", "animated"]) {
            let name = format!("WebP, {kind}, {picture} in {frame} in {canvas}");
            let answer = read(&name, file);
            assert_eq!(answer.is_ok(), u32::from(picture) == frame && frame == canvas, "{name}");
        }
    }
}
