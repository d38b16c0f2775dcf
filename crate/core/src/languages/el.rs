//! Greek: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "el",
    kinds: Kinds {
        other: &[
            "να ακολουθήσετε",
            "να εγγραφείτε",
            "να παρευρεθείτε",
            "να συμμετάσχετε",
            "να ακολουθήσεις",
            "να εγγραφείς",
            "σε εκδήλωση",
            "στην εκδήλωση",
            "στην ομάδα",
            "να παρακολουθήσετε",
        ],
        invited: &["σας προσκάλεσε"],
        connect: &["σύνδεση", "ακολουθήστε"],
        verified: &["επαληθευμέν", "επαληθεύτηκ"],
        not_verified: &["μη "],
        reply: &["απάντησ", "απαντήσ"],
        less: &["εμφάνιση λιγότερων", "δείτε λιγότερα"],
        photo: &["φωτογραφ", "εικόνα"],
        updated: &["επικοινων", "ενημερ"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["αποδοχή", "αποδέξου", "αποδεχτείτε"],
        is_accept_whole: false,
        sentence: &["θέλει να συνδεθεί", "σας προσκαλεί", "σας ακολουθεί", "σε προσκαλεί", "σε ακολουθεί"],
        follows: &["σας ακολουθεί", "σε ακολουθεί"],
        mutual: &["κοινή επαφή", "κοινές επαφές", "κοινή σύνδεση", "κοινές συνδέσεις"],
        others: &["άλλη", "άλλες"],
        and: "και",
        joiners: &[" καθώς και "],
        bare_others: None,
        lines: &[
            "{name} και μία{one} άλλη κοινή επαφή",
            "{name} και άλλη μία{one} κοινή επαφή",
            "{name} και μία{one} άλλη κοινή σύνδεση",
            "{name} και άλλη μία{one} κοινή σύνδεση",
            "{n} κοινή επαφή",
            "{n} κοινές επαφές",
            "{n} κοινή σύνδεση",
            "{n} κοινές συνδέσεις",
            "{name} και {n} άλλη κοινή επαφή",
            "{name} και {n} άλλες κοινές επαφές",
            "{name} και άλλες {n} κοινές επαφές",
            "{name} και {n} άλλες κοινές συνδέσεις",
            "{name} και άλλες {n} κοινές συνδέσεις",
            "{name} είναι κοινή επαφή",
            "{name} είναι κοινή σύνδεση",
            "{name} και {n} ακόμη κοινές επαφές",
            "{name} και {n} ακόμη κοινές συνδέσεις",
            "{name} και {n} άλλη κοινή σύνδεση",
            "{two} είναι κοινές επαφές",
            "{two} είναι κοινές συνδέσεις",
            "{name} και {n} ακόμα κοινές επαφές",
            "{name} και {n} ακόμα κοινές συνδέσεις",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
