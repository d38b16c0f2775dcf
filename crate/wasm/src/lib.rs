//! The core for a browser: conversions, fetching and IndexedDB, nothing else.
#![cfg(target_arch = "wasm32")]

mod convert;
mod photos;
mod store;

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::Promise;
use vouchsafe_core::address::PhotoId;
use vouchsafe_core::memory::Outcome;
use vouchsafe_core::service::{
    AccountAsRead, CheckAnswer, Clock, PersonAnswer, PersonAsRead, PhotoAt, PhotosAnswer, Service,
};
use vouchsafe_core::time::Millis;
use vouchsafe_core::web::Hit;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

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

    async fn pause(&self) {
        let soon = Promise::new(&mut |resolve, _| set_timeout(&resolve, 0));
        // Nothing can reject it.
        let _ = JsFuture::from(soon).await;
    }
}

#[wasm_bindgen]
extern "C" {
    /// The same function in a service worker and in an event page.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(task: &js_sys::Function, milliseconds: i32);
}

type Answer = Result<JsValue, JsValue>;
type BrowserService = Service<IndexedDb, PhotoHost, SystemClock>;

/// The types of arguments and results, for the generated TypeScript declarations.
#[wasm_bindgen(typescript_custom_section)]
const SHAPES: &str = "import type {
  AccountAsRead, CardAsRead, ExportPart, Goals, RememberedPerson, Hit, Imported, CheckAnswer, PersonAnswer, PhotosAnswer, Outcome, Overview,
  PageAsRead, PersonAsRead, PersonForgotten, PhotoAt, Place, ProfileSeen, CardSeen, SearchPage, RenditionPixels, ToSearch, View,
} from '../shapes';";

/// The promise of any request. Not generic over the future: each instance would take two kilobytes of WebAssembly.
fn promise(task: impl Future<Output = Answer> + 'static) -> Promise {
    let task: Pin<Box<dyn Future<Output = Answer>>> = Box::pin(task);
    wasm_bindgen_futures::future_to_promise(task)
}

/// The service (`vouchsafe_core::service`), as JavaScript sees it. Shapes: extension/shapes.d.ts.
#[wasm_bindgen]
pub struct Core {
    service: Rc<BrowserService>,
    photos_allowed: Rc<Cell<bool>>,
}

#[wasm_bindgen]
impl Core {
    /// The store is opened and the memory read when first needed.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "called from JavaScript")]
    pub fn new() -> Core {
        let photos_allowed = Rc::new(Cell::new(false));
        let host = PhotoHost::new(Rc::clone(&photos_allowed));
        let service = Service::open(IndexedDb::default(), host, SystemClock);
        Self { service: Rc::new(service), photos_allowed }
    }

    /// Whether the user lets photos be fetched.
    #[wasm_bindgen(js_name = allowPhotos)]
    pub fn allow_photos(&self, allowed: bool) {
        self.photos_allowed.set(allowed);
    }

    /// `CardAsRead` → `CardSeen`
    #[wasm_bindgen(js_name = seeCard, unchecked_return_type = "Promise<CardSeen>")]
    pub fn see_card(&self, #[wasm_bindgen(unchecked_param_type = "CardAsRead")] card: JsValue) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.see_card(&from_js(card)?).await.map_err(refuse)?) })
    }

    /// `CardAsRead` → `CardSeen` from the few records it concerns, or null: a first answer, before the memory is read.
    #[wasm_bindgen(unchecked_return_type = "Promise<CardSeen | null>")]
    pub fn recall(&self, #[wasm_bindgen(unchecked_param_type = "CardAsRead")] card: JsValue) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.recall(&from_js(card)?).await.map_err(refuse)?) })
    }

    /// `CardAsRead` → `CardSeen` as of now, or null: while its photo is being fetched.
    #[wasm_bindgen(js_name = soFar, unchecked_return_type = "CardSeen | null")]
    pub fn so_far(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CardAsRead")] card: JsValue,
    ) -> Result<JsValue, JsValue> {
        to_js(&self.service.so_far(&from_js(card)?))
    }

