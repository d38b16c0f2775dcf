//! The core for a browser: conversions, fetching and IndexedDB, nothing else.
#![cfg(target_arch = "wasm32")]

mod convert;
mod photos;
mod store;

use std::cell::Cell;
use std::rc::Rc;

use vouchsafe_core::address::PhotoId;
use vouchsafe_core::desk::{Clock, Desk, Found};
use vouchsafe_core::memory::Millis;
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
    /// Opens the store and reads it.
    pub async fn open() -> Result<Core, JsValue> {
        let photos_allowed = Rc::new(Cell::new(false));
        let store = IndexedDb::open().await.map_err(refuse)?;
        let desk = Desk::open(store, PhotoHost::new(Rc::clone(&photos_allowed)), SystemClock).await.map_err(refuse)?;
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

    /// `PageAsRead` → nothing
    #[wasm_bindgen(js_name = seePage)]
    pub async fn see_page(&self, page: JsValue) -> Answer {
        to_js(&self.desk.see_page(&from_js(page)?).await.map_err(refuse)?)
    }

    /// A profile page's photos → the `View`s that changed.
    #[wasm_bindgen(js_name = seeProfile)]
    pub async fn see_profile(&self, profile: String, name: String, urls: Vec<String>) -> Answer {
        to_js(&self.desk.see_profile(&profile, &name, &urls).await.map_err(refuse)?)
    }

    /// An invitation was answered or is gone.
    #[wasm_bindgen(js_name = markHandled)]
    pub async fn mark_handled(&self, key: String) -> Answer {
        to_js(&self.desk.mark_handled(&key).await.map_err(refuse)?)
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
    pub fn view(&self, key: &str) -> Answer {
        to_js(&self.desk.view(key))
    }

    /// `Overview`
    pub fn overview(&self) -> Answer {
        to_js(&self.desk.overview())
    }

    /// The largest rendition seen of the photo at an address: its id and address, or null.
    pub fn largest(&self, url: &str) -> Answer {
        to_js(&self.desk.largest(url))
    }

    /// A photo's `SmallCopy`, or null.
    #[wasm_bindgen(js_name = smallCopy)]
    pub async fn small_copy(&self, photo: String) -> Answer {
        let copy = self.desk.small_copy(&PhotoId::from(photo)).await.map_err(refuse)?;
        to_js(&copy.map(|(side, rgba)| convert::SmallCopy { side, rgba: vouchsafe_core::base64::encode(&rgba) }))
    }

    /// `Held[]`
    pub fn held(&self) -> Answer {
        to_js(&self.desk.held())
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

    /// Forgets what was not seen for so many days.
    pub async fn expire(&self, keep_days: u32) -> Answer {
        to_js(&self.desk.expire(keep_days).await.map_err(refuse)?)
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
