// Which of a card's controls answer the invitation, by structure alone: the two that stand side by side and name the
// inviter. "… more" and "Reply" do not.

/** @typedef {import('../shapes').Piece} Piece */

/** How many controls answer an invitation. */
const ANSWERS = 2;
/** A label may cut a long name, but contains at least this much of it, in UTF-16 units. */
const LABEL_NAME = 60;

/** @param {string} text */
const folded = (text) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** @param {Piece[]} pieces @returns {number[][]} The controls without words between them, by index. */
function groupsOf(pieces) {
  /** @type {number[][]} */
  const groups = [];
  let isOpen = false;
  for (const [at, piece] of pieces.entries()) {
    // A mark of verification may be a button: it stands right after the name's link.
    if (piece.kind === 'control' && pieces[at - 1]?.kind !== 'link') {
      if (!isOpen) groups.push([]);
      groups[groups.length - 1].push(at);
      isOpen = true;
    } else if (piece.kind === 'link' || ('text' in piece && piece.text.trim() !== '')) isOpen = false;
  }
  return groups;
}

/**
 * The controls that answer the invitation.
 * @param {Piece[]} pieces @param {string} name The inviter's, as the core has read it. @returns {number[]} By index.
 */
export function answeringControls(pieces, name) {
  const start = folded(name).slice(0, LABEL_NAME).trim();
  /** @param {number} at */
  const isNaming = (at) => {
    const piece = pieces[at];
    return start !== '' && piece.kind === 'control' && folded(piece.label || piece.text).includes(start);
  };
  const groups = groupsOf(pieces);
  const naming = groups.filter((group) => group.some(isNaming));
  const pairs = (naming.length > 0 ? naming : groups).filter((group) => group.length >= ANSWERS);
  // A single control may be all that there is to answer with.
  const group = pairs[0] ?? naming[0] ?? (groups.length === 1 ? groups[0] : []);
  const named = group.filter(isNaming);
  return (named.length >= ANSWERS || group.length > ANSWERS ? named : group).slice(0, ANSWERS);
}
