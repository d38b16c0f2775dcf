//! The confusion matrix, and the bounds it must meet.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use vouchsafe_core::judgement::ReasonCode;
use vouchsafe_core::verdict::Verdict;

use crate::inboxes::Judged;
use crate::truth::Class;

const VERDICTS: [Verdict; 4] = [Verdict::AcceptSafe, Verdict::Unchecked, Verdict::Suspicious, Verdict::LikelyFake];
/// How many errors are printed.
const PRINTED: usize = 8;

/// The greatest share of honest people whose photo nobody else uses that may be suspicious.
const HONEST_SUSPICIOUS: f64 = 0.01;
/// The least share of fakes whose photo was seen elsewhere first that must be suspicious or likely-fake.
const FAKES_FLAGGED: f64 = 0.98;
/// The least share of such fakes, among those with a name comparable to the owner's, that must be likely-fake. The
/// others are earlier than everybody whose time is known, verified, or well-connected.
const FAKES_CALLED_FAKE: f64 = 0.90;

/// The row of a class, in order: honest before fake.
type Row = (bool, Class, bool);

/// The verdicts for one memory and seed.
pub struct Table<'a> {
    judged: &'a [Judged],
    rows: BTreeMap<Row, [usize; 4]>,
}

impl<'a> Table<'a> {
    pub fn of(judged: &'a [Judged]) -> Self {
        let mut rows: BTreeMap<Row, [usize; 4]> = BTreeMap::new();
        for one in judged {
            let class = one.guest.class;
            let row = rows.entry((!class.is_honest(), class, is_earliest_fake(one))).or_default();
            row[column(one.view.verdict)] += 1;
        }
        Self { judged, rows }
    }

    /// The bounds that are not met, in words.
    pub fn failures(&self) -> Vec<String> {
        let mut failures = Vec::new();
        let mut ask = |goal: &str, wrong: Vec<&Judged>, most: usize| {
            if wrong.len() > most {
                let mut failure = format!("{goal}: {} instead of at most {most}", wrong.len());
                for one in wrong.iter().take(PRINTED) {
                    let _ = write!(failure, "\n    {}", described(one));
                }
                failures.push(failure);
            }
        };
        let all = |is: &dyn Fn(&Judged) -> bool| self.judged.iter().filter(|one| is(one)).collect::<Vec<_>>();
        let share = |of: usize, share: f64| (of as f64 * share) as usize;

        let accused = all(&|one| {
            let class = one.guest.class;
            class.is_honest() && class != Class::VictimAnewUnseen && one.view.verdict == Verdict::LikelyFake
        });
        ask("honest people called likely-fake", accused, 0);

        let alone = |one: &Judged| one.guest.class.is_honest() && !one.guest.class.shares_photo();
        let suspicious =
            all(&|one| alone(one) && one.view.verdict != Verdict::AcceptSafe && one.view.verdict != Verdict::Unchecked);
        ask(
            "honest people whose photo nobody else uses, suspicious",
            suspicious,
            share(all(&alone).len(), HONEST_SUSPICIOUS),
        );

        let caught = |one: &Judged| !one.guest.class.is_honest() && one.guest.class.shares_photo() && !one.is_earliest;
        let count = all(&caught).len();
        let missed = all(&|one| caught(one) && !matches!(one.view.verdict, Verdict::Suspicious | Verdict::LikelyFake));
        ask("fakes not flagged", missed, share(count, 1.0 - FAKES_FLAGGED));
        // A name in letters that cannot be compared is unclear, so its bearer is suspicious at most.
        let accusing = [ReasonCode::PhotoUnderOtherName, ReasonCode::PhotoUnderFamilyName];
        let is_accused =
            |one: &Judged| caught(one) && one.view.reasons.iter().any(|reason| accusing.contains(&reason.code));
        let spared = all(&|one| is_accused(one) && one.view.verdict != Verdict::LikelyFake);
        ask("fakes not called likely-fake", spared, share(all(&is_accused).len(), 1.0 - FAKES_CALLED_FAKE));

        let by_words = all(&|one| one.guest.class == Class::Stuffed && one.view.verdict == Verdict::AcceptSafe);
        ask("fakes called accept-safe by their own words", by_words, 0);
        let few = all(&|one| {
            let card = &one.guest.card;
            let is_thin = card.mutual < 3 && !card.verified;
            !one.guest.class.is_honest() && is_thin && one.view.verdict == Verdict::AcceptSafe
        });
        ask("fakes called accept-safe by fewer than three mutual connections", few, 0);

        let first = all(&|one| is_earliest_fake(one) && one.view.verdict == Verdict::LikelyFake);
        ask("earliest holders called likely-fake", first, 0);
        let unsaid = all(&|one| {
            let has = |code: ReasonCode| one.view.reasons.iter().any(|reason| reason.code == code);
            let is_said = has(ReasonCode::HeldPhotoFirst) || has(ReasonCode::FirstHolderUnknown);
            is_earliest_fake(one) && has(ReasonCode::PhotoUnderOtherName) && !is_said
        });
        ask("earliest holders without the reason", unsaid, 0);
        failures
    }

