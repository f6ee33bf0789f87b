import { i18n } from '#i18n';
import { browser } from '@/utils/browser';
import { formatList } from '@/utils/format/lists';
import { plural } from '@/utils/format/plural';
import { hasEnded, isUnderWay } from '@/utils/runs/run';
import type { RunStore } from '@/utils/runs/run-store';

/** Dark enough for white digits in both themes. */
const RUNNING = '#6b5b00';
const FINISHED = '#17603a';

/**
 * Shows on the toolbar button how many answers have come that nobody has seen, and that some are on
 * their way; its title says it in words. Only of the account in use.
 */
export function showBadge(store: RunStore): void {
  let shown = '';
  const show = () => {
    const visible = store.all().filter((run) => store.isVisible(run));
    const running = visible.filter(({ state }) => isUnderWay(state)).length;
    const finished = visible.filter(({ state, isRead }) => hasEnded(state) && !isRead).length;
    const state = `${running} ${finished}`;
    if (state === shown) return;
    shown = state;
    const text = finished > 0 ? String(finished) : running > 0 ? '…' : '';
    void browser.action?.setBadgeText({ text });
    void browser.action?.setBadgeBackgroundColor({ color: finished > 0 ? FINISHED : RUNNING });
    void browser.action?.setTitle({ title: titleOf(running, finished) });
  };
  store.observe({
    onRestore: show,
    onStart: show,
    onChange: show,
    onForget: show,
    onViewer: show,
  });
}

function titleOf(running: number, finished: number): string {
  const parts = [
    ...(running > 0 ? [plural('badge.running', running)] : []),
    ...(finished > 0 ? [plural('badge.finished', finished)] : []),
  ];
  const name = i18n.t('extension.shortName');
  return parts.length > 0 ? `${name}: ${formatList(parts)}` : name;
}
