import { render } from 'preact';
import { i18n } from '#i18n';
import { PageActions } from '@/components/ui/page-actions';
import { loadAppModel } from '@/utils/state/app-model';
import { requestHostAccess } from '@/utils/surfaces/host-access';
import { localiseDocument } from '@/utils/surfaces/localise-document';
import { OptionsApp } from './options-app';

localiseDocument(document, i18n.t('options.title'));
const root = document.querySelector('#app');
const app = await loadAppModel();
if (root) {
  render(
    <PageActions.Provider value={{ allowHosts: requestHostAccess }}>
      <OptionsApp app={app} />
    </PageActions.Provider>,
    root,
  );
}
