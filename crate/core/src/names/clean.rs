//! From a displayed text to the part of it that is a name: no headline, no brackets, no decorations.
use super::characters::{holds_name, is_eastern, is_eastern_letter, is_of_job, without_titles};
use super::fold::{Script, is_mark, script_of};
use super::tables::affix;
use super::widths::composed;

/// The most characters of a text that are read. LinkedIn allows some 60 for a name.
const MAX_CHARACTERS: usize = 300;

/// A displayed text, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Displayed {
    /// The parts of the name between commas, the first one first. Letters, dots, hyphens and apostrophes only.
    pub(super) segments: Vec<String>,
    /// The texts in quotes or brackets.
    pub(super) added: Vec<String>,
}

/// Takes a displayed text apart.
pub(super) fn clean(text: &str) -> Displayed {
    let visible: Vec<char> = composed(text.chars().take(2 * MAX_CHARACTERS))
        .into_iter()
        .filter(|&letter| !is_mark(letter) || is_combining(letter))
        .take(MAX_CHARACTERS)
        .collect();
    let (outside, mut added) = without_brackets(&visible);
    let part = name_part(&outside);
    let segments: Vec<String> = part
        .split(is_comma)
        .map(|segment| segment.trim().to_owned())
        .filter(|segment| segment.chars().any(|letter| script_of(letter).is_some()))
        .collect();
    let segments = name_segments(segments);
    // Which part is the name cannot always be told: 看護師☆堺正章.
    if segments.iter().all(|segment| is_eastern(segment)) {
        let parts = parts(&outside);
        let chosen = |part: &str| segments.iter().any(|segment| part.contains(segment.as_str()));
        let others = parts.iter().flat_map(|part| part.split(is_comma)).filter(|part| !chosen(part));
        added.extend(others.filter(|other| is_eastern(other) && !is_headline(other)).map(str::to_owned));
    }
    Displayed { segments, added }
}

fn is_comma(letter: char) -> bool {
    matches!(letter, ',' | '،' | '，' | '、' | '､')
}

/// The segments between commas that belong to the name: of those in characters the first that is a name, or the
/// first that is no job.
fn name_segments(segments: Vec<String>) -> Vec<String> {
    if !segments.iter().any(|segment| is_eastern(segment)) {
        return segments;
    }
    let bare: Vec<String> = segments.iter().map(|segment| without_titles(segment)).collect();
    let chosen = bare
        .iter()
        .find(|segment| holds_name(segment))
        .or_else(|| bare.iter().find(|segment| is_eastern(segment) && !is_of_job(segment)))
        .or_else(|| bare.iter().find(|segment| is_eastern(segment)))
        .cloned();
    let mut chosen: Vec<String> = chosen.into_iter().collect();
    // "Jason Li, 李明", but not "李明, Tencent".
    if segments.first().is_some_and(|first| !is_eastern(first)) {
        chosen.splice(0..0, segments.into_iter().take(1));
        chosen = vec![chosen.join(" ")];
    }
    chosen
}

/// Marks that change the letter before (and are folded later), unlike invisible signs.
fn is_combining(letter: char) -> bool {
    matches!(u32::from(letter), 0x0300..=0x036F | 0x3099 | 0x309A)
}

/// The closing sign of a bracket or quote. Brackets of full width count as those of half width.
fn closing(open: char) -> Option<char> {
    Some(match narrow(open) {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '<' => '>',
        '【' => '】',
        '〔' => '〕',
        '〖' => '〗',
        '〘' => '〙',
        '〈' => '〉',
        '《' => '》',
        '「' => '」',
        '『' => '』',
        '〝' => '〟',
        '“' | '„' | '”' => '”',
        '"' => '"',
        '«' => '»',
        '‹' => '›',
        '‘' => '’',
        '\'' => '\'',
        '`' => '`',
        _ => return None,
    })
}

