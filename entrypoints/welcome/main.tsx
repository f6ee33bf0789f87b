import { render } from 'preact';
import { i18n } from '#i18n';
import { PageActions } from '@/components/ui/page-actions';
import { loadAppModel } from '@/utils/state/app-model';
import { pageActions } from '@/utils/state/page-actions';
import { createRunModel } from '@/utils/state/run-model';
import { loadWelcomeModel } from '@/utils/state/welcome-model';
import { localiseDocument } from '@/utils/surfaces/localise-document';
import { viewedWindowId } from '@/utils/surfaces/panel';
import { WelcomeApp } from './welcome-app';

localiseDocument(document, i18n.t('welcome.page'));
const root = document.querySelector('#app');
const [app, windowId] = await Promise.all([loadAppModel(), viewedWindowId(location.search)]);
const welcome = await loadWelcomeModel(app);
if (root) {
  render(
    <PageActions.Provider value={pageActions()}>
      <WelcomeApp app={app} runs={createRunModel(windowId)} windowId={windowId} welcome={welcome} />
    </PageActions.Provider>,
    root,
  );
}
