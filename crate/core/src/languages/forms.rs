//! Lists of words write several forms of a phrase as one.

/// "cazador[|a]" → "cazador", "cazadora". A phrase without brackets is its only form.
pub(crate) fn each_form(phrase: &str, add: &mut dyn FnMut(&str)) {
    let parts = phrase.split_once('[').and_then(|(before, rest)| Some((before, rest.split_once(']')?)));
    let Some((before, (forms, after))) = parts else { return add(phrase) };
    for form in forms.split('|') {
        each_form(&format!("{before}{form}{after}"), add);
    }
}
