//! Laying one picture over another.

use super::relief::{Relief, Slopes};

/// Where each point of the memory's picture lies in the query's; both from -1 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Map {
    /// x' = a[0]·x + a[1]·y + a[2]; y' = a[3]·x + a[4]·y + a[5].
    pub a: [f32; 6],
}

impl Map {
    #[inline]
    pub fn to(&self, x: f32, y: f32) -> (f32, f32) {
        let a = &self.a;
        (a[0] * x + a[1] * y + a[2], a[3] * x + a[4] * y + a[5])
    }

    /// With other factors along x and y, and turned; the middle stays.
    pub(super) fn nudged(&self, [x, y, turn]: [f32; 3]) -> Self {
        let [a, b, c, d, e, f] = self.a;
        Self { a: [a * x, b * y + turn * e, c, d * x - turn * a, e * y, f] }
    }

    /// Slightly turned, scaled, squeezed: what re-use does.
    pub fn is_plausible(&self) -> bool {
        let a = &self.a;
        let sx = (a[0] * a[0] + a[3] * a[3]).sqrt();
        let sy = (a[1] * a[1] + a[4] * a[4]).sqrt();
        let ratio = sx / sy;
        let dot = (a[0] * a[1] + a[3] * a[4]) / (sx * sy);
        a[4] > 0.0 && sx > 0.5 && sx < 2.0 && sy > 0.5 && sy < 2.0 && ratio > 0.75 && ratio < 1.333
            && dot.abs() < 0.15 && a[3].abs() < 0.25 * sx && a[1].abs() < 0.25 * sy
    }
}

/// Gauss-Newton: betters `map` so that the query (slopes) fits the memory (relief) within the radius.
pub fn fit(memory: &Relief, query: &Slopes, mut map: Map, rounds: usize, radius: f32, q_radius: f32, stride: usize) -> Option<Map> {
    let n = memory.side;
    let half = n as f32 * 0.5;
    let unit = 1.0 / half;
    let mut points: Vec<(f32, f32, f32, [f32; 3])> = Vec::with_capacity(n * n);
    let mut seen: Vec<(f32, f32, f32)> = Vec::with_capacity(n * n);
    let mut y = 0;
    while y < n {
        let v = (y as f32 + 0.5) * unit - 1.0;
        let mut x = 0;
        while x < n {
            let u = (x as f32 + 0.5) * unit - 1.0;
            if u * u + v * v <= radius * radius {
                seen.push((u, v, memory.values[y * n + x]));
            }
            x += stride;
        }
        y += stride;
    }
    for _ in 0..rounds {
        points.clear();
        let (mut st, mut sq, mut tt, mut qq, mut tq) = (0f32, 0f32, 0f32, 0f32, 0f32);
        for &(u, v, t) in &seen {
            let (qx, qy) = map.to(u, v);
            if qx * qx + qy * qy > q_radius * q_radius {
                continue;
            }
            if let Some(s) = query.at((qx + 1.0) * half - 0.5, (qy + 1.0) * half - 0.5) {
                st += t;
                sq += s[0];
                tt += t * t;
                qq += s[0] * s[0];
                tq += t * s[0];
                points.push((u, v, t, s));
            }
        }
        let count = points.len() as f32;
        if points.len() * 4 < seen.len() || points.len() < 60 {
            return None;
        }
        let (mt, mq) = (st / count, sq / count);
        let (vt, vq) = (tt / count - mt * mt, qq / count - mq * mq);
        if vt < 1e-3 || vq < 1e-3 {
            return None;
        }
        let _ = tq;
        let (it, iq) = (1.0 / vt.sqrt(), 1.0 / vq.sqrt());
        let mut h = [[0f32; 6]; 6];
        let mut g = [0f32; 6];
        for &(u, v, t, s) in &points {
            let r = (t - mt) * it - (s[0] - mq) * iq;
            let w = 1.0 / (1.0 + r * r * 1.5);
            let (gx, gy) = (s[1] * iq * half, s[2] * iq * half);
            let j = [gx * u, gx * v, gx, gy * u, gy * v, gy];
            for a in 0..6 {
                let wj = w * j[a];
                g[a] += wj * r;
                for b in a..6 {
                    h[a][b] += wj * j[b];
                }
            }
        }
        for a in 0..6 {
            for b in 0..a {
                h[a][b] = h[b][a];
            }
        }
        let lift = (0..6).map(|a| h[a][a]).fold(0f32, f32::max) * 1e-3;
        for a in 0..6 {
            h[a][a] += lift;
        }
        let d = solve(h, g)?;
        let mut largest = 0f32;
        for a in 0..6 {
            let step = d[a].clamp(-0.15, 0.15);
            map.a[a] += step;
            largest = largest.max(step.abs());
        }
        if largest < 0.002 {
            break;
        }
    }
    map.is_plausible().then_some(map)
}

