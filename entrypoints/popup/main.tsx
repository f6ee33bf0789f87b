import { render } from 'preact';
import { loadAppModel } from '@/utils/state/app-model';
import { createRunModel } from '@/utils/state/run-model';
import { viewedWindowId } from '@/utils/surfaces/panel';
import { localiseDocument } from '@/utils/surfaces/localise-document';
import { PopupApp } from './popup-app';

localiseDocument(document);
const root = document.querySelector('#app');
const [app, windowId] = await Promise.all([loadAppModel(), viewedWindowId(location.search)]);
if (root) render(<PopupApp app={app} windowId={windowId} runs={createRunModel(windowId)} />, root);
