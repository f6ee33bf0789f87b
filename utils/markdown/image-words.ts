import type { Tokens } from 'marked';
import { decodeEntities } from './decode-entities';
import { safeUrl } from './safe-url';

/** What stands in for an image, which is never loaded. `host` is empty if its address is refused. */
export type ImageWords = (alt: string, host: string) => string;

/** The words for an image, which says what it shows and where it would come from. */
export function describeImage(token: Tokens.Image, words: ImageWords): string {
  const url = safeUrl(decodeEntities(token.href));
  return words(decodeEntities(token.text), url ? new URL(url).host : '');
}
