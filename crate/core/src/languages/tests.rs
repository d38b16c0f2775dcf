use super::*;
use crate::invitation::text::folded;

/// The languages that are known in full; the others are known by their cards alone.
const FULL: [&str; 7] = ["en", "de", "fr", "es", "pt", "it", "nl"];
/// The parts that other languages lack.
const NOT_BY_CARDS: [&str; 4] = ["default notes", "pressing", "worth", "titles"];

#[test]
fn every_language_is_complete_or_lacks_what_is_listed() {
    for language in ALL {
        let lacks = language.lacks();
        let may_lack = if FULL.contains(&language.code) { &[][..] } else { &NOT_BY_CARDS };
        let missing: Vec<_> = lacks.iter().filter(|part| !may_lack.contains(part)).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", language.code);
        let surplus: Vec<_> = may_lack.iter().filter(|part| !lacks.contains(part)).collect();
        assert!(surplus.is_empty(), "{} has {surplus:?}: a language with any of these belongs in FULL", language.code);
    }
}

#[test]
fn a_language_is_found_by_any_of_its_tags() {
    for tag in ["pt", "pt-BR", "pt_PT", "PT"] {
        assert_eq!(of(tag).map(|language| language.code), Some("pt"));
    }
    for tag in ["", "xx", "portuguese"] {
        assert!(of(tag).is_none(), "{tag}");
    }
}

#[test]
fn words_are_written_as_they_are_compared() {
    for language in ALL {
        let Cards { accept, sentence, follows, mutual, others, .. } = language.cards;
        for word in [accept, sentence, follows, mutual, others, language.cards.lines, language.default_notes]
            .into_iter()
            .flatten()
        {
            assert_eq!(&folded(word), word, "{}", language.code);
        }
        let Kinds {
            other,
            follows_reader,
            invited,
            connects,
            connect,
            verified,
            not_verified,
            reply,
            less,
            shared,
            photo,
            updated,
        } = language.kinds;
        // Some of these end with a space, as whole words.
        for word in [
            other,
            follows_reader,
            invited,
            connects,
            connect,
            verified,
            not_verified,
            reply,
            less,
            shared,
            photo,
            updated,
        ]
        .into_iter()
        .flatten()
        {
            assert_eq!(folded(word), word.trim(), "{}", language.code);
        }
        let Titles { at, not_found, many, posted, posts, before, after } = language.titles;
        for word in [at, not_found, many, posted, posts, before, after].into_iter().flatten() {
            assert_eq!(&word.to_lowercase(), word, "{}", language.code);
        }
        for phrase in follows {
            assert!(
                sentence.iter().any(|known| phrase.contains(known)),
                "{}: {phrase} goes on no sentence",
                language.code
            );
        }
    }
}
