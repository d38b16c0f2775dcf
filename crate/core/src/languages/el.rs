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
            "ομάδα",
            "εκδήλωση",
            "σελίδα",
            "μετάδοσ",
            "ενημερωτικό",
            "εγγραφείτε",
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
        sentence: &["σας ακολουθεί", "σε ακολουθεί", "συνδεθ", "σύνδεσ", "δίκτυ"],
        follows: &["σας ακολουθεί", "σε ακολουθεί"],
        mutual: &["κοινή επαφή", "κοινές επαφές", "κοινή σύνδεση", "κοινές συνδέσεις"],
        others: &["άλλη", "άλλες"],
        and: "και",
        joiners: &[" καθώς και "],
        bare_others: None,
        lines: &[
            "{n} κοιν[ή|ές] [επαφή|επαφές|σύνδεση|συνδέσεις|διασύνδεση|διασυνδέσεις]",
            "{name} και [{n} άλλη|{n} άλλες|άλλες {n}|{n} ακόμη|{n} ακόμα|ακόμη {n}] κοιν[ή|ές] [επαφή|επαφές|σύνδεση|συνδέσεις|διασυνδέσεις]",
            "{name} και [μία{one} άλλη|άλλη μία{one}] κοινή [επαφή|σύνδεση]",
            "{name} είναι κοινή [επαφή|σύνδεση]",
            "{two} είναι κοινές [επαφές|συνδέσεις]",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
