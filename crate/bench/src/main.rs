//! `vouchsafe-bench FILE`: the matcher's times natively, as ratios to decoding one 100-pixel JPEG in the same run.
//! FILE keeps the made-up fingerprints, for the browser too.

use std::fs;
use std::hint::black_box;
use std::time::Instant;

use vouchsafe_bench::{Bench, MADE_UP, fingerprints};
use vouchsafe_core::photo::Fingerprint;

/// Photos looked up: every other one is remembered, cropped.
const QUERIES: u32 = 40;

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "made-up.fingerprints".to_owned());
    // A file with fingerprints of an earlier version is replaced.
    let is_present =
        |stored: &Vec<u8>| stored.get(..Fingerprint::BYTES).is_some_and(|first| Fingerprint::from_bytes(first).is_ok());
    let kept = fs::read(&path).ok().filter(is_present);
    let stored = match kept {
        Some(stored) => stored,
        None => {
            eprintln!("Making up {MADE_UP} photos (a minute or two, once)");
            let stored = fingerprints(0..MADE_UP);
            fs::write(&path, &stored)?;
            stored
        }
    };
    let jpegs: Vec<Vec<u8>> = (0..QUERIES).map(|k| Bench::jpeg(k, k % 2 == 0)).collect();
    let decoding = each(&jpegs, Bench::decode);
    println!("natively, as ratios to decoding one 100-pixel JPEG");
    println!("fingerprint, decoding included:       {:7.1}", each(&jpegs, Bench::read) / decoding);
    let mut bench = Bench::new();
    let mut times = Vec::new();
    for variants in [0..1, 1..10] {
        let mut held = 0;
        for variant in variants {
            held = bench.remember(&stored, variant);
        }
        let (mut candidates, mut found, mut others) = (0, 0, 0);
        let mut took: Vec<f64> = Vec::new();
        for (number, jpeg) in (0..).zip(&jpegs) {
            candidates += bench.prepare(jpeg);
            let start = Instant::now();
            let same = bench.look_up();
            took.push(start.elapsed().as_secs_f64());
            let (own, other): (Vec<u32>, Vec<u32>) = same.into_iter().partition(|known| *known == number);
            found += if number % 2 == 0 { own.len() } else { 0 };
            others += other.len();
        }
        let time = median(took);
        println!(
            "lookup among {held:9}, confirmed:    {:7.1}  ({:.1} candidates, {found} found of {}, {others} other pictures taken for the same)",
            time / decoding,
            f64::from(candidates) / f64::from(QUERIES),
            QUERIES / 2
        );
        println!("working memory then:                  {:7} MB", resident().unwrap_or(0) / 1024);
        times.push(time);
    }
    println!("1,000,000 to 100,000:                 {:7.1}", times[1] / times[0]);
    Ok(())
}

/// The median time of a step over all the pictures, seven times each.
fn each(jpegs: &[Vec<u8>], mut step: impl FnMut(&[u8]) -> bool) -> f64 {
    let timed = jpegs.iter().cycle().take(jpegs.len() * 7).map(|jpeg| {
        let start = Instant::now();
        black_box(step(black_box(jpeg)));
        start.elapsed().as_secs_f64()
    });
    median(timed.collect())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Kilobytes of this process in memory, where the system says so.
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?.split_whitespace().next()?.parse().ok()
}
