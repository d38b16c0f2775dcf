//! The core for a browser: conversions, fetching and IndexedDB, nothing else.
#![cfg(target_arch = "wasm32")]

mod convert;
mod photos;
mod store;

use std::cell::Cell;
use std::rc::Rc;

use vouchsafe_core::address::PhotoId;
use vouchsafe_core::desk::{Clock, Desk, Found, PersonAsRead};
use vouchsafe_core::memory::{Millis, Says};
use wasm_bindgen::prelude::*;

use convert::{from_js, refuse, to_js};
use photos::PhotoHost;
use store::IndexedDb;

struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Millis {
        #[allow(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
        let now = js_sys::Date::now() as Millis;
        now
    }
}

type Answer = Result<JsValue, JsValue>;

/// The desk (`vouchsafe_core::desk`), as JavaScript sees it. Shapes: extension/shapes.d.ts.
#[wasm_bindgen]
pub struct Core {
    desk: Desk<IndexedDb, PhotoHost, SystemClock>,
    photos_allowed: Rc<Cell<bool>>,
}

#[wasm_bindgen]
impl Core {
    /// Opens the store. The memory is read when first needed, or by `ready`.
    pub async fn open() -> Result<Core, JsValue> {
        let photos_allowed = Rc::new(Cell::new(false));
        let store = IndexedDb::open().await.map_err(refuse)?;
        let desk = Desk::open(store, PhotoHost::new(Rc::clone(&photos_allowed)), SystemClock);
        Ok(Self { desk, photos_allowed })
    }

    /// Whether the user lets photos be fetched.
    #[wasm_bindgen(js_name = allowPhotos)]
    pub fn allow_photos(&self, allowed: bool) {
        self.photos_allowed.set(allowed);
    }

    /// `CardAsRead` → `Seen`
    #[wasm_bindgen(js_name = seeCard)]
    pub async fn see_card(&self, card: JsValue) -> Answer {
        to_js(&self.desk.see_card(&from_js(card)?).await.map_err(refuse)?)
    }

    /// `CardAsRead` → `Seen` from the few records it concerns, or null where that does not do: a first answer, before
    /// the memory is read.
    pub async fn recall(&self, card: JsValue) -> Answer {
        to_js(&self.desk.recall(&from_js(card)?).await.map_err(refuse)?)
    }

    /// `PageAsRead` → nothing
    #[wasm_bindgen(js_name = seePage)]
    pub async fn see_page(&self, page: JsValue) -> Answer {
        to_js(&self.desk.see_page(&from_js(page)?).await.map_err(refuse)?)
    }

    /// A profile page's photos → `ProfileSeen`. `everybody`: also of somebody who sent no invitation.
    #[wasm_bindgen(js_name = seeProfile)]
    pub async fn see_profile(&self, profile: String, name: String, urls: Vec<String>, everybody: bool) -> Answer {
        to_js(&self.desk.see_profile(&profile, &name, &urls, everybody).await.map_err(refuse)?)
    }

    /// People passed by, `PersonAsRead[]`, and at which `Place` → the `View`s that changed.
    #[wasm_bindgen(js_name = seePeople)]
    pub async fn see_people(&self, place: JsValue, people: JsValue) -> Answer {
        let people: Vec<PersonAsRead> = from_js(people)?;
        to_js(&self.desk.see_people(from_js(place)?, &people).await.map_err(refuse)?)
    }

    /// An invitation was answered, by a control with this label in the page's language, or is gone.
    #[wasm_bindgen(js_name = markHandled)]
    pub async fn mark_handled(&self, key: String, language: String, label: String) -> Answer {
        to_js(&self.desk.mark_handled(&key, &language, &label).await.map_err(refuse)?)
    }

    /// The user's word on an inviter, `known` or `fake`; anything else takes it back → the `View`s that changed.
    pub async fn overrule(&self, key: String, says: String) -> Answer {
        let says = match says.as_str() {
            "known" => Some(Says::Known),
            "fake" => Some(Says::Fake),
            _ => None,
        };
        to_js(&self.desk.overrule(&key, says).await.map_err(refuse)?)
    }

