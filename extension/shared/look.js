// Styles that panel, popup and pages share: colours for light and dark, and the common parts.

import { FINDINGS } from './look-findings.js';
import { FOUND } from './look-found.js';
import { WORTH } from './look-worth.js';

/** Colours by their use. `color-scheme` on an ancestor decides which of the two applies. */
export const COLOURS = `
  --ink: light-dark(#1b2127, #e8ebee);
  --soft: light-dark(#56606b, #a7b0ba);
  --ground: light-dark(#ffffff, #1d2126);
  --raised: light-dark(#f5f7f8, #262b31);
  --line: light-dark(#dde2e6, #3a4149);
  --accent: light-dark(#0d5a61, #7fd0d3);
  --accent-ground: light-dark(#0d5a61, #1f7a80);
  --safe: light-dark(#17603a, #8fdcae);
  --safe-ground: light-dark(#e9f5ee, #16291f);
  --safe-line: light-dark(#b5dbc5, #2d5a41);
  --look: light-dark(#7a4b00, #f1c778);
  --look-ground: light-dark(#fff4de, #2e2513);
  --look-line: light-dark(#e8cd98, #63502a);
  --fake: light-dark(#9c2318, #ff9d91);
  --fake-ground: light-dark(#fcedeb, #351a18);
  --fake-line: light-dark(#e7b6b0, #74342d);
  --fake-solid: light-dark(#9c2318, #b23a2d);
  --open: light-dark(#4c5661, #b5bec8);
  --open-ground: light-dark(#f2f4f6, #272c32);
  --open-line: light-dark(#ccd3d9, #454d56);
  --ring: light-dark(#0d5a61, #9fe3e5);
`;

/** @param {string} name The state's colours, as --tone, --tone-ground and --tone-line. */
const tone = (name) =>
  `--tone: var(--${name}); --tone-ground: var(--${name}-ground); --tone-line: var(--${name}-line);`;

export const TONES = `
  .accept-safe { ${tone('safe')} }
  .suspicious { ${tone('look')} }
  .likely-fake { ${tone('fake')} }
  .unchecked, .checking { ${tone('open')} }
`;

/** Only generic families: a page could define another one, and learn from the requests for it which characters are shown. */
export const FONT = `font-family: system-ui, sans-serif;`;

export const SHARED_STYLE = `
  .drawn::before { content: attr(data-text); }
  *, ::before, ::after { box-sizing: border-box; }
  h1, h2, h3, p, ul, figure { margin: 0; padding: 0; }
  h3 { font-size: 12px; font-weight: 600; color: var(--soft); letter-spacing: 0.01em; }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .mark { flex: none; }
  .out { margin-inline-start: 3px; vertical-align: -0.5px; opacity: 0.75; }
  :dir(rtl) > .out { transform: scaleX(-1); }
  /* A word joiner: the arrow is never alone in a line. */
  .joint::before { content: "\\2060"; }
  .button > .joint, .engine > .joint { display: none; }
  :focus-visible { outline: 2px solid var(--ring); outline-offset: 2px; border-radius: 4px; }
  a { color: var(--accent); cursor: pointer; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 2px; overflow-wrap: anywhere; }
  a:hover { text-decoration-thickness: 2px; }
  .hint, .reach, .fact, .label { color: var(--soft); font-size: 12px; }
  .hint, .reach, p { text-wrap: pretty; }
  .button, .engine {
    font: inherit; font-weight: 600; color: var(--ink); background: var(--ground); border: 1px solid var(--line); border-radius: 8px;
    padding: 5px 10px; min-block-size: 30px; cursor: pointer; text-decoration: none; display: inline-flex; align-items: center; gap: 3px;
  }
  .button[hidden] { display: none; }
  .button:hover, .engine:hover { background: var(--raised); border-color: var(--soft); }
  .button:active { transform: translateY(0.5px); }
  .button.main { color: #fff; background: var(--accent-ground); border-color: transparent; }
  .button.main.fake { background: var(--fake-solid); }
  .button.main:hover { filter: brightness(0.93); background: var(--accent-ground); }
  .button.main.fake:hover { background: var(--fake-solid); }
  .button.report { color: #fff; background: var(--fake-solid); border-color: transparent; inline-size: 100%; justify-content: center; }
  .button.report.suspicious { color: var(--ink); background: var(--ground); border-color: var(--soft); }
  .button.report:hover { filter: brightness(0.93); }
  .button.quiet { border-color: transparent; background: transparent; font-weight: 500; }
  .textual, .quiet-link { font: inherit; color: var(--accent); background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline; text-underline-offset: 2px; }
  .quiet-link { color: var(--soft); font-size: 12px; }

  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; }
  figure { display: grid; gap: 6px; align-content: start; min-inline-size: 0; }
  .copy { inline-size: 100%; aspect-ratio: 1; object-fit: cover; border-radius: 10px; background: var(--raised); display: block; box-shadow: inset 0 0 0 1px var(--line); image-rendering: auto; }
  .pair .copy { max-inline-size: 120px; }
  .copy.empty { border: 1px dashed var(--line); }
  figcaption { display: grid; gap: 1px; min-inline-size: 0; }
  figcaption .name { font-weight: 600; overflow-wrap: anywhere; }
  /* Beside the first other profile; more of them in rows below. */
  .pair figure:nth-child(n + 3) { grid-column: 1 / 3; grid-template-columns: 64px 1fr; align-items: center; gap: 10px; }
  .twins .hint { margin-block-start: 6px; }

  ${FINDINGS}
  ${FOUND}
  ${WORTH}
  .check, .report-box { display: grid; gap: 7px; }
  .about { display: grid; gap: 4px; }
  .engines, .row { display: flex; flex-wrap: wrap; gap: 6px; }
  .engines { gap: 5px; }
  .engine { padding: 3px 8px; font-size: 12px; font-weight: 500; min-block-size: 28px; gap: 0; }
  .engine .out { display: none; }
  .question { display: grid; gap: 8px; background: var(--raised); border: 1px solid var(--line); border-radius: 10px; padding: 10px; }
  .ask { font-weight: 600; display: grid; gap: 6px; }
  input[type=text], input[type=password], input[type=search], input[type=number], select, textarea {
    font: inherit; font-weight: 400; color: var(--ink); background: var(--ground); border: 1px solid light-dark(#87919b, #76818c); border-radius: 8px; padding: 5px 8px; inline-size: 100%;
  }
  textarea { font-size: 12px; resize: vertical; }
  .trouble { color: var(--fake); }
  .trouble:empty { display: none; }
  .done { color: var(--safe); }
  .by-hand { display: grid; gap: 6px; }

  @media (forced-colors: active) {
    .button, .engine, .copy, .question { border: 1px solid ButtonBorder; }
    .button.main { border-width: 2px; }
    /* Drawings keep their own colours otherwise. */
    svg.mark, svg.out { color: CanvasText !important; }
    .head .close { color: ButtonText !important; }
  }
`;
