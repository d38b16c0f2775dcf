// Whether a picture's label names a person: the whole name, and nobody else's.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesOnly } from '../../extension/content/profile.js';

test('a label names this person and nobody else', () => {
  for (const [label, name] of [
    ['Ann Lee', 'Ann Lee'],
    ['Ann Lee’s profile picture', 'Ann Lee'],
    ['Ann Lee is open to work, profile picture', 'Ann Lee'],
    ['Profile photo of Ann Lee', 'Ann Lee'],
    ['Profilbild von Dana Beispiel', 'Dana Beispiel'],
    ['Dana Beispiels Profilbild', 'Dana Beispiel'],
    ['Photo de profil de Zoé Test', 'Zoé Test'],
    ['Foto de perfil de Ana Ejemplo', 'Ana Ejemplo'],
    ['田中太郎さんのプロフィール写真', '田中太郎'],
    ['Ann Lee, #OPEN_TO_WORK', 'Ann Lee'],
    ['Ann Lee, View profile', 'Ann Lee'],
    ['Voir le profil de Ann Lee', 'Ann Lee'],
    ['Profielafbeelding van Ann Lee', 'Ann Lee'],
    ['Käyttäjän Ann Lee profiilikuva', 'Ann Lee'],
    ['Profilový obrázek uživatele Ann Lee', 'Ann Lee'],
    ['Φωτογραφία προφίλ του χρήστη Ann Lee', 'Ann Lee'],
    ['Изображение профиля Ann Lee', 'Ann Lee'],
    ['Larawan sa profile ni Ann Lee', 'Ann Lee'],
    ['صورة أحمد علي الشخصية', 'أحمد علي'],
    ['תמונת הפרופיל של יוסי כהן', 'יוסי כהן'],
    ['राम कुमार की प्रोफ़ाइल फ़ोटो', 'राम कुमार'],
    ['รูปโปรไฟล์ของ สมชาย ใจดี', 'สมชาย ใจดี'],
    ['รูปโปรไฟล์ของ Ann Lee', 'Ann Lee'],
    ['김보라님의 프로필 사진', '김보라'],
    ['张伟的头像照片', '张伟'],
    ['bo kim, photo', 'bo kim'],
  ])
    assert.ok(namesOnly(label, name), label);
  for (const [label, name] of [
    ['Ann Lee Smith’s profile picture', 'Ann Lee'],
    ['Mary Ann Lee', 'Ann Lee'],
    ['Foto Lena Ann Lee', 'Ann Lee'],
    ['Ann Lee Fotopoulos', 'Ann Lee'],
    ['Photo of Ann Lee Vis', 'Ann Lee'],
    ['Фото Ann Lee Иванова', 'Ann Lee'],
    ['Ann Leeman’s profile picture', 'Ann Lee'],
    ['Ann Lee and Bo Smith', 'Ann Lee'],
    ['Bo Smith, seen by Ann Lee', 'Ann Lee'],
    ['李明华的照片', '李明'],
    ['Someone else', 'Ann Lee'],
    // In scripts without capitals, and for a person who writes none, any word may be a name.
    ['صورة أحمد علي حسن', 'أحمد علي'],
    ['राम कुमार शर्मा', 'राम कुमार'],
    ['יוסי כהן לוי', 'יוסי כהן'],
    ['ბექა გიორგაძე', 'ბექა'],
    ['Ann Lee 李安', 'Ann Lee'],
    ['Ann Lee بو', 'Ann Lee'],
    ['bo kim', 'bo'],
    ['Ann Lee\u00adson', 'Ann Lee'],
    ['Ann Lee\u0301', 'Ann Lee'],
    ['Ann Lee + 3', 'Ann Lee'],
    ['', 'Ann Lee'],
    ['A', 'A'],
  ])
    assert.equal(namesOnly(label, name), false, label);
});
