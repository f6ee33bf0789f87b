import type { View } from '../../tests/drivers/driver.ts';

/** Nothing has changed for so long. Milliseconds. */
const QUIET_MS = 150;
/** An answer that streams never rests. Milliseconds. */
const PATIENCE_MS = 1_500;

const SETTLE = `(async () => {
  // A window that grows with what is in it would show the scroll bars of the size it had before.
  document.documentElement.style.scrollbarWidth = 'none';
  await document.fonts.ready;
  const isDrawn = () =>
    document.readyState === 'complete' && document.querySelector('#app')?.childElementCount !== 0;
  for (let left = 100; left > 0 && !isDrawn(); left -= 1) await new Promise((next) => setTimeout(next, 50));
  await new Promise((resolve) => {
    let quiet = setTimeout(resolve, ${QUIET_MS});
    setTimeout(resolve, ${PATIENCE_MS});
    new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(resolve, ${QUIET_MS});
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  // Not those without an end.
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
  await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 500); });
})()`;

/** Waits until a document has come to rest. */
export async function settle(view: View): Promise<void> {
  await view.evaluate(SETTLE);
}
