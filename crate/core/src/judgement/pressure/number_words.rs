//! Words beside numbers: of money, of shares, of scale, and between the ends of a range. They are in each language's
//! pressing.txt, folded, and are searched for in every language at once.

use std::sync::OnceLock;

use crate::languages::ALL;

/// Signs for money, beside or within a number.
const MONEY_SIGNS: [char; 5] = ['€', '$', '£', '₹', '₿'];
/// Signs between the ends of a range or of a growth.
const RANGE_SIGNS: [&str; 4] = ["->", "→", "–", "-"];
/// The names of the lists of scales, and what they multiply a number by.
const SCALES: [(&str, f64); 3] = [("thousand", 1e3), ("million", 1e6), ("billion", 1e9)];

#[derive(Default)]
struct NumberWords {
    money: Vec<&'static str>,
    share: Vec<&'static str>,
    between: Vec<&'static str>,
    scales: Vec<(&'static str, f64)>,
}

/// Whether a line of pressing.txt with this name is one of these lists.
#[cfg(test)]
pub(super) fn is_list(name: &str) -> bool {
    ["money", "share", "between"].contains(&name) || SCALES.iter().any(|(scale, _)| *scale == name)
}

fn number_words() -> &'static NumberWords {
    static WORDS: OnceLock<NumberWords> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut read = NumberWords::default();
        for line in ALL.into_iter().flat_map(|language| language.pressing.read().lines()) {
            let Some((name, words)) = line.split_once(": ") else { continue };
            let words = words.split(", ");
            match name {
                "money" => read.money.extend(words),
                "share" => read.share.extend(words),
                "between" => read.between.extend(words),
                _ => {
                    if let Some((_, factor)) = SCALES.iter().find(|(scale, _)| *scale == name) {
                        read.scales.extend(words.map(|word| (word, *factor)));
                    }
                }
            }
        }
        read
    })
}

/// Without signs around it.
fn unsigned(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// "$500", "euros"
pub(super) fn is_currency(text: &str) -> bool {
    text.contains(MONEY_SIGNS) || number_words().money.contains(&unsigned(text))
}

/// "5%", "percent"
pub(super) fn is_share(text: &str) -> bool {
    text.contains('%') || number_words().share.contains(&unsigned(text))
}

/// Words between the ends of a range or an increase: "to".
pub(super) fn is_between(text: &str) -> bool {
    RANGE_SIGNS.contains(&text) || number_words().between.contains(&text)
}

/// The factor that a word applies to the number before it: "k", "million".
pub(super) fn scale(text: &str) -> Option<f64> {
    let text = unsigned(text);
    number_words().scales.iter().find(|(word, _)| *word == text).map(|(_, factor)| *factor)
}
