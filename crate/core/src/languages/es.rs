//! Spanish.
//!
//! From the product's published translations and knowledge of the language; unconfirmed on LinkedIn itself.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts;

pub(super) const LANGUAGE: Language = Language {
    code: "es",
    kinds: Kinds {
        other: &[
            "a seguir",
            "a suscribirte",
            "a suscribirse",
            "a asistir",
            "al boletín",
            "a unirte a",
            "página",
            "grupo",
            "transmisión",
            "en vivo",
            "en directo",
            "evento",
            "que sigas",
            "que siga ",
        ],
        invited: &["te ha invitado", "te invitó", "le ha invitado"],
        connects: &["quiere conectar"],
        connect: &["conectar", "seguir"],
        verified: &["verificad"],
        not_verified: &["no ", "ser "],
        reply: &["respond"],
        less: &["ver menos", "mostrar menos"],
        shared: &["trabaja", "estudió"],
        photo: &["foto", "imagen"],
        updated: &["contact", "actualiz"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["acept"],
        is_accept_whole: false,
        sentence: &["le sigue", "te sigue", "conect", "contact", "tu red", "su red"],
        follows: &["te sigue", "le sigue"],
        mutual: &["contactos en común", "contacto en común"],
        others: &["más", "otro"],
        and: "y",
        joiners: &[],
        bare_others: None,
        lines: &[
            "{two} son contactos en común",
            "{n} contacto en común",
            "{n} contactos en común",
            "{name} y {n} contacto más en común",
            "{name} y {n} contactos más en común",
            "{name} y otro{one} contacto en común",
            "{name} y otros {n} contactos en común",
            "{name} y {n} contactos en común más",
            "{name} es un contacto en común",
        ],
        is_by_lines: false,
    },
    default_notes: &[
        "me gustaría añadirte a mi red profesional en linkedin",
        "me gustaría añadirte a mi red profesional de linkedin",
        "me gustaría agregarte a mi red profesional en linkedin",
        "me gustaría agregarlo a mi red profesional en linkedin",
        "quisiera añadirte a mi red profesional en linkedin",
        "me gustaría unirme a tu red de linkedin",
    ],
    pressing: texts::LANGUAGES_ES_PRESSING,
    worth: texts::LANGUAGES_ES_WORTH,
    titles: Titles {
        at: &[" en "],
        not_found: &[" no encontrad", "no se ha encontrado", "verificación de seguridad"],
        many: &["perfiles"],
        posted: &[" en linkedin"],
        posts: &["post de ", "publicación de "],
        before: &["perfil de "],
        ..Titles::NONE
    },
    endings: Endings { gendered: &["a", "as", "o"], ..Endings::NONE },
};
