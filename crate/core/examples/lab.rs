#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use std::collections::BTreeMap;
use std::time::Instant;
use vouchsafe_core::photo::box_sums::BoxSums;
use vouchsafe_core::photo::view::*;
use vouchsafe_core::photo::*;

fn env(n: &str, d: f32) -> f32 {
    std::env::var(n).ok().and_then(|v| v.parse().ok()).unwrap_or(d)
}

fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let flat = env("FLAT", 2.0) as i32;
    let maxd = env("MAXD", 12.0) as u32;
    let step = env("STEP", 0.1);
    let every = env("EVERY", 7.0) as usize;
    let bands = env("BANDS", 0.0) as u32;
    let sides: Vec<u32> = std::env::var("SIDES").unwrap_or("1020,900,792,696,612,540,480,420".into()).split(',').map(|s| s.parse().unwrap()).collect();
    // memory windows: size,cx,cy in percent
    let mw: Vec<Window> = std::env::var("MW").unwrap_or("50,50,50;50,50,40;60,50,50;60,50,40;70,50,50;85,50,50;99,50,50;60,40,50;60,60,50".into()).split(';').map(|s| {
        let v: Vec<f32> = s.split(',').map(|s| s.parse().unwrap()).collect();
        let side = (v[0] * 10.24 / 6.0).round() as u32 * 6;
        let at = |c: f32| ((c * 10.24) - side as f32 / 2.0).clamp(0.0, (WHOLE - side) as f32) as u32;
        Window { x: at(v[1]), y: at(v[2]), side }
    }).collect();
    let load = |p: &str| BoxSums::of(&Portrait::read(&std::fs::read(p).unwrap()).unwrap().rendition.grey(), 64);
    let mut names: Vec<String> = std::fs::read_dir(format!("{dir}/memory")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let mut mem = Vec::new();
    for n in &names {
        let s = load(&format!("{dir}/memory/{n}"));
        mem.push(mw.iter().map(|w| hash(&s, *w, flat).0).collect::<Vec<_>>());
    }
    let qw: Vec<Window> = sides.iter().flat_map(|s| spread(*s, step)).collect();
    println!("{} query windows, {} memory windows", qw.len(), mw.len());
    let truth = std::fs::read_to_string(format!("{dir}/truth.csv")).unwrap();
    let mut stat: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let t0 = Instant::now();
    let (mut pairs, mut nq) = (0u64, 0);
    for (k, line) in truth.lines().skip(1).enumerate() {
        if k % every != 0 { continue; }
        let (q, m) = line.trim().split_once(',').unwrap();
        let target = names.binary_search(&m.trim_start_matches("memory/").to_string()).unwrap();
        let s = load(&format!("{dir}/{q}"));
        let mut qh = Vec::new();
        for w in &qw {
            let (a, b) = hash(&s, *w, flat);
            qh.push(a);
            qh.push(b);
        }
        qh.sort_unstable(); qh.dedup();
        nq += 1;
        let mut votes = vec![0u32; mem.len()];
        for (i, views) in mem.iter().enumerate() {
            for v in views {
                let mut best = 0;
                for h in &qh {
                    let x = h ^ v;
                    let d = x.count_ones();
                    if d <= maxd {
                        if bands > 0 {
                            let w = 64 / bands; let mask = (1u64 << w) - 1;
                            if !(0..bands).any(|b| (x >> (b * w)) & mask == 0) { continue; }
                        }
                        pairs += 1;
                        best = best.max((maxd + 1 - d) * (maxd + 1 - d));
                    }
                }
                votes[i] += best;
            }
        }
        let mine = votes[target];
        let rank = if mine == 0 { 9999 } else { votes.iter().filter(|v| **v > mine).count() };
        stat.entry(q.split('/').nth(1).unwrap().into()).or_default().push(rank);
    }
    println!("{:.1} s, {} hit pairs per query", t0.elapsed().as_secs_f32(), pairs / nq);
    let mut all = [0usize; 5];
    let mut n = 0;
    for (k, v) in &stat {
        let c = [1usize, 4, 16, 64, 9999].map(|r| v.iter().filter(|x| **x < r).count());
        println!("{k:20} n {} top1 {:.3} top4 {:.3} top16 {:.3} top64 {:.3} any {:.3}", v.len(), c[0] as f32 / v.len() as f32, c[1] as f32 / v.len() as f32, c[2] as f32 / v.len() as f32, c[3] as f32 / v.len() as f32, c[4] as f32 / v.len() as f32);
        n += v.len();
        for i in 0..5 { all[i] += c[i]; }
    }
    println!("all {:?}", all.map(|c| c as f32 / n as f32));
}
