//! What inviter and reader share, as LinkedIn's line or the note says it.

use super::line::{Line, Piece};
use super::vocabulary::Kind;
use super::words::Gap;

/// The stretch of a line that says that the two worked or studied together. LinkedIn's own line is one sentence.
pub(super) fn shared_in_context(line: &Line) -> Option<(usize, usize)> {
    let all = Piece { from: 0, to: line.words.len(), past: false, gap: Gap::Break };
    let says = line.within(all).any(|hit| hit.kind == Kind::Shared) || binds(line, all);
    says.then_some((all.from, all.to))
}

/// The same in a note, sentence by sentence.
pub(super) fn shared_in_note(line: &Line) -> Option<(usize, usize)> {
    sentences(line).find(|sentence| binds(line, *sentence)).map(|sentence| (sentence.from, sentence.to))
}

/// "together" and "worked", and nothing that makes less of it.
fn binds(line: &Line, sentence: Piece) -> bool {
    let says = |kind: Kind| line.within(sentence).any(|hit| hit.kind == kind);
    says(Kind::Together) && says(Kind::Bond) && !says(Kind::Common)
}

/// Pieces joined up to the next break.
pub(super) fn sentences<'a>(line: &'a Line) -> impl Iterator<Item = Piece> + 'a {
    let starts = |piece: &&Piece| piece.gap == Gap::Break;
    line.pieces.iter().filter(starts).map(move |first| {
        let next = line.pieces.iter().find(|piece| piece.from > first.from && starts(piece));
        Piece { to: next.map_or(line.words.len(), |next| next.from), past: false, ..*first }
    })
}
