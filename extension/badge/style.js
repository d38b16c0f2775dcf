// Styles of badge and panel inside their shadow root. The page's own rules for a <span> are overridden with !important:
// inside a shadow root that outranks the page.

import { COLOURS, FONT, SHARED_STYLE, TONES } from '../shared/look.js';

const HOST = `
  :host {
    all: initial !important; display: inline-block !important; position: relative !important; user-select: none !important;
    z-index: 1 !important; vertical-align: middle !important; margin-block: 2px !important; contain: layout style !important;
  }
  .frame { ${COLOURS} ${FONT} display: block !important; max-inline-size: 100%; color: var(--ink); font-size: 13px; line-height: 1.4; text-align: start; }
  /* Neither the browser's search nor a selection reaches this text: it is generated content, and nothing can be selected. */
  .drawn::before { content: attr(data-text); }
  *, *::before { user-select: none !important; -webkit-user-drag: none; }
  /* The largest text here, whatever else is said: browsers tell the page how large the largest painted text is, also of
     a closed root (largest-contentful-paint). It is too faint to be seen. */
  .cover { position: absolute; z-index: -1; inset: 0; font: 40px/1 serif; overflow: hidden; contain: strict; pointer-events: none; forced-color-adjust: none; }
  .cover::before { content: "${'M'.repeat(200)}"; font: 40px/1 serif; word-break: break-all; color: rgb(128 128 128 / 0.004); }
`;

const CLOSE = `
  .close { all: unset; box-sizing: border-box; display: grid; place-items: center; inline-size: 26px; block-size: 26px; border-radius: 8px; cursor: pointer; color: var(--soft); }
  .close:hover { background: light-dark(rgb(0 0 0 / 0.08), rgb(255 255 255 / 0.12)); }
  .close:focus-visible { outline: 2px solid currentColor; outline-offset: -2px; }
`;

export const BADGE_STYLE = `
  ${HOST}
  /* One size for every verdict: the page can measure it, and find out which part takes clicks. */
  :host { inline-size: min(100%, 424px) !important; block-size: 28px !important; contain: size layout style !important; }
  .frame { display: flex !important; align-items: center; inline-size: 100%; block-size: 100%; }
  ${TONES}
  /* All of the host is one button, and nothing in it takes the pointer: browsers count for the page how often the pointer
     passes from one element to another, in a closed root too (performance.eventCounts). */
  .pill { all: unset; display: flex; align-items: center; align-self: stretch; inline-size: 100%; cursor: pointer; }
  .pill[aria-disabled=true] { cursor: default; }
  .pill * { pointer-events: none; }
  .face {
    box-sizing: border-box; display: inline-flex; align-items: center; gap: 5px; max-inline-size: 100%; min-block-size: 24px;
    padding-block: 2px; padding-inline: 7px 9px; border-radius: 12px; font-size: 12px; line-height: 16px; color: var(--tone); background: var(--tone-ground); border: 1px solid var(--tone-line);
  }
  .pill:hover .face { border-color: var(--tone); }
  .pill:focus-visible .face { outline: 2px solid var(--ring); outline-offset: 2px; }
  .face.likely-fake { color: #fff; background: var(--fake-solid); border-color: var(--fake-solid); }
  .face.checking { border-style: dashed; }
  .mark { flex: none; }
  .words { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; min-inline-size: 0; }
  .word { font-weight: 700; }
  @media (prefers-reduced-motion: no-preference) {
    .face.checking .mark { animation: turn 1.2s linear infinite; }
    @keyframes turn { to { transform: rotate(1turn); } }
  }
  @media (forced-colors: active) {
    .face, .face.likely-fake { color: ButtonText; background: ButtonFace; border-color: ButtonText; forced-color-adjust: auto; }
    .face.likely-fake { border-width: 2px; }
  }
`;

/** The width of a badge without its words, and of a letter of them, in pixels. */
const BESIDE_WORD = 48;
const LETTER = 6.8;

/**
 * In a column as narrow as its content, which the badge has no part in, the longest word of a verdict still fits, so that only
 * the reason is cut. The width depends on the language alone.
 * @param {readonly string[]} words Of all verdicts. @param {number} [more] What else is beside them, in pixels.
 */
export const leastWidth = (words, more = 0) =>
  `:host { min-inline-size: ${Math.ceil(BESIDE_WORD + more + LETTER * Math.max(...words.map((word) => word.length)))}px !important; }`;

/** After BADGE_STYLE: nothing inside is the target of an event, or starts one. */
export const SEALED_STYLE = `
  ${BADGE_STYLE}
  /* All of it takes clicks, and all of it is drawn: the clickable area tells nothing about the words. */
  :host { pointer-events: auto !important; cursor: pointer !important; }
  *, *::before { pointer-events: none !important; animation: none !important; transition: none !important; }
  .face { inline-size: 100%; }
  .words { flex: 1; }
  .words, .cover { overflow: clip; }
  .window { opacity: 0.75; }
`;

