import type { FirefoxConnection } from './firefox-connection.ts';
import { openDocuments } from './firefox-documents.ts';
import { poll } from './poll.ts';

const STATE = `(extensionId) => WebExtensionPolicy.getByID(extensionId).extension.backgroundState`;

// What the idle timer calls. A listener that has not answered yet would put it off once.
const TERMINATE = `(extensionId) => {
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  return extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
}`;

/** The event page of an extension. */
export class FirefoxBackground {
  readonly #connection: FirefoxConnection;
  readonly #extensionId: string;

  constructor(connection: FirefoxConnection, extensionId: string) {
    this.#connection = connection;
    this.#extensionId = extensionId;
  }

  async runs(): Promise<boolean> {
    return (await this.#state()) !== 'stopped';
  }

  async kill(): Promise<void> {
    await poll('the background to end', async () => {
      if (!(await this.runs())) return true;
      // Once more where an event, such as a change of storage, has started it again in the meantime.
      await this.#connection.inBrowser(TERMINATE, this.#extensionId);
      return !(await this.runs());
    });
  }

  async evaluate<T>(expression: string): Promise<T> {
    const page = await poll('the background to run', async () => {
      if ((await this.#state()) !== 'running') return undefined;
      const open = await openDocuments(this.#connection, this.#extensionId);
      return open.find(({ kind }) => kind === 'background');
    });
    return this.#connection.evaluate<T>(page.browserId, expression);
  }

  #state(): Promise<string> {
    return this.#connection.inBrowser<string>(STATE, this.#extensionId);
  }
}
