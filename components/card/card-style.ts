import base from '@/assets/base.css?inline';
import controls from '@/assets/controls.css?inline';
import tokens from '@/assets/tokens.css?inline';
import markdown from '@/components/markdown/markdown.css?inline';
import { fitSheet } from '@/utils/card/fit-sheet';
import card from './card.css?inline';

/** What must be there before the person's size can be asked for: the page's own is no more on the host then. */
export const hostStyle = card;

/**
 * All styles of a card, for its root.
 *
 * @param rem the size that the person has chosen in the browser, in CSS pixels
 */
export function cardStyle(rem: number): string {
  return fitSheet([tokens, base, controls, markdown, card].join('\n'), rem);
}
