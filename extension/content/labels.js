// Words around names and dates on LinkedIn's pages, for what structure alone cannot tell. From knowledge of its languages
// and unconfirmed on LinkedIn itself: a missing word leaves something unread and makes nothing wrong.

/** Stems of "picture", as in "Profile photo updated". */
const PICTURE =
  'photo|foto|fotó|fotk|image|imagem|immagin|imagine|avatar|bild|billede|afbeelding|zdjęci|kép|kuva|obráz|poză|poza|resmi|' +
  'resim|gambar|larawan|litrato|ảnh|hình|φωτογραφ|εικόνα|фото|изображени|зображенн|світлин|аватар|写真|画像|照片|相片|头像|' +
  '頭像|大頭貼|사진|이미지|صورة|عکس|תמונ|फ़ोटो|फोटो|चित्र|รูป|ภาพ|ছবি|ফটো|ఫోటో|ਫੋਟੋ';
/** Stems of "contact" and "updated", as in "Contact information updated". */
const CHANGED =
  'contact|kontakt|contat|coordonn|yhtey|kapcsolat|elérhet|iletişim|hubungi|liên hệ|επικοινων|контакт|連絡先|联系|聯絡|聯繫|' +
  '연락처|اتصال|קשר|संपर्क|ติดต่อ|updated|aktualis|aktuális|aktualiz|mis à jour|mise à jour|mises à jour|actualiz|atualiz|' +
  'aggiornat|bijgewerkt|uppdater|opdater|oppdater|päivitet|frissít|güncel|diperbar|dikemas|na-update|cập nhật|ενημερ|обновл|' +
  'оновл|更新|업데이트|تحديث|עודכ|अपडेट|อัปเดต';

/** @param {string} stems @returns {(text: string) => boolean} Whether a text holds one of them. */
function holds(stems) {
  const some = stems.normalize('NFC').split('|');
  return (text) => some.some((stem) => text.normalize('NFC').toLowerCase().includes(stem));
}

export const saysPicture = holds(PICTURE);
export const saysChanged = holds(CHANGED);

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
