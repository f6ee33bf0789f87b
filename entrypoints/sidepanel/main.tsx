import { render } from 'preact';
import { LaterConversation } from '@/components/run/later-conversation';
import { PageActions } from '@/components/ui/page-actions';
import { loadAppModel } from '@/utils/state/app-model';
import { createRunModel } from '@/utils/state/run-model';
import { viewedWindowId } from '@/utils/surfaces/panel';
import { pageActions } from '@/utils/state/page-actions';
import { localiseDocument } from '@/utils/surfaces/localise-document';
import { loadFirstView, PanelApp } from './panel-app';

localiseDocument(document);
const root = document.querySelector('#app');
/** As soon as it can: the background opens a window of its own where no panel attaches. */
async function attach() {
  const windowId = await viewedWindowId(location.search);
  return { windowId, runs: createRunModel(windowId) };
}
const [{ windowId, runs }, app] = await Promise.all([
  attach(),
  loadAppModel(),
  // There is a run nearly always, and what is drawn late moves the rest.
  LaterConversation.load(),
]);
await loadFirstView(app);
if (root) {
  render(
    <PageActions.Provider value={pageActions()}>
      <PanelApp app={app} runs={runs} windowId={windowId} />
    </PageActions.Provider>,
    root,
  );
}
