//! Writes extension/shapes.d.ts: the types that cross to JavaScript, from the Rust types.

use ts_rs::{Config, TS};

use crate::address::PhotoId;
use crate::invitation::{CardAsRead, PageAsRead, Piece, Root};
use crate::judgement::{Blank, Reason, ReasonCode, Side, Strength};
use crate::memory::{Connections, Layout, Outcome, Place, Stance};
use crate::service::{
    AccountAsRead, AccountView, CardSeen, CheckAnswer, CheckFound, ExportPart, Generated, Imported, Month, MonthRow,
    Overview, PersonAnswer, PersonAsRead, PersonForgotten, PhotoAt, PhotoView, PhotosAnswer, ProfileSeen,
    RememberedPerson, RenditionPixels, Search, SearchLine, SearchPage, SearchResult, ToSearch, Twin, View,
};
use crate::verdict::Verdict;
use crate::web::{Hit, PageKind};
use crate::worth::{Goals, Worth, WorthCode};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../extension/shapes.d.ts");
const HEAD: &str = "\
// The types passed between the core and JavaScript, as plain JSON. Times are in epoch milliseconds.
// Written from the Rust types: change those, then run `cargo test -p vouchsafe-core write_shapes -- --ignored`.
";

/// A type with its documentation: each comment on one line, fields indented.
fn declared<T: TS>(config: &Config) -> String {
    let text = format!("{}export {}", T::docs().unwrap_or_default(), T::decl(config));
    let mut written = String::new();
    let mut indent = "";
    let mut comment = Vec::new();
    for line in text.lines().map(str::trim) {
        match line.strip_prefix('*').map(str::trim) {
            Some("/") => written.push_str(&format!("{indent}/** {} */\n", comment.join(" "))),
            Some(words) => comment.push(words),
            None if line == "/**" => comment.clear(),
            None => {
                let indent = if line.starts_with("export ") { "" } else { indent };
                written.push_str(&format!("{indent}{}\n", line.replace(", };", ",\n};")));
            }
        }
        if line.starts_with("export ") {
            indent = "  ";
        }
    }
    written
}

fn shapes() -> String {
    // The core's whole numbers stay far below 2^53.
    let config = Config::new().with_large_int("number");
    macro_rules! all {
        ($($shape:ty),+ $(,)?) => { [$(declared::<$shape>(&config)),+] };
    }
    let shapes = all![
        Verdict,
        ReasonCode,
        Side,
        Strength,
        Blank,
        Reason,
        Stance,
        PhotoId,
        Outcome,
        PageKind,
        SearchResult,
        Search,
        Generated,
        Twin,
        CheckFound,
        PhotoView,
        WorthCode,
        Worth,
        AccountView,
        View,
        Connections,
        Layout,
        Overview,
        RenditionPixels,
        PhotoAt,
        RememberedPerson,
        PersonForgotten,
        Goals,
        PersonAnswer,
        PhotosAnswer,
        CheckAnswer,
        ExportPart,
        Imported,
        Place,
        PersonAsRead,
        ProfileSeen,
        Root,
        Piece,
        CardAsRead,
        PageAsRead,
        Hit,
        Month,
        MonthRow,
        AccountAsRead,
        SearchLine,
        SearchPage,
        ToSearch,
        CardSeen,
    ];
    format!("{HEAD}\n{}", shapes.join("\n"))
}

#[test]
fn the_written_shapes_are_those_of_today() {
    let written = std::fs::read_to_string(FILE).unwrap();
    assert!(written == shapes(), "extension/shapes.d.ts is stale: run the command in its first lines");
}

#[test]
#[ignore = "writes a file"]
fn write_shapes() {
    std::fs::write(FILE, shapes()).unwrap();
}
