// Styles of findings, of the user's opinion, and of the comparison of two photos.

export const FINDINGS = `
  .findings { display: grid; gap: 10px; }
  .findings > section { display: grid; gap: 4px; }
  .reasons { list-style: none; display: grid; gap: 5px; }
  .reasons li { display: grid; grid-template-columns: 15px 1fr; gap: 6px; align-items: start; overflow-wrap: anywhere; }
  .sign { font-weight: 700; text-align: center; inline-size: 15px; color: var(--soft); }
  .for .sign { color: var(--safe); }
  .against .sign { color: var(--fake); }
  .weak { color: var(--soft); font-size: 12px; white-space: nowrap; }

  .opinion { display: grid; gap: 5px; }
  .opinion .row { gap: 4px 16px; }
  section.opinion .textual { min-block-size: 24px; }
  .opinion.said { padding: 8px 10px; border: 1px solid var(--line); border-radius: 10px; background: var(--raised); }

  .button.small { font-size: 12px; padding: 1px 8px; min-block-size: 26px; }
  figcaption .row { margin-block-start: 4px; }
  .others { font-size: 12px; color: var(--soft); margin-block-start: 8px; }
  .others summary { cursor: pointer; min-block-size: 24px; align-content: center; }
  .others .textual { margin-inline-start: 6px; font-size: 12px; }
  .others ul { list-style: none; display: grid; gap: 2px; padding-inline-start: 14px; }

  .see-more { list-style: disc; padding-inline-start: 18px; display: grid; gap: 3px; }
  details > .see-more { margin-block-start: 6px; }
`;
