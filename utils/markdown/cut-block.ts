import { MAX_CONTAINER_LENGTH } from './limits';

const LOOK_BACK = 4096;

/**
 * The part of `src` that one list or quote may take: all of it, or up to the last line before the
 * limit that begins like `start`, so that a long list is divided between two of its items.
 */
export function cutBlock(src: string, start: RegExp): string {
  if (src.length <= MAX_CONTAINER_LENGTH) return src;
  let newline = src.lastIndexOf('\n', MAX_CONTAINER_LENGTH - 1);
  if (newline <= 0) newline = src.indexOf('\n', MAX_CONTAINER_LENGTH);
  if (newline === -1) return src;
  for (let at = newline; at > newline - LOOK_BACK && at > 0; at = src.lastIndexOf('\n', at - 1)) {
    if (start.test(src.slice(at + 1, at + 16))) return src.slice(0, at + 1);
  }
  return src.slice(0, newline + 1);
}
