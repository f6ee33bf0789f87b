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
const windowId = await viewedWindowId(location.search);
// Attached before anything else: the background opens a window of its own where no panel attaches.
const runs = createRunModel(windowId);
// There is a run nearly always, and what is drawn late moves the rest.
const [app] = await Promise.all([loadAppModel(), LaterConversation.load()]);
await loadFirstView(app);
if (root) {
  render(
    <PageActions.Provider value={pageActions()}>
      <PanelApp app={app} runs={runs} windowId={windowId} />
    </PageActions.Provider>,
    root,
  );
}
