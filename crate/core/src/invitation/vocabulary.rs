//! The few words an invitation card is read by, a table entry a language.
//!
//! Sources: labels and lines seen in public code and write-ups up to October 2026 for English and German; for
//! the other languages the product's published translations, unconfirmed. A card that carries an invitation's
//! mark is read without any of these.

/// The words of one language, folded to lower case.
pub struct Words {
    /// Primary language subtag.
    pub language: &'static str,
    /// Stems of "accept" in a control's label or text.
    pub accept: &'static [&'static str],
    /// Phrases that go on the sentence after the name ("is inviting you to connect").
    pub sentence: &'static [&'static str],
    /// Phrases of the sentence that say that the inviter follows the reader.
    pub follows: &'static [&'static str],
    /// Phrases that name mutual connections.
    pub mutual: &'static [&'static str],
    /// Words that mean "others besides those named".
    pub others: &'static [&'static str],
    /// Words that join two names.
    pub and: &'static str,
}

/// All languages known.
pub const LANGUAGES: &[Words] = &[
    Words {
        language: "en",
        accept: &["accept"],
        sentence: &["inviting you to connect", "invited you to connect", "wants to connect", "follows you"],
        follows: &["follows you"],
        mutual: &["mutual connection"],
        others: &["other"],
        and: "and",
    },
    Words {
        language: "de",
        accept: &["annehm", "annimm", "akzeptier"],
        sentence: &["möchte kontakt", "möchte sich mit ihnen vernetzen", "lädt sie ein", "folgt ihnen", "folgt dir"],
        follows: &["folgt ihnen", "folgt dir"],
        mutual: &["gemeinsame kontakt", "gemeinsamer kontakt", "gemeinsamen kontakt"],
        others: &["weitere", "andere"],
        and: "und",
    },
    Words {
        language: "fr",
        accept: &["accept"],
        sentence: &["vous invite à", "souhaite se connecter", "vous suit"],
        follows: &["vous suit"],
        mutual: &["relations en commun", "relation en commun"],
        others: &["autre"],
        and: "et",
    },
    Words {
        language: "es",
        accept: &["acept"],
        sentence: &["te ha invitado", "quiere conectar", "te sigue"],
        follows: &["te sigue"],
        mutual: &["contactos en común", "contacto en común"],
        others: &["más", "otro"],
        and: "y",
    },
    Words {
        language: "pt",
        accept: &["aceit"],
        sentence: &["convidou você", "quer se conectar", "segue você"],
        follows: &["segue você"],
        mutual: &["conexões em comum", "conexão em comum"],
        others: &["mais", "outra", "outro"],
        and: "e",
    },
    Words {
        language: "it",
        accept: &["accett"],
        sentence: &["ti ha invitato", "vuole collegarsi", "ti segue"],
        follows: &["ti segue"],
        mutual: &["collegamenti in comune", "collegamento in comune"],
        others: &["altri", "altro"],
        and: "e",
    },
    Words {
        language: "nl",
        accept: &["accept"],
        sentence: &["wil connectie", "volgt u", "volgt je"],
        follows: &["volgt u", "volgt je"],
        mutual: &["gemeenschappelijke connectie"],
        others: &["andere"],
        and: "en",
    },
];

/// The words of a page's language; `None` where it is not known.
#[must_use]
pub fn of(language: &str) -> Option<&'static Words> {
    let primary = language.split(['-', '_']).next()?.to_ascii_lowercase();
    LANGUAGES.iter().find(|words| words.language == primary)
}
