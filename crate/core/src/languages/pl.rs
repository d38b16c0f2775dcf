//! Polish: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "pl",
    kinds: Kinds {
        other: &[
            "do obserwowania",
            "do subskrypcji",
            "do subskrybowania",
            "do udziału",
            "do dołączenia do grupy",
            "do śledzenia",
            "do polubienia",
            "do wzięcia udziału",
            "na wydarzenie",
            "do grupy",
            "wydarzen",
            "grupy",
            "newsletter",
            "strony",
            "stronę",
            "obserwowani",
            "na żywo",
            "transmisj",
        ],
        invited: &["zaprosił"],
        connect: &["połącz", "nawiąż kontakt", "obserwuj"],
        verified: &["zweryfikowan"],
        not_verified: &["nie "],
        reply: &["odpowied"],
        less: &["pokaż mniej", "wyświetl mniej"],
        photo: &["zdjęci", "foto"],
        updated: &["kontakt", "aktualiz"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["zaakceptuj", "akceptuj", "przyjmij", "zatwierdź"],
        is_accept_whole: false,
        sentence: &["obserwuje cię", "zaprosił cię do", "zaprosiła cię do", "kontakt", "sieci", "połączy"],
        follows: &["obserwuje cię"],
        mutual: &[
            "wspólny kontakt",
            "wspólne kontakty",
            "wspólnych kontaktów",
            "wspólnym kontaktem",
            "wspólnymi kontaktami",
        ],
        others: &["inny", "inne", "innych"],
        and: "i",
        joiners: &[" oraz ", " a także "],
        bare_others: None,
        lines: &[
            "{n} wspóln[y|e|ych] kontakt[|y|ów]",
            "{name} [i|oraz] {n} inn[y|e|ych] wspóln[y|e|ych] kontakt[|y|ów]",
            "{name} [i|oraz] jeszcze {n} wspóln[y|e|ych] kontakt[|y|ów]",
            "{name} i {n} inn[a|e|ych] os[oba|oby|ób] to wspólne kontakty",
            "{name} i [jeden|jeszcze jeden]{one}[ inny|] wspólny kontakt",
            "{name} to wspólny kontakt",
            "{name} jest wspólnym kontaktem",
            "{two} to [wasze |]wspólne kontakty",
            "{two} są wspólnymi kontaktami",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
