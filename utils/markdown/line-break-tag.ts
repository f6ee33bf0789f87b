/** Models write this one tag inside table cells, where markdown has no line break. */
export const LINE_BREAK_TAG = /^<br\s*\/?>$/i;
