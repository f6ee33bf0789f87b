import { render } from 'preact';
import { i18n } from '#i18n';
import { loadAppModel } from '@/utils/state/app-model';
import { localiseDocument } from '@/utils/surfaces/localise-document';
import { OptionsApp } from './options-app';

localiseDocument(document, i18n.t('options.title'));
const root = document.querySelector('#app');
const app = await loadAppModel();
if (root) render(<OptionsApp app={app} />, root);