    /// The user's word on two photos that look alike, `same` or `other`; anything else takes it back → the `View`s
    /// that changed.
    #[wasm_bindgen(js_name = comparePhotos)]
    pub async fn compare_photos(&self, one: String, other: String, says: String) -> Answer {
        let same = match says.as_str() {
            "same" => Some(true),
            "other" => Some(false),
            _ => None,
        };
        let (one, other) = (PhotoId::from(one), PhotoId::from(other));
        to_js(&self.desk.compare_photos(&one, &other, same).await.map_err(refuse)?)
    }

    /// A photo check was opened → the `View`s it concerns.
    #[wasm_bindgen(js_name = checkOpened)]
    pub async fn check_opened(&self, photo: String) -> Answer {
        to_js(&self.desk.check_opened(&PhotoId::from(photo)).await.map_err(refuse)?)
    }

    /// What it found: `nothing-found`, `other-name` with a pasted link or none, or `undo` → the `View`s it concerns.
    #[wasm_bindgen(js_name = checkAnswered)]
    pub async fn check_answered(&self, photo: String, answer: String, pasted: String) -> Answer {
        let found = match answer.as_str() {
            "nothing-found" => Some(Found::Nothing),
            "other-name" => Some(Found::OtherName { pasted: &pasted }),
            _ => None,
        };
        to_js(&self.desk.check_answered(&PhotoId::from(photo), found).await.map_err(refuse)?)
    }

    /// One invitation's `View`, or null.
    pub async fn view(&self, key: String) -> Answer {
        to_js(&self.desk.view(&key).await.map_err(refuse)?)
    }

    /// `Overview`
    pub async fn overview(&self) -> Answer {
        to_js(&self.desk.overview().await.map_err(refuse)?)
    }

    /// The largest rendition seen of the photo at an address: its id and address, or null.
    pub async fn largest(&self, url: String) -> Answer {
        let address = self.desk.largest(&url).await.map_err(refuse)?;
        to_js(&address.map(|address| convert::PhotoAt { id: address.id, url: address.url }))
    }

    /// A photo's `SmallCopy`, or null.
    #[wasm_bindgen(js_name = smallCopy)]
    pub async fn small_copy(&self, photo: String) -> Answer {
        let copy = self.desk.small_copy(&PhotoId::from(photo)).await.map_err(refuse)?;
        to_js(&copy.map(|(side, rgba)| convert::SmallCopy { side, rgba: vouchsafe_core::base64::encode(&rgba) }))
    }

    /// `Held[]`
    pub async fn held(&self) -> Answer {
        to_js(&self.desk.held().await.map_err(refuse)?)
    }

    /// Forgets one person.
    #[wasm_bindgen(js_name = forgetPerson)]
    pub async fn forget_person(&self, profile: String) -> Answer {
        to_js(&self.desk.forget_person(&profile).await.map_err(refuse)?)
    }

    /// Forgets everything.
    #[wasm_bindgen(js_name = forgetAll)]
    pub async fn forget_all(&self) -> Answer {
        to_js(&self.desk.forget_all().await.map_err(refuse)?)
    }

    /// Forgets what was not seen for so many days, then the least useful of more than so many photos.
    pub async fn tidy(&self, keep_days: u32, most_photos: usize) -> Answer {
        to_js(&self.desk.tidy(keep_days, most_photos).await.map_err(refuse)?)
    }

    /// The memory as a plain object.
    pub async fn export(&self) -> Answer {
        to_js(&self.desk.export().await.map_err(refuse)?)
    }

    /// Takes in such an object → how many people and photos.
    pub async fn import(&self, file: JsValue) -> Answer {
        let file = serde_wasm_bindgen::from_value(file)
            .map_err(|error| convert::refusal("import-broken", &error.to_string()))?;
        to_js(&self.desk.import(file).await.map_err(refuse)?)
    }
}
