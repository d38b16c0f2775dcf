// Words around names in the labels of photos, for what structure alone cannot tell. From knowledge of LinkedIn's languages and
// unconfirmed on LinkedIn itself: a missing word leaves a photo unread and makes nothing wrong.

/** Words of picture labels that may begin with a capital and are nobody's name. Whole: Fotopoulos is a name. */
const NOUNS = new RegExp(
  '^(?:(?:profi(?:l|il|el)|профил|профіл|προφίλ)\\p{L}*|photo|picture|image|avatar|headshot|foto|fotó|fotka|fotografi[aeí]a?|' +
    'fotoğrafı?|bild|bilde|billede|afbeelding|imagen|imagem|immagine|imagine|zdjęcie|kép|fénykép|kuva|obrázek|poză|poza|' +
    'gambar|ảnh|hình|larawan|litrato|φωτογραφία|εικόνα|фото|фотография|фотографія|изображение|зображення|світлина|аватар|' +
    'uživatele|käyttäjän|jäsenen|view|opentowork|hiring|premium|verified|linkedin)$',
  'iu',
);
/** The frame's own words. */
const FRAME = /^(OPEN|TO|WORK|Open)$/;
/** "View": what a label may begin with. Elsewhere some of these are names. */
const VIEW =
  /^(see|voir|afficher|ver|exibir|visualizar|visualizza|vedi|bekijk|wyświetl|zobacz|visa|vis|se|näytä|zobrazit|vezi|προβολή|просмотреть|переглянути|görüntüle|lihat|xem|tingnan)$/iu;

/** Whether a word of a picture's label is nobody's name. @param {string} word @param {boolean} isFirst */
export const isNoName = (word, isFirst) =>
  !/^\p{Lu}/u.test(word) || NOUNS.test(word) || FRAME.test(word) || (isFirst && VIEW.test(word));
