import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FakeEvent } from './fake-event';
import { fakeI18n } from './fake-i18n';

/** The configuration of a plain build; integration tests put the local Hub's in its place. */
export const plainBuild = {
  clientId: undefined,
  scopes: 'openid profile inference-api',
  providerOrigin: 'https://huggingface.co',
  routerOrigin: 'https://router.huggingface.co',
  extraOrigins: [],
};

Object.assign(globalThis, { __BUILD_CONFIGURATION__: plainBuild });

// What @webext-core/fake-browser leaves out and the extension uses.
Object.assign(fakeBrowser, {
  i18n: fakeI18n,
  contextMenus: {
    create: () => undefined,
    removeAll: () => Promise.resolve(),
    onClicked: new FakeEvent<[object, object | undefined]>(),
  },
});
// The person has taken nothing back.
Object.assign(fakeBrowser.permissions, {
  contains: () => Promise.resolve(true),
  getAll: () => Promise.resolve({ permissions: [], origins: [] }),
  onAdded: new FakeEvent<[object]>(),
  onRemoved: new FakeEvent<[object]>(),
});
Object.assign(fakeBrowser.commands, { getAll: () => Promise.resolve([]) });
Object.assign(fakeBrowser.runtime, {
  onConnect: new FakeEvent<[object]>(),
  getPlatformInfo: () => Promise.resolve({ os: 'linux', arch: 'x86-64' }),
});
for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session]) {
  Object.assign(area, { setAccessLevel: () => Promise.resolve() });
}

// Node has a navigator, but none that knows of a network.
Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });

// happy-dom has no top layer; what is shown is told by `hidden` there.
if (typeof HTMLElement !== 'undefined') {
  Object.assign(HTMLElement.prototype, {
    showPopover: () => undefined,
    hidePopover: () => undefined,
  });
}
