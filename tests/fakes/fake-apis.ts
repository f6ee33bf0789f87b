import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CardInvitation } from '@/utils/card/card-channel';
import type { FakeExtension } from './extension';
import type { FakePort } from './fake-port';

/** Puts the browser's APIs in place for a new background, as far as no fake of their own does. */
export function fakeApis(extension: FakeExtension, connect: (name: string) => FakePort): void {
  Object.assign(fakeBrowser, {
    identity: extension.identity.start(),
    sidePanel: {
      open: ({ windowId }: { windowId: number }) => {
        extension.openedPanels.push(windowId);
        return extension.panelOpens ? Promise.resolve() : Promise.reject(new Error('refused'));
      },
    },
    scripting: {
      executeScript: (injection: Injection) => inject(extension, injection),
    },
  });
  Object.assign(fakeBrowser.contextMenus, {
    create: (item: object) => extension.menuItems.push(item),
    removeAll: () => Promise.resolve(extension.menuItems.splice(0)),
  });
  Object.assign(fakeBrowser.runtime, {
    connect: ({ name }: { name: string }) => connect(name),
  });
  Object.assign(fakeBrowser.tabs, {
    query: ({ windowId }: { windowId?: number }) =>
      Promise.resolve(extension.identity.tabsOf(windowId)),
    create: ({ url }: { url: string }) => {
      extension.openedTabs.push(url);
      return Promise.resolve({});
    },
  });
  Object.assign(fakeBrowser.windows, {
    get: async (id: number) => ({ id, incognito: extension.privateWindows.has(id) }),
    update: (id: number, { focused }: { focused: boolean }) => {
      if (focused) extension.focusedWindows.push(id);
      return Promise.resolve({});
    },
    WINDOW_ID_NONE: -1,
    remove: async (id: number) => extension.identity.closeWindow(id),
    create: ({ url }: { url: string }) => {
      extension.openedWindows.push(url);
      return Promise.resolve({});
    },
  });
}

interface Injection {
  target: object;
  files?: string[];
  args?: unknown[];
}

/** A page that is asked to run one of our scripts. */
async function inject(
  extension: FakeExtension,
  { target, files: [file] = [], args: [invitation] = [] }: Injection,
): Promise<object[]> {
  if (invitation !== undefined || file === '/card.js') {
    if (!extension.cardShows) throw new Error('Cannot access contents of the page.');
    if (invitation !== undefined) extension.invitations.push(invitation as CardInvitation);
    return [{ documentId: 'document-1', result: invitation === undefined }];
  }
  extension.readTargets.push(target);
  if (extension.pageSelection instanceof Error) throw extension.pageSelection;
  const { pageSelection: text, pageSentence: sentence } = extension;
  return [{ result: { kind: 'text', text, isCut: false, sentence } }];
}
