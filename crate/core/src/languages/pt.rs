//! Portuguese.
//!
//! From the product's published translations and knowledge of the language; unconfirmed on LinkedIn itself.

use super::{Cards, Endings, Kinds, Language};
use crate::texts;

pub(super) const LANGUAGE: Language = Language {
    code: "pt",
    kinds: Kinds {
        other: &[
            "para seguir",
            "a seguir",
            "a assinar",
            "para assinar",
            "a participar",
            "para participar",
            "a inscrever",
            "para um evento",
        ],
        invited: &["convidou"],
        connects: &["quer se conectar"],
        connect: &["conectar", "seguir"],
        verified: &["verificad"],
        not_verified: &["não "],
        reply: &["respond"],
        less: &["ver menos", "mostrar menos", "exibir menos"],
        shared: &["trabalha", "estudou"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["aceit"],
        is_accept_whole: false,
        sentence: &[
            "convidou você",
            "convidou o",
            "está convidando você",
            "quer ligar-se",
            "pretende ligar-se",
            "segue-o",
            "segue-a",
            "quer se conectar",
            "segue você",
        ],
        follows: &["segue você", "segue-o", "segue-a"],
        mutual: &["conexões em comum", "conexão em comum", "ligações em comum", "ligação em comum"],
        others: &["mais", "outra", "outro"],
        and: "e",
        joiners: &[],
        bare_others: None,
        lines: &[
            "{two} são conexões em comum",
            "{two} são ligações em comum",
            "{n} conexão em comum",
            "{n} conexões em comum",
            "{n} ligação em comum",
            "{n} ligações em comum",
            "{name} e mais {n} conexão em comum",
            "{name} e mais {n} conexões em comum",
            "{name} e outra{one} conexão em comum",
            "{name} e outras {n} conexões em comum",
            "{name} e mais {n} ligação em comum",
            "{name} e mais {n} ligações em comum",
            "{name} e outras {n} ligações em comum",
            "{name} e {n} outras ligações em comum",
            "{name} e {n} outras conexões em comum",
            "{name} e {n} outros contactos em comum",
            "{name} é uma conexão em comum",
            "{name} é uma ligação em comum",
        ],
        is_by_lines: false,
    },
    default_notes: &[
        "gostaria de adicioná lo à minha rede profissional no linkedin",
        "gostaria de adicioná la à minha rede profissional no linkedin",
        "gostaria de adicionar você à minha rede profissional no linkedin",
        "gostaria de o adicionar à minha rede profissional no linkedin",
        "gostaria de a adicionar à minha rede profissional no linkedin",
        "gostaria de fazer parte da sua rede no linkedin",
    ],
    pressing: texts::LANGUAGES_PT_PRESSING,
    worth: texts::LANGUAGES_PT_WORTH,
    endings: Endings::NONE,
};