export const PANEL_STYLE = `
  ${SHARED_STYLE}
  .panel {
    position: fixed; inset: auto; margin: 0; padding: 0; inline-size: min(360px, calc(100vw - 16px)); block-size: 640px;
    overflow: visible; flex-direction: column; justify-content: flex-start; background: none; border: 0; font-size: 13px; line-height: 1.45; cursor: auto;
  }
  .panel:popover-open { display: flex; }
  .panel.above { justify-content: flex-end; }
  .panel.beside { justify-content: center; }
  .sheet {
    display: flex; flex-direction: column; max-block-size: 100%; overflow: hidden; color: var(--ink); background: var(--ground);
    border: 1px solid var(--line); border-radius: 14px; box-shadow: 0 1px 2px rgb(0 0 0 / 0.12), 0 12px 32px rgb(0 0 0 / 0.22);
  }
  .panel:focus { outline: none; }
  .panel:focus-visible > .sheet { outline: 2px solid var(--ring); outline-offset: 1px; }
  .head {
    display: grid; grid-template-columns: auto 1fr auto; gap: 2px 9px; align-items: center; padding: 11px 12px 11px 14px;
    background: var(--tone-ground); border-block-end: 1px solid var(--tone-line); flex: none;
  }
  .head h2 { font-size: 15px; line-height: 1.3; font-weight: 700; color: var(--tone); }
  .head .mark { color: var(--tone); }
  .head .who { grid-column: 2 / 4; color: var(--ink); overflow-wrap: anywhere; }
  .head.likely-fake { --tone: #fff; --tone-ground: var(--fake-solid); --tone-line: var(--fake-solid); }
  .head.likely-fake .who { color: #fff; }
  .head.likely-fake .close { color: #fff; }
  ${CLOSE}
  .body { display: grid; gap: 13px; padding: 13px 14px 15px; min-block-size: 0; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--line) transparent; }
  .body:focus { outline: none; }
  .gist { font-weight: 600; }
  .check, .report-box, .about, .own-opinion { border-block-start: 1px solid var(--line); padding-block-start: 12px; }
  .own-opinion { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: end; justify-content: space-between; }
  .own-opinion > .textual { min-block-size: 24px; }
  .foot { display: flex; flex-wrap: wrap; gap: 8px; padding: 10px 14px; border-block-start: 1px solid var(--line); background: var(--ground); flex: none; }
  .foot:focus { outline: none; }
  @media (prefers-reduced-motion: no-preference) {
    .panel:popover-open > .sheet { animation: rise 0.12s ease-out; }
    @keyframes rise { from { opacity: 0; translate: 0 -4px; } }
  }
`;

export const NOTICE_STYLE = `
  ${HOST}
  /* One size for every text and any number of profiles: the rest is scrolled to. */
  :host { display: block !important; margin-block: 8px !important; inline-size: min(100%, 460px) !important; block-size: 152px !important; contain: size layout style !important; }
  ${SHARED_STYLE}
  ${CLOSE}
  .frame { block-size: 100%; }
  .notice {
    display: grid; grid-template-columns: 1fr auto; gap: 8px 10px; align-items: start; align-content: start; box-sizing: border-box; block-size: 100%; padding: 9px 8px 12px 12px;
    position: relative; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--line) transparent;
    color: var(--ink); background: var(--ground); border: 1px solid var(--line); border-radius: 12px;
  }
  .close { margin-block-start: -3px; position: sticky; inset-block-start: 0; }
  .photos { grid-column: 1 / 3; display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); gap: 10px 16px; }
  .photos figure { grid-template-columns: 56px 1fr; align-items: center; align-content: center; gap: 9px; }
  .photos .copy { border-radius: 8px; }
`;

export const GUIDE_STYLE = `
  ${HOST}
  :host { position: static !important; inline-size: 0 !important; block-size: 0 !important; margin: 0 !important; contain: none !important; }
  ${SHARED_STYLE}
  ${CLOSE}
  .guide {
    position: fixed; inset: auto; bottom: 16px; right: 16px; margin: 0; inline-size: min(340px, calc(100vw - 32px)); max-block-size: min(520px, calc(100vh - 32px));
    overflow: auto; padding: 12px 14px 14px; color: var(--ink); background: var(--ground); border: 1px solid var(--line); border-radius: 14px;
    box-shadow: 0 1px 2px rgb(0 0 0 / 0.12), 0 12px 32px rgb(0 0 0 / 0.22); font-size: 13px; line-height: 1.45;
  }
  .in-rtl .guide { right: auto; left: 16px; }
  .guide:popover-open { display: grid; gap: 9px; }
  .guide-head { display: grid; grid-template-columns: 1fr auto; gap: 8px; align-items: start; }
  h2 { font-size: 14px; font-weight: 650; overflow-wrap: anywhere; }
  .gist { font-weight: 600; }
  .gist:empty, .done:empty { display: none; }
  ol { margin: 0; padding-inline-start: 18px; display: grid; gap: 3px; }
  .evidence { max-block-size: 150px; overflow: auto; padding: 8px 10px; border: 1px solid var(--line); border-radius: 8px; background: var(--raised); font-size: 12px; overflow-wrap: anywhere; }
`;

export const RING_STYLE = `
  ${HOST}
  :host { position: static !important; inline-size: 0 !important; block-size: 0 !important; margin: 0 !important; contain: none !important; }
  .ring { position: fixed; inset: auto; margin: 0; padding: 0; box-sizing: border-box; border: 3px solid var(--fake); border-radius: 10px; background: none; pointer-events: none; overflow: visible; }
  @media (prefers-reduced-motion: no-preference) {
    .ring { animation: beat 1.4s ease-in-out infinite; }
    @keyframes beat { 50% { box-shadow: 0 0 0 6px light-dark(rgb(156 35 24 / 0.18), rgb(255 157 145 / 0.22)); } }
  }
`;
