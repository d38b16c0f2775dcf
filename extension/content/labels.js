// Words around names in the labels of photos, where structure alone does not show the name. From knowledge of
// LinkedIn's languages, unconfirmed on LinkedIn itself: a missing word leaves a photo unread and makes nothing wrong.

/** Words of picture labels that may begin with a capital and are not names. Whole words: Fotopoulos is a name. */
const NOUNS = new RegExp(
  '^(?:(?:profi(?:l|il|el)|профил|профіл|προφίλ)\\p{L}*|photo|picture|image|avatar|headshot|foto|fotó|fotka|fotografi[aeí]a?|' +
    'fotoğrafı?|bild|bilde|billede|afbeelding|imagen|imagem|immagine|imagine|zdjęcie|kép|fénykép|kuva|obrázek|poză|poza|' +
    'gambar|ảnh|hình|larawan|litrato|φωτογραφία|εικόνα|фото|фотография|фотографія|изображение|зображення|світлина|аватар|' +
    'uživatele|käyttäjän|jäsenen|view|opentowork|hiring|premium|verified|linkedin)$',
  'iu',
);
/** The words of the "Open to work" frame. */
const FRAME = /^(OPEN|TO|WORK|Open)$/;
/** "View": what a label may begin with. Elsewhere some of these are names. */
const VIEW =
  /^(see|voir|afficher|ver|exibir|visualizar|visualizza|vedi|bekijk|wyświetl|zobacz|visa|vis|se|näytä|zobrazit|vezi|προβολή|просмотреть|переглянути|görüntüle|lihat|xem|tingnan)$/iu;

/** The same in scripts without capitals, where no capital tells a name apart; some are written without spaces. */
const WITHOUT_CAPITALS = new RegExp(
  `^(?:${[
    'صورة|الصورة|ملف|الملف|الشخصي|الشخصية|شخصية|عرض|تعريف|لـ|تصویر|عکس|نمایه|پروفایل',
    'תמונת|תמונה|פרופיל|הפרופיל|של|הצג|את',
    'की|का|के|को|प्रोफ़ाइल|प्रोफाइल|फ़ोटो|फोटो|तस्वीर|चित्र|देखें|चा|ची|चे|पहा',
    'এর|র|প্রোফাইল|ছবি|ফটো|দেখুন|యొక్క|ప్రొఫైల్|ఫోటో|చిత్రం|ਦੀ|ਦਾ|ਪ੍ਰੋਫਾਈਲ|ਫੋਟੋ|ਤਸਵੀਰ',
    'รูป|รูปภาพ|ภาพ|โปรไฟล์|ของ|คุณ|ดู',
    'の|さん|プロフィール|写真|画像|を|表示|見る|님|의|프로필|사진|이미지|보기',
    '的|头像|頭像|照片|相片|个人|個人|资料|資料|档案|檔案|主页|查看|检视|檢視',
  ].join('|')})+$`,
  'u',
);

/**
 * Whether a word of a picture's label is not part of a name.
 * @param {string} word @param {boolean} isFirst @param {boolean} hasCapitals The name that is searched for is written with
 * capitals, so a word that begins with a small letter is no name.
 */
export const isNoName = (word, isFirst, hasCapitals) =>
  (hasCapitals && /^\p{Ll}/u.test(word)) ||
  NOUNS.test(word) ||
  WITHOUT_CAPITALS.test(word) ||
  FRAME.test(word) ||
  (isFirst && VIEW.test(word));
