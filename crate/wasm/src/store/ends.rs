//! How transactions and requests end: stored, without room, or failed.

use idb::Transaction;
use js_sys::{Promise, Reflect};
use vouchsafe_core::service::StoreError;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// What the browser calls a full disk.
const QUOTA: &str = "QuotaExceededError";

/// Waits until all that a transaction wrote is stored, or nothing. Only its end says which: an error of one of its requests
/// comes before, and does not say why.
pub async fn done(transaction: Transaction) -> Result<(), StoreError> {
    let transaction = JsValue::from(transaction);
    let ended = Promise::new(&mut |resolve, reject| {
        for (event, heard) in [("oncomplete", resolve), ("onabort", reject)] {
            let _ = Reflect::set(&transaction, &event.into(), &heard);
        }
    });
    if JsFuture::from(ended).await.is_ok() {
        return Ok(());
    }
    let why = Reflect::get(&transaction, &"error".into()).and_then(|error| Reflect::get(&error, &"name".into()));
    Err(match why.ok().and_then(|name| name.as_string()) {
        Some(name) if name != QUOTA && name != "AbortError" => failed(name),
        // The disk is full; or it was aborted without a reason, as the browser does where it does not know one.
        _ => StoreError::Full,
    })
}

/// What the browser says of a database it does not open, or of what it does not store.
pub fn refused(error: idb::Error) -> StoreError {
    match &error {
        idb::Error::DomException(exception) if exception.name() == QUOTA => StoreError::Full,
        idb::Error::DomException(exception) if exception.name() == "VersionError" => StoreError::Newer,
        _ => failed(error),
    }
}

/// In the browser's words, or ours.
pub fn failed(error: impl std::fmt::Display) -> StoreError {
    StoreError::Failed(error.to_string())
}
