//! Photos from LinkedIn's photo host.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Promise, Reflect, Uint8Array};
use vouchsafe_core::memory::Failure;
use vouchsafe_core::photo::MAX_BYTES;
use vouchsafe_core::service::PhotoSource;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, ReferrerPolicy, Request, RequestCredentials, RequestInit,
    RequestRedirect, Response,
};

/// How long a photo may take, in milliseconds.
const PATIENCE: u32 = 15_000;

#[wasm_bindgen]
extern "C" {
    /// The same function in a service worker and in an event page.
    fn fetch(request: &Request) -> Promise;
}

/// LinkedIn's photo host, while the user allows it.
pub struct PhotoHost {
    allowed: Rc<Cell<bool>>,
}

impl PhotoHost {
    pub fn new(allowed: Rc<Cell<bool>>) -> Self {
        Self { allowed }
    }
}

impl PhotoSource for PhotoHost {
    async fn fetch(&self, url: &str) -> Result<Vec<u8>, Failure> {
        if !self.allowed.get() {
            return Err(Failure::NotAllowed);
        }
        let response = request(url).await.map_err(|_| Failure::Unreachable)?;
        if !response.ok() {
            return Err(Failure::Refused { status: response.status() });
        }
        body(&response).await
    }
}

/// No cookies, no referrer, no way to another host.
async fn request(url: &str) -> Result<Response, JsValue> {
    let options = RequestInit::new();
    options.set_credentials(RequestCredentials::Omit);
    options.set_referrer_policy(ReferrerPolicy::NoReferrer);
    options.set_redirect(RequestRedirect::Error);
    options.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    JsFuture::from(fetch(&Request::new_with_str_and_init(url, &options)?)).await?.dyn_into()
}

async fn body(response: &Response) -> Result<Vec<u8>, Failure> {
    let length =
        response.headers().get("content-length").ok().flatten().and_then(|length| length.parse::<usize>().ok());
    if length.is_some_and(|length| length > MAX_BYTES) {
        if let Some(body) = response.body() {
            let _ = body.cancel();
        }
        return Err(Failure::TooLarge);
    }
    let Some(stream) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().dyn_into().map_err(|_| Failure::Unreachable)?;
    let mut bytes = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(|_| Failure::Unreachable)?;
        if Reflect::get(&part, &"done".into()).is_ok_and(|done| done.is_truthy()) {
            return Ok(bytes);
        }
        let chunk: Uint8Array = Reflect::get(&part, &"value".into())
            .ok()
            .and_then(|value| value.dyn_into().ok())
            .ok_or(Failure::Unreachable)?;
        bytes.extend(chunk.to_vec());
        if bytes.len() > MAX_BYTES {
            let _ = reader.cancel();
            return Err(Failure::TooLarge);
        }
    }
}