/// A bracket in its usual width and shape.
fn narrow(sign: char) -> char {
    match sign {
        '（' | '﹙' | '❨' | '❪' | '⦅' | '｟' => '(',
        '）' | '﹚' | '❩' | '❫' | '⦆' | '｠' => ')',
        '［' | '⟦' => '[',
        '］' | '⟧' => ']',
        '｛' | '❴' => '{',
        '｝' | '❵' => '}',
        '＜' | '⟨' | '❬' | '❮' => '<',
        '＞' | '⟩' | '❭' | '❯' => '>',
        '﹝' | '❲' | '⟬' => '〔',
        '﹞' | '❳' | '⟭' => '〕',
        '｢' | '﹁' => '「',
        '｣' | '﹂' => '」',
        '﹃' => '『',
        '﹄' => '』',
        '︻' => '【',
        '︼' => '】',
        '〞' => '〟',
        '＂' | '״' => '"',
        other => other,
    }
}

/// Splits off the text in quotes or brackets. A bracket that is never closed is ignored.
fn without_brackets(text: &[char]) -> (String, Vec<String>) {
    let mut outside = String::new();
    let mut added = Vec::new();
    let mut index = 0;
    while let Some(&letter) = text.get(index) {
        let starts_word = index == 0 || text.get(index - 1).is_some_and(|before| !before.is_alphanumeric());
        let close = closing(letter).filter(|_| starts_word || !matches!(letter, '\'' | '‘' | '`' | '"'));
        let end = close.and_then(|close| {
            let rest = text.get(index + 1..).unwrap_or_default();
            let ends = |other: char| narrow(other) == close || letter == '„' && other == '“';
            let mut depth = 0_usize;
            let end = rest.iter().position(|&other| {
                let ended = ends(other) && depth == 0;
                if ends(other) {
                    depth = depth.saturating_sub(1);
                } else if narrow(other) == narrow(letter) {
                    depth += 1;
                }
                ended
            });
            // A bracket cut off at the end.
            let cut = !outside.trim().is_empty() && rest.iter().copied().any(is_eastern_letter);
            end.or_else(|| rest.iter().position(|&other| ends(other))).or_else(|| cut.then_some(rest.len()))
        });
        // An apostrophe that is not closed at the end of a word is part of the name: 'Ofa.
        let end = end.filter(|end| {
            !matches!(letter, '\'' | '‘' | '`')
                || text.get(index + end + 2).is_none_or(|after| !after.is_alphanumeric())
        });
        if let Some(length) = end {
            added.push(text.get(index + 1..index + 1 + length).unwrap_or_default().iter().collect());
            outside.push(' ');
            index += length + 2;
            continue;
        }
        outside.push(letter);
        index += 1;
    }
    (outside, added)
}

/// The part of the text that is the name: the first one between bars, dashes and the like that has two words and
/// is no headline.
fn name_part(text: &str) -> String {
    let parts: Vec<String> = parts(text).iter().map(|part| before_headline(part)).collect();
    let words =
        |part: &str| part.split_whitespace().filter(|word| word.chars().any(|c| script_of(c).is_some())).count();
    let readable = || parts.iter().filter(|part| words(part) > 0);
    readable()
        .find(|part| !is_headline(part) && (words(part) > 1 && !is_eastern(part) || holds_name(&without_titles(part))))
        .or_else(|| readable().find(|part| !is_headline(part) && words(part) > 1))
        .or_else(|| readable().find(|part| !is_headline(part)))
        .cloned()
        .unwrap_or_default()
}

/// Splits at signs that part a name from other text; other signs become spaces.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let letters: Vec<char> = text.chars().collect();
    for (index, &letter) in letters.iter().enumerate() {
        let near = |offset: usize| letters.get(offset).is_none_or(|c| c.is_whitespace());
        let loose = index > 0 && near(index - 1) && near(index + 1);
        // No Chinese or Korean name holds a dash.
        let beside = |offset: Option<usize>| {
            offset.and_then(|offset| letters.get(offset)).copied().is_some_and(is_han_or_hangul)
        };
        let eastern = index > 0 && (beside(index.checked_sub(1)) || beside(Some(index + 1)));
        let parted = is_bar(letter)
            || (loose || eastern) && matches!(letter, '-' | '–' | '—' | '−' | '―' | '－' | '+' | '＋')
            || loose && matches!(letter, '·' | '・' | '･' | '‧');
        if parted {
            parts.push(String::new());
            continue;
        }
        let kept = match letter {
            '’' | '‘' | 'ʼ' | '`' | '´' | 'ʻ' | 'ʹ' => '\'',
            '‐' | '‑' | '–' | '—' | '−' => '-',
            '．' => '.',
            '.' | '-' | '\'' | ',' | '،' | '，' | '、' | '､' | '&' => letter,
            _ if is_combining(letter) || letter.is_alphanumeric() || script_of(letter).is_some() => letter,
            _ => ' ',
        };
        if let Some(part) = parts.last_mut() {
            part.push(kept);
        }
    }
    parts
}

