//! The background that inviter and reader share, by LinkedIn's line or the note.

use super::kinds::{Kind, Kinds};
use super::line::{Line, Piece};
use super::words::Gap;

/// The words of LinkedIn's line that say that both worked or studied together; the line is one sentence.
pub(super) fn shared_in_context(line: &Line) -> Option<(usize, usize)> {
    let all = line.whole();
    let says = |kinds: &[Kind]| line.has(all, Kinds::of(kinds));
    let both = says(&[Kind::Together, Kind::Also]) && says(&[Kind::InCommon, Kind::Works]);
    let are_colleagues = both || says(&[Kind::WorksWithReader, Kind::WereTogether]);
    (are_colleagues && !says(&[Kind::NotInCommon])).then_some((all.from, all.to))
}

/// The words of a note that say the same, within one sentence: "together" before "studied", and no word that denies it.
pub(super) fn shared_in_note(line: &Line) -> Option<(usize, usize)> {
    let says_shared = |sentence: &Piece| {
        let says = |kind: Kind| line.has(*sentence, Kinds::of(&[kind]));
        let together = line.within(*sentence).find(|hit| hit.kind == Kind::Together);
        let pair = together.is_some_and(|both| {
            line.within(*sentence)
                .any(|common| common.kind == Kind::InCommon && both.at <= common.at && both.end <= common.end)
        });
        (says(Kind::WereTogether) || pair) && !says(Kind::NotInCommon)
    };
    sentences(line).find(says_shared).map(|sentence| (sentence.from, sentence.to))
}

/// Pieces joined up to the next break.
pub(super) fn sentences<'a>(line: &'a Line) -> impl Iterator<Item = Piece> + 'a {
    let starts = |piece: &&Piece| piece.gap == Gap::Break;
    line.pieces.iter().filter(starts).map(move |first| {
        let next = line.pieces.iter().find(|piece| piece.from > first.from && starts(piece));
        Piece { to: next.map_or(line.words.len(), |next| next.from), past: false, ..*first }
    })
}
