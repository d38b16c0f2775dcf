#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::all)]
use std::time::Instant;
use std::io::Write;
use vouchsafe_core::photo::alignment::*;
use vouchsafe_core::photo::box_sums::BoxSums;
use vouchsafe_core::photo::relief::*;
use vouchsafe_core::photo::view::*;
use vouchsafe_core::photo::*;

fn env(n: &str, d: f32) -> f32 { std::env::var(n).ok().and_then(|v| v.parse().ok()).unwrap_or(d) }

struct M { views: Vec<u64>, g32: Relief, g64: Relief }

fn load(p: &str) -> Vec<u8> { Portrait::read(&std::fs::read(p).unwrap()).unwrap().rendition.grey() }

fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let out = std::env::args().nth(2).unwrap();
    let flat = env("FLAT", 2.0) as i32;
    let maxd = env("MAXD", 10.0) as u32;
    let step = env("STEP", 0.1);
    let every = env("EVERY", 7.0) as usize;
    let top = env("TOP", 24.0) as usize;
    let sides: Vec<u32> = "1020,900,792,696,612,540,480,420".split(',').map(|s| s.parse().unwrap()).collect();
    let mw: Vec<Window> = "50,50,50;50,50,40;60,50,50;60,50,40;70,50,50;85,50,50;99,50,50;60,40,50;60,60,50".split(';').map(|s| {
        let v: Vec<f32> = s.split(',').map(|s| s.parse().unwrap()).collect();
        let side = (v[0] * 10.24 / 6.0).round() as u32 * 6;
        let at = |c: f32| ((c * 10.24) - side as f32 / 2.0).clamp(0.0, (WHOLE - side) as f32) as u32;
        Window { x: at(v[1]), y: at(v[2]), side }
    }).collect();
    let (r32, r64) = (env("R32", 4.0) as usize, env("R64", 6.0) as usize);
    let mut names: Vec<String> = std::fs::read_dir(format!("{dir}/memory")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let reliefs = |g: &[u8]| { let f: Vec<f32> = g.iter().map(|v| f32::from(*v)).collect(); let h = halve(&f, 64); (Relief::of(&h, 32, r32), Relief::of(&f, 64, r64)) };
    let mem: Vec<M> = names.iter().map(|n| {
        let g = load(&format!("{dir}/memory/{n}"));
        let s = BoxSums::of(&g, 64);
        let (g32, g64) = reliefs(&g);
        M { views: mw.iter().map(|w| hash(&s, *w, flat).0).collect(), g32, g64 }
    }).collect();
    let qw: Vec<Window> = sides.iter().flat_map(|s| spread(*s, step)).collect();
    let truth = std::fs::read_to_string(format!("{dir}/truth.csv")).unwrap();
    let mut f = std::io::BufWriter::new(std::fs::File::create(out).unwrap());
    writeln!(f, "query,memory,kind,true,rank,fit,centre,seen,blocks,cblocks,good,textured,median,quartile,rough").unwrap();
    let mut tfit = 0f32; let mut nfit = 0;
    for (k, line) in truth.lines().skip(1).enumerate() {
        if k % every != 0 { continue; }
        let (q, m) = line.trim().split_once(',').unwrap();
        let kind = q.split('/').nth(1).unwrap();
        let target = names.binary_search(&m.trim_start_matches("memory/").to_string()).unwrap();
        let g = load(&format!("{dir}/{q}"));
        let s = BoxSums::of(&g, 64);
        let (q32, q64) = reliefs(&g);
        let (q32, q64) = (Slopes::of(&q32), Slopes::of(&q64));
        let qh: Vec<(u64, u64)> = qw.iter().map(|w| hash(&s, *w, flat)).collect();
        let mut votes: Vec<(u32, usize, Vec<(u32, usize, usize, bool)>)> = Vec::new();
        for (i, mm) in mem.iter().enumerate() {
            let mut sum = 0; let mut places = Vec::new();
            for (vi, v) in mm.views.iter().enumerate() {
                let mut best = (99, 0, 0, false);
                for (qi, h) in qh.iter().enumerate() {
                    let d = (h.0 ^ v).count_ones();
                    if d < best.0 { best = (d, qi, vi, false); }
                    let d = (h.1 ^ v).count_ones();
                    if d < best.0 { best = (d, qi, vi, true); }
                }
                if best.0 <= maxd { sum += (maxd + 1 - best.0) * (maxd + 1 - best.0); places.push(best); }
            }
            if sum > 0 { places.sort(); votes.push((sum, i, places)); }
        }
        votes.sort_by(|a, b| b.0.cmp(&a.0));
        let t0 = Instant::now();
        let mut found = false;
        for (rank, (_, i, places)) in votes.iter().take(top).enumerate() {
            let mm = &mem[*i];
            let mut best: Option<(f32, Agreement, f32)> = None;
            for (_, qi, vi, mirrored) in places.iter().take(env("PLACES", 2.0) as usize) {
                let (w, v) = (qw[*qi], mw[*vi]);
                let c = |x: u32, s: u32| (x as f32 + s as f32 * 0.5) / 512.0 - 1.0;
                let r = w.side as f32 / v.side as f32;
                let sx = if *mirrored { -r } else { r };
                let map = Map { a: [sx, 0.0, c(w.x, w.side) - sx * c(v.x, v.side), 0.0, r, c(w.y, w.side) - r * c(v.y, v.side)] };
                let Some(map) = fit(&mm.g32, &q32, map, env("N32", 10.0) as usize, env("RF", 0.85), env("QF", 0.85), 1) else { continue };
                let rough = agree(&mm.g32, &q32, &map, 0.75, 0.75, 8).centre;
                let Some(map) = fit(&mm.g64, &q64, map, env("N64", 6.0) as usize, env("RF", 0.85), env("QF", 0.85), 1) else { continue };
                let a = agree(&mm.g64, &q64, &map, env("RA", 0.75), env("QA", 0.75), 8);
                if best.as_ref().is_none_or(|b| a.centre > b.0) { best = Some((a.centre, a, rough)); }
            }
            let fitted = best.is_some();
            let (_, a, rough) = best.unwrap_or_default();
            let t = *i == target;
            found |= t;
            writeln!(f, "{q},{},{kind},{},{rank},{},{},{},{},{},{},{},{},{},{rough}", names[*i], t as u8, fitted as u8, a.centre, a.seen, a.blocks, a.centre_blocks, a.good, a.textured, a.median, a.quartile).unwrap();
            nfit += 1;
        }
        if !found { writeln!(f, "{q},{m},{kind},1,999,0,0,0,0,0,0,0,0,0,0").unwrap(); }
        tfit += t0.elapsed().as_secs_f32();
    }
    println!("{} fits, {:.3} ms each", nfit, tfit * 1000.0 / nfit as f32);
}
