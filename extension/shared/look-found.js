// Styles of the list of search results.

export const FOUND = `
  .check-doors, .photo-tools { display: grid; gap: 5px; }
  .photo-tools .row { gap: 4px 14px; font-size: 12px; }
  .found { display: grid; gap: 7px; }
  .found:focus { outline: 2px solid var(--ring); outline-offset: 6px; border-radius: 4px; }
  .found-kind { display: grid; gap: 4px; }
  h4 { margin: 0; font-size: 12px; font-weight: 600; }
  .found ul { list-style: none; display: grid; gap: 7px; padding-inline-start: 0; }
  .found summary, .links summary { cursor: pointer; min-block-size: 24px; align-content: center; font-size: 12px; }
  .found details > ul { padding-inline-start: 14px; padding-block-start: 4px; }
  .found li { display: grid; gap: 1px; min-inline-size: 0; justify-items: start; }
  .found-title { overflow-wrap: anywhere; max-inline-size: 100%; }
  .found li .fact { font-size: 12px; color: var(--soft); overflow-wrap: anywhere; }
  .found li.struck .found-title { text-decoration: line-through; color: var(--soft); }
  .found .row { margin-block-start: 2px; gap: 4px 12px; }
  .links form { display: grid; gap: 5px; justify-items: start; padding-block-start: 4px; }
`;
