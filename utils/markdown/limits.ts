/** Longest source, in UTF-16 units, that is ever lexed; what follows is shown as plain text. */
export const MAX_LEXED_LENGTH = 256 * 1024;

/** Most tokens that become elements; blocks after that are shown as plain text. */
export const MAX_TOKENS = 20_000;

/** Deepest block nesting (quotes, lists) and deepest inline nesting (emphasis, links). */
export const MAX_DEPTH = 16;

/** Most cells in one table; marked pads every row to the width of the header. */
export const MAX_TABLE_CELLS = 10_000;

/** Longest bare URL that becomes a link. */
export const MAX_URL_LENGTH = 2048;

/**
 * Largest product of length and special characters for which one run of inline text is lexed.
 * The lexer needs up to the square of that in time; an ordinary long paragraph stays far below.
 */
export const MAX_INLINE_WORK = 2_000_000;

/** Tail length from which re-lexing waits until the tail has grown by `RELEX_FRACTION`. */
export const LONG_TAIL = 8 * 1024;

/** The part of a long tail that may stay unlexed while it streams. */
export const RELEX_FRACTION = 1 / 32;

/**
 * Longest list or quote that is lexed as one; a longer one is divided. As far into a paragraph formulas are
 * looked for that interrupt it.
 */
export const MAX_CONTAINER_LENGTH = 8 * 1024;

/** Longest TeX between two delimiters that counts as a formula, in UTF-16 units. */
export const MAX_FORMULA_LENGTH = 4096;

/** What each formula counts as at least, so that there are at most 2,000 in an answer. */
export const FORMULA_WEIGHT = 10;

/** Most elements that one formula may become; beyond that it stays as its source. */
export const MAX_FORMULA_NODES = 2000;

/** Deepest nesting of elements in a formula. */
export const MAX_FORMULA_DEPTH = 48;
