//! What is left of photos whose records are gone: a store that lost a record, or holds it in another's place, does not know
//! any more where the rest of it is.

use idb::Transaction;
use vouchsafe_core::service::StoreError;
use wasm_bindgen::JsValue;

use super::fingerprints::Packs;
use super::photos::{BY_ID, PARTS, PHOTOS, delete_rendition, of_part};
use super::{failed, keys};

/// Deletes the renditions and fingerprints that are no photo's, within a transaction over
/// [`TABLES`](super::photos::TABLES).
pub async fn drop_all(transaction: &Transaction) -> Result<(), StoreError> {
    let photos = transaction.object_store(PHOTOS).map_err(failed)?;
    let parts = transaction.object_store(PARTS).map_err(failed)?;
    let all = || Ok::<_, StoreError>(Some(keys::numbers_after(None)?.into()));
    let known = photos.get_all_keys(all()?, None).map_err(failed)?.await.map_err(failed)?;
    let known: Vec<f64> = known.iter().filter_map(JsValue::as_f64).collect();
    let keys = parts.get_all_keys(all()?, None).map_err(failed)?.await.map_err(failed)?;
    let mut owners: Vec<f64> = keys.iter().filter_map(JsValue::as_f64).map(of_part).collect();
    owners.dedup();
    // Both ascend.
    let is_stray = |owner: &f64| known.binary_search_by(|number| number.total_cmp(owner)).is_err();
    for owner in owners.into_iter().filter(is_stray) {
        delete_rendition(&parts, owner)?;
    }
    let mut packs = Packs::of(transaction)?;
    packs.drop_strays(&photos.index(BY_ID).map_err(failed)?).await?;
    packs.write()
}