/// A sign that parts a name from other text wherever it stands.
fn is_bar(sign: char) -> bool {
    matches!(
        sign,
        '|' | '｜' | '‖' | '•' | '/' | '@' | '#' | ':' | ';' | '~' | '→' | '»' | '\n' | '►' | '▶' | '★'
    ) || matches!(sign, '＠' | '／' | '＃' | '：' | '；' | '～' | '〜' | '＼' | '\\' | '¦' | '￤' | '∣' | '❘' | '❙' | '❚')
        || matches!(sign, '│' | '┃' | '║' | '︱' | '⎮' | '⏐' | 'ǀ' | '■' | '□' | '●' | '○' | '◆' | '◇' | '▪' | '▫' | '◦' | '☆' | '⇒')
        // A Chinese stroke and a Korean vowel that look like bars.
        || matches!(sign, '丨' | 'ㅣ' | '\u{1175}' | '\u{FFDC}')
}

fn is_han_or_hangul(letter: char) -> bool {
    matches!(script_of(letter), Some(Script::Han | Script::Hangul))
}

/// The words before those of a headline, if two are left: "Ann Lee Lead Engineer".
fn before_headline(part: &str) -> String {
    let words: Vec<&str> = part.split_whitespace().collect();
    let of_job = |word: &&str| affix(word.to_lowercase().as_str()).job;
    match words.iter().position(of_job) {
        Some(first) if first > 1 && words.iter().filter(|word| of_job(word)).count() > 1 => {
            words.iter().take(first).copied().collect::<Vec<_>>().join(" ")
        }
        _ => part.to_owned(),
    }
}

/// Whether most words of a part are those of a headline: "We're hiring!".
fn is_headline(part: &str) -> bool {
    if is_eastern(part) {
        let bare = without_titles(part);
        return is_of_job(&bare) && !holds_name(&bare);
    }
    let (mut words, mut of_job) = (0_usize, 0_usize);
    for word in part.split_whitespace() {
        words += 1;
        of_job += usize::from(affix(word.trim_matches('\'').to_lowercase().as_str()).job);
    }
    of_job * 2 > words || of_job > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segments(text: &str) -> Vec<String> {
        clean(text).segments
    }

    #[test]
    fn decorations_and_headlines_go() {
        assert_eq!(segments("🌟 Jana Novotná 🌟 | Recruiter"), ["Jana Novotná"]);
        assert_eq!(segments("We're hiring! | Ole Hansen"), ["Ole Hansen"]);
        assert_eq!(segments("Ole Hansen - Coach"), ["Ole Hansen"]);
        assert_eq!(segments("Ole Hansen Lead Engineer"), ["Ole Hansen"]);
        assert_eq!(segments("Anne-Marie O’Dowd"), ["Anne-Marie O'Dowd"]);
        assert_eq!(segments("\u{202E}Ole\u{200B} Hansen\u{0007}"), ["Ole Hansen"]);
    }

    #[test]
    fn brackets_and_quotes_are_set_aside() {
        let shown = clean("Margarete \"Gretel\" Huber (She/Her), MBA");
        assert_eq!(shown.segments, ["Margarete   Huber", "MBA"]);
        assert_eq!(shown.added, ["Gretel", "She/Her"]);
        assert_eq!(clean("Brian O'Neil d'Arcy").segments, ["Brian O'Neil d'Arcy"]);
        assert_eq!(clean("Ann (unclosed").segments, ["Ann  unclosed"]);
    }

    #[test]
    fn nothing_readable_is_nothing() {
        assert!(segments("🚀🚀").is_empty());
        assert!(segments("").is_empty());
        assert!(segments("12345 ---").is_empty());
    }
}