    /// `PageAsRead` → nothing
    #[wasm_bindgen(js_name = seePage, unchecked_return_type = "Promise<null>")]
    pub fn see_page(&self, #[wasm_bindgen(unchecked_param_type = "PageAsRead")] page: JsValue) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.see_page(&from_js(page)?).await.map_err(refuse)?) })
    }

    /// A profile page's photos → `ProfileSeen`. `everybody`: also of somebody who sent no invitation.
    #[wasm_bindgen(js_name = seeProfile, unchecked_return_type = "Promise<ProfileSeen>")]
    pub fn see_profile(&self, profile: String, name: String, urls: Vec<String>, everybody: bool) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.see_profile(&profile, &name, &urls, everybody).await.map_err(refuse)?) })
    }

    /// People passed by, `PersonAsRead[]`, and at which `Place` → the `View`s that changed.
    #[wasm_bindgen(js_name = seePeople, unchecked_return_type = "Promise<View[]>")]
    pub fn see_people(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Place")] place: JsValue,
        #[wasm_bindgen(unchecked_param_type = "PersonAsRead[]")] people: JsValue,
    ) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move {
            let people: Vec<PersonAsRead> = from_js(people)?;
            to_js(&service.see_people(from_js(place)?, &people).await.map_err(refuse)?)
        })
    }

    /// An invitation was answered, by a control with this label in the page's language, or is gone → whether it was
    /// accepted; null where that is not known.
    #[wasm_bindgen(js_name = markHandled, unchecked_return_type = "Promise<boolean | null>")]
    pub fn mark_handled(&self, key: String, language: String, label: String) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.mark_handled(&key, &language, &label).await.map_err(refuse)?) })
    }

    /// The user's answer on an inviter → the `View`s that changed.
    #[wasm_bindgen(unchecked_return_type = "Promise<View[]>")]
    pub fn overrule(
        &self,
        key: String,
        #[wasm_bindgen(unchecked_param_type = "PersonAnswer")] says: JsValue,
    ) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move {
            let says: PersonAnswer = from_js(says)?;
            to_js(&service.overrule(&key, says.into()).await.map_err(refuse)?)
        })
    }

    /// The user's answer on two photos that look alike → the `View`s that changed.
    #[wasm_bindgen(js_name = comparePhotos, unchecked_return_type = "Promise<View[]>")]
    pub fn compare_photos(
        &self,
        one: String,
        other: String,
        #[wasm_bindgen(unchecked_param_type = "PhotosAnswer")] says: JsValue,
    ) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move {
            let says: PhotosAnswer = from_js(says)?;
            let (one, other) = (PhotoId::from(one), PhotoId::from(other));
            to_js(&service.compare_photos(&one, &other, says.into()).await.map_err(refuse)?)
        })
    }

    /// A photo check was opened → the `View`s it concerns.
    #[wasm_bindgen(js_name = checkOpened, unchecked_return_type = "Promise<View[]>")]
    pub fn check_opened(&self, photo: String) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.check_opened(&PhotoId::from(photo)).await.map_err(refuse)?) })
    }

    /// The user's answer to a photo check, and the link that was pasted or none → the `View`s it concerns.
    #[wasm_bindgen(js_name = checkAnswered, unchecked_return_type = "Promise<View[]>")]
    pub fn check_answered(
        &self,
        photo: String,
        #[wasm_bindgen(unchecked_param_type = "CheckAnswer")] answer: JsValue,
        pasted: String,
    ) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move {
            let answer: CheckAnswer = from_js(answer)?;
            let photo = PhotoId::from(photo);
            to_js(&service.check_answered(&photo, answer, &pasted).await.map_err(refuse)?)
        })
    }

    /// The results of a search of the web → the `View`s they concern.
    #[wasm_bindgen(js_name = recordSearch, unchecked_return_type = "Promise<View[]>")]
    pub fn record_search(
        &self,
        photo: String,
        engine: String,
        #[wasm_bindgen(unchecked_param_type = "Outcome")] outcome: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Hit[]")] hits: JsValue,
    ) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move {
            let (outcome, hits): (Outcome, Vec<Hit>) = (from_js(outcome)?, from_js(hits)?);
            to_js(&service.record_search(&PhotoId::from(photo), &engine, outcome, &hits).await.map_err(refuse)?)
        })
    }

    /// The user's answer on a result → the `View`s it concerns.
    #[wasm_bindgen(js_name = answerFound, unchecked_return_type = "Promise<View[]>")]
    pub fn answer_found(
        &self,
        photo: String,
        url: String,
        #[wasm_bindgen(unchecked_param_type = "PhotosAnswer")] says: JsValue,
    ) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move {
            let says: PhotosAnswer = from_js(says)?;
            to_js(&service.answer_found(&PhotoId::from(photo), &url, says.into()).await.map_err(refuse)?)
        })
    }

    /// A provider's score from 0 to 1 of how likely a picture is generated → the `View`s it concerns.
    #[wasm_bindgen(js_name = recordGenerated, unchecked_return_type = "Promise<View[]>")]
    pub fn record_generated(&self, photo: String, provider: String, score: f64) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move {
            to_js(&service.record_generated(&PhotoId::from(photo), &provider, score).await.map_err(refuse)?)
        })
    }

    /// The content of "About this profile" for a profile → the `View`s that changed.
    #[wasm_bindgen(js_name = recordAccount, unchecked_return_type = "Promise<View[]>")]
    pub fn record_account(
        &self,
        profile: String,
        #[wasm_bindgen(unchecked_param_type = "AccountAsRead")] account: JsValue,
    ) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move {
            let account: AccountAsRead = from_js(account)?;
            to_js(&service.record_account(&profile, &account).await.map_err(refuse)?)
        })
    }

    /// The searches made that contain a text.
    #[wasm_bindgen(unchecked_return_type = "Promise<SearchPage>")]
    pub fn searches(&self, text: String, after: String) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.searches(&text, &after).await.map_err(refuse)?) })
    }

    /// The photos to search for next, at most `limit`.
    #[wasm_bindgen(js_name = nextToSearch, unchecked_return_type = "Promise<ToSearch[]>")]
    pub fn next_to_search(&self, limit: usize) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.next_to_search(limit).await.map_err(refuse)?) })
    }

    /// One invitation's `View`, or null.
    #[wasm_bindgen(unchecked_return_type = "Promise<View | null>")]
    pub fn view(&self, key: String) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.view(&key).await.map_err(refuse)?) })
    }

    /// `Overview`
    #[wasm_bindgen(unchecked_return_type = "Promise<Overview>")]
    pub fn overview(&self) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.overview().await.map_err(refuse)?) })
    }

    /// The largest rendition seen of the photo at an address: its id and address, or null.
    #[wasm_bindgen(unchecked_return_type = "Promise<PhotoAt | null>")]
    pub fn largest(&self, url: String) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move {
            let address = service.largest(&url).await.map_err(refuse)?;
            to_js(&address.map(|address| PhotoAt { id: address.id, url: address.url }))
        })
    }

    /// A photo's `RenditionPixels`, or null.
    #[wasm_bindgen(js_name = renditionPixels, unchecked_return_type = "Promise<RenditionPixels | null>")]
    pub fn rendition_pixels(&self, photo: String) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.rendition_pixels(&PhotoId::from(photo)).await.map_err(refuse)?) })
    }

    /// `Goals`
    #[wasm_bindgen(unchecked_return_type = "Promise<Goals>")]
    pub fn goals(&self) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.goals().await.map_err(refuse)?) })
    }

    /// `Goals` → the `View`s that changed.
    #[wasm_bindgen(js_name = setGoals, unchecked_return_type = "Promise<View[]>")]
    pub fn set_goals(&self, #[wasm_bindgen(unchecked_param_type = "Goals")] goals: JsValue) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.set_goals(from_js(goals)?).await.map_err(refuse)?) })
    }

    /// The user's number of connections, read from a page of their own.
    #[wasm_bindgen(js_name = seeConnections, unchecked_return_type = "Promise<null>")]
    pub fn see_connections(&self, count: u32) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.see_connections(count).await.map_err(refuse)?) })
    }

    /// `RememberedPerson[]`
    #[wasm_bindgen(unchecked_return_type = "Promise<RememberedPerson[]>")]
    pub fn people(&self) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.people().await.map_err(refuse)?) })
    }

    /// Forgets one person → `PersonForgotten`.
    #[wasm_bindgen(js_name = forgetPerson, unchecked_return_type = "Promise<PersonForgotten>")]
    pub fn forget_person(&self, profile: String) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.forget_person(&profile).await.map_err(refuse)?) })
    }

    /// Forgets everything.
    #[wasm_bindgen(js_name = forgetAll, unchecked_return_type = "Promise<null>")]
    pub fn forget_all(&self) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.forget_all().await.map_err(refuse)?) })
    }

    /// Repairs the store at a start: undoes an unfinished import, drops unreadable records, and writes the packs again if
    /// they are missing or many records were stored since.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn settle(&self) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.settle().await.map_err(refuse)?) })
    }

    /// Forgets what was not seen for `keep_days`, then the least useful photos beyond `most_photos` → the keys of the
    /// invitations that are left.
    #[wasm_bindgen(unchecked_return_type = "Promise<string[]>")]
    pub fn tidy(&self, keep_days: u32, most_photos: usize) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.tidy(keep_days, most_photos).await.map_err(refuse)?) })
    }

    /// A part of the memory as a file → `ExportPart`. `after`: where the part before ended; none for the first.
    #[wasm_bindgen(js_name = exportPart, unchecked_return_type = "Promise<ExportPart>")]
    pub fn export_part(&self, after: Option<String>) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.export_part(after.as_deref()).await.map_err(refuse)?) })
    }

    /// Begins an import → its number.
    #[wasm_bindgen(js_name = importBegin, unchecked_return_type = "Promise<number>")]
    pub fn import_begin(&self) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { Ok(JsValue::from_f64(service.import_begin().await.map_err(refuse)? as f64)) })
    }

    /// Takes in some lines of a file, as objects.
    #[wasm_bindgen(js_name = importPart, unchecked_return_type = "Promise<null>")]
    pub fn import_part(&self, job: f64, #[wasm_bindgen(unchecked_param_type = "unknown[]")] lines: JsValue) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move {
            // An unreadable line ends the import, like an invalid one.
            let Ok(lines) = serde_wasm_bindgen::from_value(lines) else {
                service.import_cancel(job as Millis).await.map_err(refuse)?;
                return Err(convert::refusal("import-broken", "a line that no export holds"));
            };
            to_js(&service.import_part(job as Millis, lines).await.map_err(refuse)?)
        })
    }

    /// Ends an import → `Imported`.
    #[wasm_bindgen(js_name = importFinish, unchecked_return_type = "Promise<Imported>")]
    pub fn import_finish(&self, job: f64) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.import_finish(job as Millis).await.map_err(refuse)?) })
    }

    /// Cancels an import: nothing of it stays.
    #[wasm_bindgen(js_name = importCancel, unchecked_return_type = "Promise<null>")]
    pub fn import_cancel(&self, job: f64) -> Promise {
        let service = Rc::clone(&self.service);
        promise(async move { to_js(&service.import_cancel(job as Millis).await.map_err(refuse)?) })
    }
}
