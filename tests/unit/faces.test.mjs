// Photos are compared as whole pictures: no code that detects, measures or learns faces comes in by a dependency, a
// model file or the browser.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { test } from 'node:test';

const ROOT = new URL('../../', import.meta.url).pathname;
/** Names of packages that detect faces, and of engines that run such models. */
const FACES = /(?<!inter)face|facial|landmark|biometr|haar|dlib|opencv|mediapipe|blaze|arcface|insight|embedding/;
const ENGINES =
  /(^|[-_@/])(onnx|onnxruntime|ort|tract|tflite|tensorflow|tfjs|torch|tch|candle|burn|ggml|ncnn|wonnx|safetensors|openvino)([-_/]|$)/;
const MODELS = new Set(['.onnx', '.tflite', '.pb', '.pt', '.pth', '.safetensors', '.caffemodel', '.mlmodel', '.bin']);

/** @param {string} name */
const isSuspect = (name) => FACES.test(name.toLowerCase()) || ENGINES.test(name.toLowerCase());

/** @param {string} folder @returns {string[]} */
const files = (folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));

test('the patterns find what they search for', () => {
  for (const name of [
    'rustface',
    '@mediapipe/tasks-vision',
    'face-api.js',
    '@tensorflow/tfjs',
    'ort',
    'candle-core',
    'dlib-face-recognition',
    'tract-onnx',
  ])
    assert.ok(isSuspect(name), name);
  for (const name of ['image_hasher', 'sort', 'img-parts', 'portable-atomic']) assert.ok(!isSuspect(name), name);
});

test('no dependency detects faces', () => {
  const crates = [...readFileSync(join(ROOT, 'Cargo.lock'), 'utf8').matchAll(/^name = "(.+)"$/gm)].map(
    ([, name]) => name ?? '',
  );
  const packages = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages).map((path) =>
    path.replace(/^.*node_modules\//, ''),
  );
  assert.ok(crates.length > 50 && packages.length > 50);
  assert.deepEqual([...crates, ...packages].filter(isSuspect), []);
});

test('core and extension contain no model, and do not use the browser’s face detection', () => {
  const sources = ['crate', 'extension'].flatMap((folder) => files(join(ROOT, folder)));
  assert.deepEqual(
    sources.filter((path) => MODELS.has(extname(path))),
    [],
  );
  assert.deepEqual(
    sources.filter((path) => /\.(js|ts|rs)$/.test(path) && /\bFaceDetector\b/.test(readFileSync(path, 'utf8'))),
    [],
  );
});
