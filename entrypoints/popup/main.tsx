import { render } from 'preact';
import { PageActions } from '@/components/ui/page-actions';
import { loadAppModel } from '@/utils/state/app-model';
import { createRunModel } from '@/utils/state/run-model';
import { viewedWindowId } from '@/utils/surfaces/panel';
import { pageActions } from '@/utils/state/page-actions';
import { localiseDocument } from '@/utils/surfaces/localise-document';
import { loadFirstView, PopupApp } from './popup-app';

localiseDocument(document);
const root = document.querySelector('#app');
const [app, windowId] = await Promise.all([loadAppModel(), viewedWindowId(location.search)]);
await loadFirstView(app);
if (root) {
  render(
    <PageActions.Provider value={pageActions()}>
      <PopupApp app={app} windowId={windowId} runs={createRunModel(windowId)} />
    </PageActions.Provider>,
    root,
  );
}
