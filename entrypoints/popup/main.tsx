import { render } from 'preact';
import { PageActions } from '@/components/ui/page-actions';
import { loadAppModel } from '@/utils/state/app-model';
import { createRunModel } from '@/utils/state/run-model';
import { viewedWindowId } from '@/utils/surfaces/panel';
import { requestHostAccess } from '@/utils/surfaces/host-access';
import { localiseDocument } from '@/utils/surfaces/localise-document';
import { PopupApp } from './popup-app';

localiseDocument(document);
const root = document.querySelector('#app');
const [app, windowId] = await Promise.all([loadAppModel(), viewedWindowId(location.search)]);
if (root) {
  render(
    <PageActions.Provider value={{ allowHosts: requestHostAccess }}>
      <PopupApp app={app} windowId={windowId} runs={createRunModel(windowId)} />
    </PageActions.Provider>,
    root,
  );
}
