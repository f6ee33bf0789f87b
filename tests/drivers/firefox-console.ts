import type { FirefoxConnection } from './firefox-connection.ts';
import { openDocuments } from './firefox-documents.ts';

/** In a document, with the rights of the browser: what its process has kept, oldest first. */
const MESSAGES = `() => {
  const textOf = (value) => {
    if (typeof value !== 'object' || value === null) return String(value);
    // Without a waiver the browser sees nothing of what a page has put on its own objects.
    const plain = Cu.waiveXrays(value);
    const words = [];
    for (let each = plain; each && 'stack' in each; each = each.cause) {
      words.push(each.stack, each.message);
    }
    try { words.push(JSON.stringify(plain)); } catch { words.push(String(value)); }
    return words.join(' ');
  };
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  return [
    ...storage.getEvents().map((event) => [...(event.arguments ?? [])].map(textOf).join(' ')),
    ...Services.console.getMessageArray().map((message) => message.message),
  ];
}`;

/**
 * What the open documents have written to their consoles so far, with uncaught exceptions and the
 * browser's own remarks. Firefox keeps the last 200 of each document and the last 250 errors.
 */
export async function consoleMessages(
  connection: FirefoxConnection,
  extensionId: string,
): Promise<string[]> {
  const open = await openDocuments(connection, extensionId);
  const all = await Promise.all(
    // What closes meanwhile has taken its messages with it.
    open.map(({ browserId }) =>
      connection
        .inDocument(browserId)<string[]>(MESSAGES)
        .catch(() => []),
    ),
  );
  return [...new Set(all.flat())];
}
