//! Values and errors between Rust and JavaScript.

use serde::{Serialize, de::DeserializeOwned};
use vouchsafe_core::service::{ImportError, ServiceError, StoreError};
use vouchsafe_core::worth::GoalsError;
use wasm_bindgen::JsValue;

/// A value as plain JSON would hold it: objects for maps, null for nothing, no BigInt.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| refusal("core-failed", &error.to_string()))
}

/// A value that JavaScript sent; anything unlike it is refused.
pub fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| refusal("bad-request", &error.to_string()))
}

/// A JavaScript `Error` that carries a `code` (extension/messages.js).
pub fn refusal(code: &str, detail: &str) -> JsValue {
    let error = js_sys::Error::new(detail);
    // Setting a property of a fresh object cannot fail.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

/// The service's error as a refusal.
pub fn refuse(error: impl Into<ServiceError>) -> JsValue {
    let error = error.into();
    let code = match &error {
        ServiceError::Store(StoreError::Full) => "storage-full",
        ServiceError::Store(StoreError::Failed(_)) => "storage-failed",
        ServiceError::Store(StoreError::Newer) => "storage-newer",
        ServiceError::PhotoUnknown => "photo-unknown",
        ServiceError::InvitationUnknown => "invitation-unknown",
        ServiceError::NotAProfile => "check-not-a-profile",
        ServiceError::OwnProfile => "check-own-profile",
        ServiceError::NotAnEngine => "bad-request",
        ServiceError::NotFound => "found-unknown",
        ServiceError::Import(ImportError::OtherVersion) => "import-other-version",
        ServiceError::Import(ImportError::Broken(_)) => "import-broken",
        ServiceError::Import(ImportError::Lost) => "import-lost",
        ServiceError::Goals(GoalsError::TooMany(_)) => "goals-too-many",
        ServiceError::Goals(GoalsError::TooLong(..)) => "goals-too-long",
        ServiceError::Goals(GoalsError::NoLetters(..)) => "goals-no-letters",
    };
    refusal(code, &error.to_string())
}
