import type { Token } from 'marked';

const KEPT_BLOCKS = 2;

function isBlock(token: Token): boolean {
  return token.type !== 'space';
}

/**
 * How many of the tail's tokens can no longer change: all before the last two blocks. A token is
 * only counted if the text really has its `raw` at that place, because the tail is cut there.
 */
export function countFinished(tail: readonly Token[], text: string): number {
  let kept = 0;
  let limit = tail.length;
  while (limit > 0 && kept < KEPT_BLOCKS) {
    limit -= 1;
    const token = tail[limit];
    if (token && isBlock(token)) kept += 1;
  }
  if (kept < KEPT_BLOCKS) return 0;
  let offset = 0;
  for (let index = 0; index < limit; index += 1) {
    const raw = tail[index]?.raw ?? '';
    if (!text.startsWith(raw, offset)) return index;
    offset += raw.length;
  }
  return limit;
}
