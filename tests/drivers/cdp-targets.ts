import type { CdpConnection } from './cdp-connection.ts';

/** Something of the browser that can be attached to. */
export interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

async function targets(connection: CdpConnection): Promise<Target[]> {
  // Listing does not attach, so the background goes on idling as it does for users.
  const { targetInfos } = await connection.send<{ targetInfos: Target[] }>('Target.getTargets');
  return targetInfos;
}

/** Every document: tabs, the sign-in window, the popup and the panel, in no promised order. */
export async function pages(connection: CdpConnection): Promise<Target[]> {
  return (await targets(connection)).filter(({ type }) => type === 'page');
}

/** The running background of an extension; there is none while it is stopped. */
export async function backgroundOf(
  connection: CdpConnection,
  extensionOrigin: string,
): Promise<Target | undefined> {
  return (await targets(connection)).find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(extensionOrigin),
  );
}

/** The browser window that a document is in; none for the popup and the side panel. */
export async function windowOf(
  connection: CdpConnection,
  targetId: string,
): Promise<number | undefined> {
  return connection
    .send<{ windowId: number }>('Browser.getWindowForTarget', { targetId })
    .then(({ windowId }) => windowId)
    .catch(() => undefined);
}

/** Whether an address is this page of the extension, with any query or fragment. */
export function isPage(url: string, page: string): boolean {
  return url === page || url.startsWith(`${page}?`) || url.startsWith(`${page}#`);
}
