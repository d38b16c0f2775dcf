//! Sums of money in a note, and what kinds of phrases they are.

use super::kinds::Kind;
use super::number_words::{is_between, is_currency, scale};

/// The upper end of a range of pay is less than this many times the lower end: no employer offers a wider one.
const MAX_PAY_RATIO: f64 = 2.0;
/// The least monthly pay. An assumption.
const MIN_SALARY: f64 = 1_000.0;
/// From this amount on nobody gives a sum away: over a yearly wage in most currencies. An assumption.
const FORTUNE: f64 = 300_000.0;

/// A number that may be a sum of money.
struct Sum {
    at: usize,
    /// The token's index, and the part's index within the token.
    place: (usize, usize),
    value: f64,
    is_money: bool,
}

/// The kinds of a note's sums, each with the number of its word.
pub(super) fn kinds_of_sums(tokens: &[(usize, &str)]) -> Vec<(usize, Kind)> {
    let sums = sums(tokens);
    let mut kinds_of_sums = Vec::new();
    for (number, sum) in sums.iter().enumerate().filter(|(_, sum)| sum.is_money) {
        let before = number.checked_sub(1).and_then(|before| sums.get(before));
        let is_pay = sums.get(number + 1).is_some_and(|high| is_salary(tokens, sum, high))
            || before.is_some_and(|low| is_salary(tokens, low, sum));
        if !is_pay {
            kinds_of_sums.push((sum.at, Kind::Amount));
        }
        if sum.value >= FORTUNE {
            kinds_of_sums.push((sum.at, Kind::Fortune));
        }
    }
    kinds_of_sums
}

/// Whether two sums are a range as employers name it: "110-125k".
fn is_salary(tokens: &[(usize, &str)], low: &Sum, high: &Sum) -> bool {
    let times = high.value / low.value.max(1.0);
    (low.is_money || high.is_money)
        && times > 1.0
        && times < MAX_PAY_RATIO
        && high.value >= MIN_SALARY
        && is_range(tokens, low, high)
}

/// Whether two sums are the ends of one range.
fn is_range(tokens: &[(usize, &str)], low: &Sum, high: &Sum) -> bool {
    let (a, b) = (low.place.0, high.place.0);
    let mut between = tokens.get(a + 1..b).unwrap_or_default().iter();
    a == b && low.place.1 + 1 == high.place.1
        || between.clone().count() <= 3
            && between.clone().any(|(_, word)| is_between(word))
            && between.all(|(_, word)| is_between(word) || is_currency(word) || scale(word).is_some())
}

fn sums(tokens: &[(usize, &str)]) -> Vec<Sum> {
    let mut sums = Vec::new();
    for (number, (at, token)) in tokens.iter().enumerate() {
        if token.starts_with(['+', '@']) || token.contains('%') {
            continue;
        }
        let word = |ahead: usize| tokens.get(number + ahead).map_or("", |(_, word)| *word);
        let before = number.checked_sub(1).and_then(|number| tokens.get(number)).map_or("", |(_, word)| *word);
        // "110-125k"
        let last = token.rsplit(['-', '–']).next().and_then(value).and_then(|(_, rest)| scale(rest));
        for (part_number, part) in token.split(['-', '–', '/', '=']).enumerate() {
            let Some((value, rest)) = value(part) else { continue };
            let own = scale(rest).or(last);
            let next = scale(word(1));
            let factor = own.or(next).unwrap_or(1.0);
            let after = if next.is_some() { [word(1), word(2), word(3)] } else { [word(1), word(1), word(1)] };
            let is_money = is_currency(token)
                || is_currency(rest)
                || after.iter().any(|word| is_currency(word) && !word.contains(|c: char| c.is_ascii_digit()))
                || is_currency(before) && !before.contains(|c: char| c.is_ascii_digit())
                || factor >= 1e6
                || own.is_some();
            let is_share = word(1).starts_with('%');
            if !is_share {
                sums.push(Sum { at: *at, place: (number, part_number), value: value * factor, is_money });
            }
        }
    }
    sums
}

/// The number a text begins with, after a currency, and the text after it: "2.800,50€" is 2800.5.
fn value(text: &str) -> Option<(f64, &str)> {
    let text = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let length = text.find(|c: char| !c.is_ascii_digit() && !".,'".contains(c)).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(length)?;
    let number = number.trim_end_matches(['.', ',', '\'']);
    if number.is_empty() || number.len() > 15 {
        return None;
    }
    let (whole, part) = match number.rfind(['.', ',', '\'']) {
        Some(at) if number.len() - at == 4 => (number, ""),
        Some(at) => (number.get(..at)?, number.get(at + 1..)?),
        None => (number, ""),
    };
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    format!("{digits}.{part}0").parse().ok().map(|value| (value, rest))
}
