import { render } from 'preact';
import { loadAppModel } from '@/utils/state/app-model';
import { setDocumentLanguage } from '@/utils/surfaces/document-language';
import { OptionsApp } from './options-app';

setDocumentLanguage(document);
const root = document.querySelector('#app');
const app = await loadAppModel();
if (root) render(<OptionsApp app={app} />, root);
