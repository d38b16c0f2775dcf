//! Names of employers and schools as a line gives them: for a thank-you, where a wrong one would embarrass.

use super::kinds::Kind;
use super::line::{Line, Piece};
use super::roles::is_outside;
use super::words::Gap;

/// The most words of a name.
const MAX_WORDS: usize = 6;

/// The employer a headline names after "at"; empty if none is clearly named.
#[must_use]
pub fn employer_named(headline: &str) -> &str {
    let line = Line::read(headline);
    let present = line.pieces.iter().enumerate().filter(|(_, piece)| !piece.past);
    present
        .flat_map(|(number, piece)| {
            line.within(*piece).filter(|hit| hit.kind == Kind::At).map(move |hit| (number, *piece, hit.end))
        })
        .filter(|(number, _, from)| !is_outside(&line, *number, *from))
        .map(|(_, piece, from)| name_at(&line, piece, from))
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}

/// The employer or school that LinkedIn's line on what is shared names; empty if none is clearly named.
#[must_use]
pub fn in_common(context: &str) -> &str {
    let line = Line::read(context);
    if super::shared::shared_in_context(&line).is_none() {
        return "";
    }
    let all = line.whole();
    let after_colon = (0..all.to).find(|&i| line.words[i].gap == Gap::Colon);
    let joins = |hit: &&super::vocabulary::Hit| matches!(hit.kind, Kind::At | Kind::Of);
    let after_at = line.within(all).filter(joins).map(|hit| hit.end).last();
    after_colon.or(after_at).map(|from| name_at(&line, all, from)).unwrap_or_default()
}

/// The words from `from` on that are written like a name: up to a word in lower case or a sign; empty if there are too
/// many.
fn name_at<'a>(line: &Line<'a>, piece: Piece, from: usize) -> &'a str {
    let is_part = |i: usize| !line.words[i].small && (i == from || line.words[i].gap <= Gap::Space);
    let to = (from..piece.to).find(|&i| !is_part(i)).unwrap_or(piece.to);
    let is_name = to > from && to - from <= MAX_WORDS && line.words[to - 1].key != "&";
    if is_name { line.shown(from, to) } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_clearly_an_employer_is_named() {
        for (headline, expected) in [
            ("VP Product at Nordwind Energie GmbH | ex-Google", "Nordwind Energie GmbH"),
            ("Ingenieurin bei der Robert Bosch GmbH in Bamberg", "Robert Bosch GmbH"),
            ("Engineer @Stripe", "Stripe"),
            ("Formerly at Google", ""),
            ("At the intersection of design and code", ""),
            ("Looking for a job at Google", ""),
            ("Engineer", ""),
            ("", ""),
        ] {
            assert_eq!(employer_named(headline), expected, "{headline}");
        }
    }

    #[test]
    fn what_is_shared_is_named_without_the_sentence_around_it() {
        for (context, expected) in [
            ("You both worked at Henkel", "Henkel"),
            ("You and Marco both studied at Universität Mannheim", "Universität Mannheim"),
            ("Shared employer: Henkel", "Henkel"),
            ("Ihr habt beide bei Henkel gearbeitet", "Henkel"),
            ("Sie haben beide an der TU München studiert", "TU München"),
            ("12 mutual connections", ""),
            ("You both live in Munich", ""),
        ] {
            assert_eq!(in_common(context), expected, "{context}");
        }
    }
}
