import type { CardActions } from '@/utils/messaging/card-port-server';
import type { RunViewers } from '@/utils/messaging/run-port-server';
import { keepAlive } from '@/utils/runs/keep-alive';
import { NO_WINDOW } from '@/utils/surfaces/panel';
import { loadRun } from './load-run';
import type { Background } from './request-handlers';
import { openSurface, showAfterGesture, showSomewhere } from './show-somewhere';

/** What cards may have done. */
export function cardActions(
  background: Pick<Background, 'runs' | 'journals' | 'restored'>,
  viewers: RunViewers,
): CardActions {
  const { runs } = background;
  const load: CardActions['load'] = (id) => loadRun(background, id);
  return {
    load,
    stop: (id) => runs.stop(id),
    showMore: (id, { surface, windowId = NO_WINDOW, isGesture }) => {
      // Nothing may come before this line that waits: the gesture would be over.
      const opening = isGesture ? openSurface(surface, windowId) : undefined;
      const showIt = async () => {
        const run = await load(id);
        const isShown = runs.store.shownIn(windowId).includes(run);
        if (!isShown) runs.store.show(windowId, run);
        // Firefox opens its sidebar for no click in a page, but it may be there.
        await (opening && (await opening)
          ? showSomewhere(opening, windowId, viewers)
          : showAfterGesture(surface, windowId, viewers));
      };
      // Deleted in the meantime: there is nothing more to show.
      void keepAlive(showIt().catch(() => undefined));
    },
  };
}
