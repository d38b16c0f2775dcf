//! French.
//!
//! From the product's published translations and knowledge of the language; unconfirmed on LinkedIn itself.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts;

pub(super) const LANGUAGE: Language = Language {
    code: "fr",
    kinds: Kinds {
        other: &[
            "à suivre",
            "à s'abonner",
            "à vous abonner",
            "à participer",
            "à assister",
            "à aimer",
            "à rejoindre",
            "groupe",
            "page ",
            "diffusion",
            "en direct",
            "événement",
            "que vous suiviez",
            "que tu suives",
        ],
        invited: &["vous a invité", "vous invite", "t'a invité"],
        connects: &["souhaite se connecter"],
        connect: &["se connecter", "suivre"],
        verified: &["vérifié"],
        not_verified: &["non ", "pas ", "être ", "devenir "],
        reply: &["répond"],
        less: &["voir moins", "afficher moins"],
        shared: &["travaille", "a étudié"],
        photo: &["photo", "image"],
        updated: &["coordonn", "mis à jour", "mise à jour", "mises à jour"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["accept"],
        is_accept_whole: false,
        sentence: &["vous suit", "connect", "contact", "réseau", "relation"],
        follows: &["vous suit"],
        mutual: &["relations en commun", "relation en commun"],
        others: &["autre"],
        and: "et",
        joiners: &[],
        bare_others: None,
        lines: &[
            "{two} sont des relations en commun",
            "{name} et une{one} autre relation en commun",
            "{n} relation en commun",
            "{n} relations en commun",
            "{name} et {n} autre relation en commun",
            "{name} et {n} autres relations en commun",
            "{name} et {n} autre personne sont des relations en commun",
            "{name} et {n} autres personnes sont des relations en commun",
            "{name} est une relation en commun",
            "{name} et {n} autres relations communes",
            "{n} relations communes",
        ],
        is_by_lines: false,
    },
    default_notes: &[
        "je vous invite à rejoindre mon réseau professionnel sur linkedin",
        "j aimerais vous ajouter à mon réseau professionnel sur linkedin",
        "j aimerais vous inviter à rejoindre mon réseau professionnel en ligne sur le site linkedin",
        "je souhaite vous ajouter à mon réseau professionnel sur linkedin",
        "j aimerais rejoindre votre réseau linkedin",
    ],
    pressing: texts::LANGUAGES_FR_PRESSING,
    worth: texts::LANGUAGES_FR_WORTH,
    titles: Titles {
        at: &[" chez "],
        not_found: &[" introuvable", "vérification de sécurité"],
        many: &["profils"],
        posted: &[" sur linkedin"],
        posts: &["post de ", "publication de "],
        before: &["profil de "],
        ..Titles::NONE
    },
    endings: Endings { gendered: &["trice", "euse", "ère", "ne", "e", "se"], ..Endings::NONE },
};
