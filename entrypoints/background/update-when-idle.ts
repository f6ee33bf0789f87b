import { browser } from '@/utils/browser';
import type { RunKeeping } from '@/utils/journal/keep-runs';
import { hasEnded, type Run } from '@/utils/runs/run';
import type { RunStore } from '@/utils/runs/run-store';

/**
 * Lets an update of the extension wait until nothing is under way, nothing waits for the person, and what
 * nobody has read yet is on disk: who listens to `runtime.onUpdateAvailable` is not updated before the next
 * start or `runtime.reload`, and a reload empties `storage.session`.
 */
export function updateWhenIdle(store: RunStore, keeping: RunKeeping): void {
  let isAvailable = false;
  const isSafe = (run: Run) => hasEnded(run.state) && (run.isRead || keeping.isOnDisk(run));
  const check = async () => {
    if (!isAvailable) return;
    await keeping.settled();
    if (store.all().every(isSafe)) browser.runtime.reload();
  };
  store.observe({ onChange: () => void check(), onForget: () => void check() });
  browser.runtime.onUpdateAvailable.addListener(() => {
    isAvailable = true;
    void check();
  });
}
