//! Numbers behind the benchmark: lab BENCH OUT.csv [reverse] ; lab pad N BENCH
#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use std::io::Write;
use std::time::Instant;
use vouchsafe_core::photo::*;

fn read(p: &str) -> Portrait { Portrait::read(&std::fs::read(p).unwrap()).unwrap() }

fn main() {
    let a: Vec<String> = std::env::args().collect();
    let dir = &a[1];
    let every: usize = std::env::var("EVERY").ok().and_then(|v| v.parse().ok()).unwrap_or(1);
    let mut names: Vec<String> = std::fs::read_dir(format!("{dir}/memory")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let mut index = PhotoIndex::default();
    let mem: Vec<Portrait> = names.iter().map(|n| read(&format!("{dir}/memory/{n}"))).collect();
    let size: usize = mem.iter().map(|m| m.rendition.as_bytes().len()).sum();
    for (i, m) in mem.iter().enumerate() { match &m.fingerprint { Some(f) => index.insert_fingerprint(i as u32, f), None => println!("flat memory {}", names[i]) } }
    println!("rendition mean {} bytes", size / mem.len());
    let pad: u32 = std::env::var("PAD").ok().and_then(|v| v.parse().ok()).unwrap_or(0);
    let t0 = Instant::now();
    for k in 0..pad { if k % 100000 == 0 { eprintln!("{k}"); } index.insert_fingerprint(1_000_000 + k, made_up(k, &mem).fingerprint.as_ref().unwrap_or(mem[0].fingerprint.as_ref().unwrap())); }
    println!("padded in {:.1} s", t0.elapsed().as_secs_f32());
    let truth = std::fs::read_to_string(format!("{dir}/truth.csv")).unwrap();
    let mut f = std::io::BufWriter::new(std::fs::File::create(&a[2]).unwrap());
    writeln!(f, "query,memory,kind,true,rank,rough,centre,blocks").unwrap();
    let (mut t_read, mut t_sought, mut t_cand, mut t_conf, mut n) = (0f32, 0f32, 0f32, 0f32, 0f32);
    for (k, line) in truth.lines().skip(1).enumerate() {
        if k % every != 0 { continue; }
        let (q, m) = line.trim().split_once(',').unwrap();
        let kind = q.split('/').nth(1).unwrap();
        let bytes = std::fs::read(format!("{dir}/{q}")).unwrap();
        let t = Instant::now();
        let p = Portrait::read(&bytes).unwrap();
        t_read += t.elapsed().as_secs_f32();
        let t = Instant::now();
        let Some(s) = Sought::of(&p) else { println!("flat {q}"); writeln!(f, "{q},{m},{kind},1,998,0,0,0").unwrap(); continue };
        t_sought += t.elapsed().as_secs_f32();
        let t = Instant::now();
        let c = index.candidates(&s);
        t_cand += t.elapsed().as_secs_f32();
        n += 1.0;
        let mut found = false;
        let t = Instant::now();
        for (rank, c) in c.iter().enumerate() {
            let (name, r) = if c.key >= 1_000_000 { ("padding", &mem[c.key as usize % mem.len()].rendition) } else { (names[c.key as usize].as_str(), &mem[c.key as usize].rendition) };
            let truth = name == m.trim_start_matches("memory/");
            found |= truth;
            let x = s.compare(&c.placement, r);
            if x.is_none() && !truth { continue; }
            let (rough, g) = x.map_or((0.0, (0.0, 0.0)), |x| (x.coarse, (x.fine, x.blocks)));
            if c.key >= 1_000_000 { continue; }
            writeln!(f, "{q},{name},{kind},{},{rank},{rough},{},{}", truth as u8, g.0, g.1).unwrap();
        }
        t_conf += t.elapsed().as_secs_f32();
        if !found { writeln!(f, "{q},{m},{kind},1,999,0,0,0").unwrap(); }
    }
    println!("per query ms: read {:.3} sought {:.3} candidates {:.3} confirm {:.3}", t_read * 1e3 / n, t_sought * 1e3 / n, t_cand * 1e3 / n, t_conf * 1e3 / n);
}

/// A made-up portrait: backdrop, shoulders, head, hair, eyes, mouth, and some noise.
fn made_up(seed: u32, _mem: &[Portrait]) -> Portrait {
    let mut s = seed.wrapping_mul(2654435761) ^ 0x9e3779b9;
    let mut r = move || { s ^= s << 13; s ^= s >> 17; s ^= s << 5; (s >> 8) as f32 / 16777216.0 };
    let mut shapes = vec![];
    let (cx, cy, hw) = (0.5 + (r() - 0.5) * 0.2, 0.42 + (r() - 0.5) * 0.15, 0.14 + r() * 0.12);
    let bg = [r() * 255.0, r() * 255.0, (r() - 0.5) * 160.0, (r() - 0.5) * 160.0];
    let skin = 80.0 + r() * 140.0; let hair = r() * 180.0; let cloth = r() * 255.0;
    shapes.push((cx, 1.05 + r() * 0.1, 0.3 + r() * 0.2, 0.35 + r() * 0.15, cloth));
    shapes.push((cx + (r() - 0.5) * 0.05, cy - hw * 0.3, hw * (1.1 + r() * 0.4), hw * (1.3 + r() * 0.5), hair));
    shapes.push((cx, cy, hw, hw * 1.3, skin));
    for e in [-1.0, 1.0] { shapes.push((cx + e * hw * 0.4, cy - hw * 0.2, hw * 0.18, hw * 0.1, skin * 0.4)); }
    shapes.push((cx, cy + hw * 0.6, hw * 0.4, hw * 0.12, skin * (0.5 + r())));
    for _ in 0..(r() * 10.0) as u32 { shapes.insert(0, (r(), r(), r() * 0.3, r() * 0.3, r() * 255.0)); }
    for _ in 0..(r() * 5.0) as u32 { shapes.push((r(), r(), r() * 0.1, r() * 0.1, r() * 255.0)); }
    let mut im = image::RgbImage::new(64, 64);
    for (x, y, p) in im.enumerate_pixels_mut() {
        let (u, v) = ((x as f32 + 0.5) / 64.0, (y as f32 + 0.5) / 64.0);
        let mut g = bg[0] + bg[2] * (u - 0.5) + bg[3] * (v - 0.5);
        for s in &shapes { let d = ((u - s.0) / s.2) * ((u - s.0) / s.2) + ((v - s.1) / s.3) * ((v - s.1) / s.3); if d < 1.0 { g = s.4 * (1.0 - d * 0.3); } }
        let g = (g + (r() - 0.5) * 12.0).clamp(0.0, 255.0) as u8;
        p.0 = [g, g, g];
    }
    Portrait::of_picture(&im)
}
