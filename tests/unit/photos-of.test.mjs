// Whose picture a label says it is: the person's whole name and nobody else's.

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
    ['', 'Ann Lee'],
    ['A', 'A'],
  ])
    assert.equal(namesOnly(label, name), false, label);
});