    /// Fakes whose photo was seen elsewhere first and that were not called likely-fake, counted by findings.
    pub fn spared(&self) -> String {
        let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
        for one in self.judged {
            let class = one.guest.class;
            if !class.is_honest() && class.shares_photo() && !one.is_earliest && one.view.verdict != Verdict::LikelyFake
            {
                let codes: Vec<&str> = one.view.basis.iter().map(|reason| reason.code.as_str()).collect();
                *reasons.entry(format!("{} ({})", verdict(one.view.verdict), codes.join(" + "))).or_default() += 1;
            }
        }
        let described = reasons.iter().map(|(reason, count)| format!("  {count:4} {reason}\n"));
        format!(
            "fakes not called likely-fake, though their photo was seen elsewhere first:\n{}",
            described.collect::<String>()
        )
    }

    /// Honest people who are suspicious, counted by findings.
    pub fn suspected(&self) -> String {
        let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
        for one in self.judged.iter().filter(|one| one.guest.class.is_honest()) {
            if matches!(one.view.verdict, Verdict::Suspicious | Verdict::LikelyFake) {
                let codes: Vec<&str> = one.view.reasons.iter().map(|reason| reason.code.as_str()).collect();
                let class = one.guest.class.name();
                *reasons.entry(format!("{class}, {}: {}", verdict(one.view.verdict), codes.join(", "))).or_default() +=
                    1;
            }
        }
        let mut described: Vec<_> = reasons.into_iter().collect();
        described.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let described = described.iter().take(40).map(|(reason, count)| format!("  {count:4} {reason}\n"));
        format!("honest people under suspicion:\n{}", described.collect::<String>())
    }
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "| truth | all | accept-safe | unchecked | suspicious | likely-fake |")?;
        writeln!(out, "| --- | ---: | ---: | ---: | ---: | ---: |")?;
        let mut sums: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
        let line = |out: &mut fmt::Formatter<'_>, name: &str, counts: &[usize; 4]| {
            let [safe, unchecked, suspicious, fake] = counts;
            writeln!(
                out,
                "| {name} | {} | {safe} | {unchecked} | {suspicious} | {fake} |",
                counts.iter().sum::<usize>()
            )
        };
        for ((is_fake, class, is_earliest), counts) in &self.rows {
            let name = match (is_fake, class, is_earliest) {
                (false, ..) => class.name().to_owned(),
                (true, Class::Stolen(_), true) => format!("fake: {}, held it first", class.name()),
                (true, Class::Ring, true) => "fake: ring, held it first".to_owned(),
                (true, ..) => format!("fake: {}", class.name()),
            };
            line(out, &name, counts)?;
            let sum = match (is_fake, class.shares_photo(), is_earliest) {
                (false, false, _) => "**honest, photo nowhere else**",
                (false, true, _) => "**honest, photo elsewhere too**",
                (true, true, false) => "**fakes, photo seen elsewhere first**",
                (true, true, true) => "**fakes, earliest known holders**",
                (true, false, _) => "**fakes, photo seen nowhere else**",
            };
            for (sum, count) in sums.entry(sum).or_default().iter_mut().zip(counts) {
                *sum += count;
            }
        }
        for (name, counts) in &sums {
            line(out, name, counts)?;
        }
        Ok(())
    }
}

fn is_earliest_fake(one: &Judged) -> bool {
    !one.guest.class.is_honest() && one.guest.class.shares_photo() && one.is_earliest
}

fn column(verdict: Verdict) -> usize {
    VERDICTS.iter().position(|known| *known == verdict).unwrap_or(0)
}

fn verdict(verdict: Verdict) -> &'static str {
    ["accept-safe", "unchecked", "suspicious", "likely-fake"][column(verdict)]
}

fn described(one: &Judged) -> String {
    let codes: Vec<&str> = one.view.reasons.iter().map(|reason| reason.code.as_str()).collect();
    let twins: Vec<&str> = one.view.twins.iter().map(|twin| twin.name.as_str()).collect();
    let class = one.guest.class.name();
    format!("{class}: {} [{}] {} / {}", one.view.name, codes.join(", "), verdict(one.view.verdict), twins.join(" / "))
}
