// Styles of reasons to accept and of the thank-you.

export const WORTH = `
  .worth { font-size: 12px; color: var(--accent); overflow-wrap: anywhere; text-wrap: pretty; }
  .worth b { font-weight: 650; }
  .worth-box, .thanks { display: grid; gap: 5px; }
  .worth-list { list-style: none; display: grid; gap: 3px; }
  .worth-list li { overflow-wrap: anywhere; }
  .worth-list b { font-weight: 650; color: var(--accent); }
  .thanks { justify-items: start; }
  textarea.draft { font-size: inherit; line-height: inherit; min-block-size: 96px; field-sizing: content; }
  .draft { margin: 0; padding: 8px 11px; inline-size: 100%; border-inline-start: 3px solid var(--line); border-radius: 4px; background: var(--raised); white-space: pre-line; overflow-wrap: anywhere; text-align: match-parent; }
`;
