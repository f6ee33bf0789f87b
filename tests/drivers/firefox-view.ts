import { writeFile } from 'node:fs/promises';

import type { ElementState, Look, Name, Role, Scope, View, Waiting } from './driver.ts';
import { FOCUSED, NAMES, STATE, wanted } from './firefox-accessibility.ts';
import type { Call, FirefoxConnection } from './firefox-connection.ts';
import { CLOSE, DOCUMENT_ID, FRONT, LOAD, LOOK, PICTURE, URL_OF } from './firefox-documents.ts';
import { OPEN_CLOSED_ROOT } from './firefox-closed-root.ts';
import { click, commitComposition, compose, drag, fill, press, read } from './firefox-element.ts';
import { describe } from './place.ts';
import { poll } from './poll.ts';
import { renderedText } from './rendered-text.ts';

/** A document in a browser element of Firefox: a tab, the sign-in window, the popup or the sidebar. */
export class FirefoxView implements View {
  readonly #connection: FirefoxConnection;
  readonly #browserId: number;
  /** In the document, in the front: a hidden tab has no accessibility tree that is up to date. */
  readonly #seen: Call;

  constructor(connection: FirefoxConnection, browserId: number) {
    this.#connection = connection;
    this.#browserId = browserId;
    this.#seen = connection.inDocument(browserId, true);
  }

  url(): Promise<string> {
    return this.#inBrowser<string>(URL_OF);
  }

  async waitFor(role: Role, name: Name, options: Waiting = {}): Promise<void> {
    const { timeoutMs, gone = false, ...scope } = options;
    await poll(
      `${gone ? 'no ' : ''}${describe(role, name, scope)}`,
      async () => (await this.has(role, name, scope)) !== gone,
      timeoutMs === undefined ? {} : { timeoutMs },
    );
  }

  async has(role: Role, name: Name, scope?: Scope): Promise<boolean> {
    return (await this.#seen<string[]>(NAMES, wanted(role, name, scope))).length > 0;
  }

  names(role: Role, scope?: Scope): Promise<string[]> {
    return this.#seen<string[]>(NAMES, wanted(role, undefined, scope));
  }

  click(role: Role, name: Name, scope?: Scope): Promise<void> {
    return click(this.#seen, { role, name, scope });
  }

  drag(role: Role, name: Name, by: { readonly x: number; readonly y: number }): Promise<void> {
    return drag(this.#seen, { role, name }, by);
  }

  fill(role: Role, name: Name, text: string): Promise<void> {
    return fill(this.#seen, { role, name }, text);
  }

  press(key: string): Promise<void> {
    return press(this.#seen, key);
  }

  compose(text: string): Promise<void> {
    return compose(this.#seen, text);
  }

  commitComposition(text: string): Promise<void> {
    return commitComposition(this.#seen, text);
  }

  text(role: Role, name: Name, scope?: Scope): Promise<string> {
    return read(this.#seen, { role, name, scope }, renderedText('element'));
  }

  value(role: Role, name: Name, scope?: Scope): Promise<string> {
    return read(this.#seen, { role, name, scope }, 'element.value');
  }

  state(role: Role, name: Name, scope?: Scope): Promise<ElementState> {
    return poll(describe(role, name, scope), () =>
      this.#seen<ElementState>(STATE, wanted(role, name, scope)),
    );
  }

  focused(): Promise<{ readonly role: string; readonly name: string }> {
    return this.#seen<{ role: string; name: string }>(FOCUSED);
  }

  waitUntil<T>(
    what: string,
    probe: () => Promise<T | undefined | false>,
    timeoutMs?: number,
  ): Promise<T> {
    return poll(what, probe, timeoutMs === undefined ? {} : { timeoutMs });
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.#connection.evaluate<T>(this.#browserId, expression);
  }

  async openClosedRoot(selector: string): Promise<void> {
    await this.#seen(OPEN_CLOSED_ROOT, selector);
  }

  async navigate(url: string): Promise<void> {
    const before = await this.#inBrowser<number>(DOCUMENT_ID);
    await this.#inBrowser(LOAD, url);
    await poll(
      `a document from ${url}`,
      async () => (await this.#inBrowser<number>(DOCUMENT_ID)) !== before,
    );
    await this.loaded();
  }

  /** Waits until the document and its resources have loaded. */
  async loaded(): Promise<void> {
    const address = await poll('the document to load', () =>
      this.evaluate<string | false>(
        `document.readyState === 'complete' && location.href !== 'about:blank' && document.documentURI`,
      ),
    );
    if (address.startsWith('about:neterror')) throw new Error(`${await this.url()}: ${address}`);
  }

  async bringToFront(): Promise<void> {
    await this.#inBrowser(FRONT);
  }

  isOpen(): Promise<boolean> {
    return this.url().then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    await this.#inBrowser(CLOSE);
    await poll('the document to close', async () => !(await this.isOpen()));
  }

  async screenshot(file: string): Promise<void> {
    await this.bringToFront();
    await writeFile(file, Buffer.from(await this.#inBrowser<string>(PICTURE), 'base64url'));
  }

  async withLook<T>(look: Look, use: () => Promise<T>): Promise<T> {
    await this.#inBrowser(LOOK, look);
    try {
      return await use();
    } finally {
      // The document may have closed itself meanwhile, and its look with it.
      await this.#inBrowser(LOOK, {}).catch(() => undefined);
    }
  }

  #inBrowser<T>(functionDeclaration: string, ...values: readonly unknown[]): Promise<T> {
    return this.#connection.inBrowser<T>(functionDeclaration, this.#browserId, ...values);
  }
}
