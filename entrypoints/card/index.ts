import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawTextsUnreadable } from '@/components/card/draw-unreadable';
import { openCard } from './open-card';

/** Runs in a frame where the person has chosen an action, and stays until its card is closed. */
export default defineUnlistedScript(() => {
  drawTextsUnreadable();
  return openCard();
});
