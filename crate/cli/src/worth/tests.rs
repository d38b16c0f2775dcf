use std::collections::BTreeMap;
use std::fs;

use vouchsafe_core::worth::WorthCode;

use super::*;

const MIN_PRECISION: f64 = 0.97;
const MIN_RECALL: f64 = 0.95;
const MIN_RECALL_IN_LANGUAGES: f64 = 0.92;
/// Precision and recall for the half of the blind table that was held out: never looked at while rules were written.
const MIN_BLIND: (f64, f64) = (0.96, 0.91);
/// Precision and recall for the small tables that one person labelled.
const MIN_FRESH: (f64, f64) = (0.92, 0.91);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/worth")
}

fn answers(table: &str, words: bool) -> Result<String, WorthError> {
    let goals = Goals { companies: vec!["Nordwind".into()], ..Goals::default() };
    let mut output = Vec::new();
    answer_table(&WorthFinder::new(&goals), words, table.as_bytes(), &mut output)?;
    Ok(String::from_utf8_lossy(&output).into_owned())
}

#[test]
fn the_reasons_are_the_last_column() {
    let table = "id,note,headline\n7,\"x, y\",Recruiter at Nordwind GmbH\n";
    let answered = answers(table, false).unwrap();
    assert_eq!(
        answered,
        "id,note,headline,reasons\n7,\"x, y\",Recruiter at Nordwind GmbH,recruiter;target-company;hiring-role\n"
    );
    assert!(answers(table, true).unwrap().contains("recruiter=Recruiter;target-company=Nordwind;"));
}

#[test]
fn a_missing_column_and_bad_goals_are_named() {
    assert!(matches!(answers("title\nx\n", false), Err(WorthError::NoHeadline)));
    assert!(matches!(answers("headline,note\nx\n", false), Err(WorthError::Unreadable(_))));
    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    assert!(matches!(read_goals(&text), Err(WorthError::NotJson { .. })));
    assert!(matches!(read_goals(Path::new("/nowhere/goals.json")), Err(WorthError::Goals { .. })));
}

/// True positives, false positives and false negatives of a reason.
#[derive(Default, Clone, Copy)]
struct Tally {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Tally {
    fn precision(self) -> f64 {
        ratio(self.right, self.right + self.wrong)
    }

    fn recall(self) -> f64 {
        ratio(self.right, self.right + self.missed)
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

fn ratio(part: u32, whole: u32) -> f64 {
    if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) }
}

fn tally(finder: &WorthFinder, path: &Path) -> (usize, BTreeMap<WorthCode, Tally>) {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let header = reader.headers().unwrap().clone();
    let mut tallies: BTreeMap<WorthCode, Tally> = BTreeMap::new();
    let mut rows = 0;
    for row in reader.records() {
        let row = row.unwrap();
        let field = |name: &str| header.iter().position(|c| c == name).and_then(|at| row.get(at)).unwrap_or_default();
        let said = CardTexts {
            headline: field("headline"),
            company: field("company"),
            context: field("context"),
            note: field("note"),
        };
        let found: Vec<Worth> = finder.reasons(&said);
        let labels: Vec<&str> = field("applies").split(';').filter(|label| !label.is_empty()).collect();
        assert!(labels.iter().all(|label| WorthCode::ALL.iter().any(|code| code.as_str() == *label)), "{labels:?}");
        for reason in &found {
            let texts = [said.headline, said.company, said.context, said.note];
            assert!(!reason.words.is_empty() && texts.iter().any(|text| text.contains(&reason.words)), "{reason:?}");
        }
        for code in WorthCode::ALL {
            let tally = tallies.entry(code).or_default();
            match (found.iter().any(|reason| reason.code == code), labels.contains(&code.as_str())) {
                (true, true) => tally.right += 1,
                (true, false) => tally.wrong += 1,
                (false, true) => tally.missed += 1,
                (false, false) => continue,
            }
            if found.iter().any(|reason| reason.code == code) != labels.contains(&code.as_str()) {
                println!("  {} not as labelled: {:?}", code.as_str(), row.iter().collect::<Vec<_>>());
            }
        }
        rows += 1;
    }
    (rows, tallies)
}

/// tests/worth/LABELS.md says how the tables were made, and which were not looked at while the rules were written.
#[test]
fn reasons_are_found_in_the_labelled_tables() {
    let finder = WorthFinder::new(&read_goals(&folder().join("goals.json")).unwrap());
    let mut files: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "csv"));
    files.sort();
    // The tables that somebody else wrote before the rules are measured apart from the one written along with them.
    let (along, before): (Vec<_>, Vec<_>) = files.iter().partition(|path| path.ends_with("own.csv"));
    for files in [before, along] {
        let mut all: BTreeMap<WorthCode, Tally> = BTreeMap::new();
        let mut rows = 0;
        for file in files {
            let (count, tallies) = tally(&finder, file);
            println!("{} ({count} rows)", file.file_name().unwrap().to_string_lossy());
            print_tallies(&tallies);
            rows += count;
            for (code, found) in tallies {
                all.entry(code).or_default().add(found);
            }
        }
        println!("together ({rows} rows)");
        print_tallies(&all);
        assert!(rows >= 300, "{rows} rows");
        for (code, tally) in all {
            assert!(tally.precision() >= MIN_PRECISION, "{}: precision {:.3}", code.as_str(), tally.precision());
            assert!(tally.recall() >= MIN_RECALL, "{}: recall {:.3}", code.as_str(), tally.recall());
        }
    }
}

/// The same for tables in seven languages, with goals of their own.
#[test]
fn reasons_are_found_in_seven_languages() {
    let folder = folder().join("languages");
    let finder = WorthFinder::new(&read_goals(&folder.join("goals.json")).unwrap());
    let bounds = (MIN_PRECISION, MIN_RECALL_IN_LANGUAGES);
    for (file, (precision, recall)) in [
        ("known.csv", bounds),
        ("held-back.csv", bounds),
        ("blind.csv", MIN_BLIND),
        ("blind-2.csv", MIN_FRESH),
        ("fresh.csv", MIN_FRESH),
    ] {
        let (rows, tallies) = tally(&finder, &folder.join(file));
        println!("languages/{file} ({rows} rows)");
        print_tallies(&tallies);
        assert!(rows >= 200, "{rows} rows");
        for (code, tally) in tallies {
            assert!(tally.precision() >= precision, "{}: precision {:.3}", code.as_str(), tally.precision());
            assert!(tally.recall() >= recall, "{}: recall {:.3}", code.as_str(), tally.recall());
        }
    }
}

fn print_tallies(tallies: &BTreeMap<WorthCode, Tally>) {
    for (code, tally) in tallies {
        println!(
            "  {:15} precision {:.3} recall {:.3} ({} right, {} wrong, {} missed)",
            code.as_str(),
            tally.precision(),
            tally.recall(),
            tally.right,
            tally.wrong,
            tally.missed
        );
    }
}
