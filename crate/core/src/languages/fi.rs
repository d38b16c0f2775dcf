//! Finnish: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "fi",
    kinds: Kinds {
        other: &[
            "seuraamaan",
            "tilaamaan",
            "osallistumaan",
            "seurata",
            "tapahtumaan",
            "ryhmään",
            "uutiskirje",
            "ryhmä",
            "tapahtuma",
            "sivu",
            "livelähet",
            "suora lähety",
        ],
        invited: &["kutsui sinut"],
        connect: &["verkostoidu", "luo yhteys", "seuraa"],
        verified: &["vahvistettu", "verifioitu", "varmennettu"],
        not_verified: &["ei "],
        reply: &["vasta"],
        less: &["näytä vähemmän"],
        photo: &["kuva"],
        updated: &["yhtey", "päivitet"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["hyväksy"],
        is_accept_whole: false,
        sentence: &["seuraa sinua", "verkost", "yhteyde"],
        follows: &["seuraa sinua"],
        mutual: &[
            "yhteinen verkostokontakti",
            "yhteistä verkostokontaktia",
            "yhteinen kontakti",
            "yhteistä kontaktia",
            "yhteinen yhteys",
            "yhteistä yhteyttä",
            "yhteisiä kontakteja",
            "yhteisiä verkostokontakteja",
            "yhteisiä yhteyksiä",
        ],
        others: &["muu", "muuta"],
        and: "ja",
        joiners: &[" sekä "],
        bare_others: None,
        lines: &[
            "{n} yhtei[nen|stä] [verkostokontakti|kontakti|yhteys|yhteyttä][|a]",
            "{name} ja {n} muu[|ta] yhtei[nen|stä] [verkostokontakti|kontakti|yhteys|yhteyttä][|a]",
            "{name} ja yksi{one} muu yhteinen [verkostokontakti|kontakti|yhteys]",
            "{name} on yhteinen [verkostokontakti|kontakti|yhteys]",
            "{two} ovat yhteisiä [verkostokontakteja|kontakteja|yhteyksiä]",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