/// Solves h·d = g for a symmetric positive h, by elimination.
fn solve(mut h: [[f32; 6]; 6], mut g: [f32; 6]) -> Option<[f32; 6]> {
    for i in 0..6 {
        if h[i][i] < 1e-6 {
            return None;
        }
        for k in i + 1..6 {
            let f = h[k][i] / h[i][i];
            for c in i..6 {
                h[k][c] -= f * h[i][c];
            }
            g[k] -= f * g[i];
        }
    }
    let mut d = [0f32; 6];
    for i in (0..6).rev() {
        let mut s = g[i];
        for c in i + 1..6 {
            s -= h[i][c] * d[c];
        }
        d[i] = s / h[i][i];
    }
    Some(d)
}

/// How well the two agree, laid over each other.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Agreement {
    /// correlation in the centre (both masks), all points
    pub centre: f32,
    /// share of memory centre seen
    pub seen: f32,
    /// pooled correlation of the best 60 % blocks, whole
    pub blocks: f32,
    /// pooled, best 60 %, centre
    pub centre_blocks: f32,
    /// all textured blocks' share with ncc > 0.6
    pub good: f32,
    /// textured block count
    pub textured: f32,
    /// median block ncc in centre
    pub median: f32,
    /// low quartile centre block
    pub quartile: f32,
}

/// Compares block by block; `map` takes memory to query.
pub fn agree(memory: &Relief, query: &Slopes, map: &Map, radius: f32, q_radius: f32, block: usize) -> Agreement {
    let n = memory.side;
    let half = n as f32 * 0.5;
    let unit = 1.0 / half;
    let nb = n / block;
    #[derive(Clone, Copy, Default)]
    struct S { n: f32, t: f32, q: f32, tt: f32, qq: f32, tq: f32 }
    impl S {
        fn add(&mut self, o: &S) { self.n += o.n; self.t += o.t; self.q += o.q; self.tt += o.tt; self.qq += o.qq; self.tq += o.tq; }
        fn parts(&self) -> (f32, f32, f32) {
            let n = self.n.max(1.0);
            (self.tt - self.t * self.t / n, self.qq - self.q * self.q / n, self.tq - self.t * self.q / n)
        }
        fn ncc(&self) -> f32 { let (a, b, c) = self.parts(); c / ((a * b).sqrt() + 1e-3 + 0.02 * self.n) }
    }
    let mut all = vec![S::default(); nb * nb];
    let mut centre = vec![S::default(); nb * nb];
    let (mut inside, mut seen) = (0f32, 0f32);
    for y in 0..n {
        let v = (y as f32 + 0.5) * unit - 1.0;
        for x in 0..n {
            let u = (x as f32 + 0.5) * unit - 1.0;
            let within = u * u + v * v <= radius * radius;
            if within { inside += 1.0; }
            let (qx, qy) = map.to(u, v);
            let Some(s) = query.at((qx + 1.0) * half - 0.5, (qy + 1.0) * half - 0.5) else { continue };
            let (t, q) = (memory.values[y * n + x], s[0]);
            let one = S { n: 1.0, t, q, tt: t * t, qq: q * q, tq: t * q };
            let i = (y / block).min(nb - 1) * nb + (x / block).min(nb - 1);
            all[i].add(&one);
            if within && qx * qx + qy * qy <= q_radius * q_radius {
                seen += 1.0;
                centre[i].add(&one);
            }
        }
    }
    let full = (block * block) as f32;
    let pool = |list: &[S], keep: f32| -> (f32, Vec<f32>) {
        let mut l: Vec<(f32, S)> = list.iter().filter(|s| s.n >= full * 0.4).map(|s| (s.ncc(), *s)).collect();
        l.sort_by(|a, b| b.0.total_cmp(&a.0));
        let k = (l.len() as f32 * keep).ceil() as usize;
        let mut num = 0f32;
        let mut a = 0f32;
        let mut b = 0f32;
        for (_, s) in &l[..k] {
            let p = s.parts();
            a += p.0; b += p.1; num += p.2;
        }
        (num / ((a * b).sqrt() + 1e-3), l.iter().map(|x| x.0).collect())
    };
    let (blocks, list) = pool(&all, 0.6);
    let (centre_blocks, clist) = pool(&centre, 0.6);
    let mut whole = S::default();
    for s in &centre { whole.add(s); }
    let (a, b, c) = whole.parts();
    Agreement {
        centre: c / ((a * b).sqrt() + 1e-3),
        seen: seen / inside.max(1.0),
        blocks,
        centre_blocks,
        good: list.iter().filter(|v| **v > 0.6).count() as f32 / list.len().max(1) as f32,
        textured: clist.len() as f32,
        median: clist.get(clist.len() / 2).copied().unwrap_or(0.0),
        quartile: clist.get(clist.len() * 3 / 4).copied().unwrap_or(0.0),
    }
}
