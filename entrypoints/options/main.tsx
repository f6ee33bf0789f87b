import { render } from 'preact';
import { PageActions } from '@/components/ui/page-actions';
import { loadAppModel } from '@/utils/state/app-model';
import { requestHostAccess } from '@/utils/surfaces/host-access';
import { localiseDocument } from '@/utils/surfaces/localise-document';
import { OptionsApp } from './options-app';
import { loadAddressedPlace } from './place-views';

localiseDocument(document);
const root = document.querySelector('#app');
const [app] = await Promise.all([loadAppModel(), loadAddressedPlace()]);
if (root) {
  render(
    <PageActions.Provider value={{ allowHosts: requestHostAccess }}>
      <OptionsApp app={app} />
    </PageActions.Provider>,
    root,
  );
}
