import { writeFile } from 'node:fs/promises';

import { findAll, findFocused } from './cdp-accessibility.ts';
import { callOn, evaluate } from './cdp-call.ts';
import type { CdpConnection } from './cdp-connection.ts';
import { act, prepareClick, prepareDrag, prepareFill } from './cdp-element.ts';
import type { Attached } from './cdp-element.ts';
import { pressKey } from './cdp-keys.ts';
import { openClosedRoot } from './cdp-closed-root.ts';
import { wearing } from './cdp-look.ts';
import type { ElementState, Look, Name, Role, Scope, View, Waiting } from './driver.ts';
import { describe } from './place.ts';
import type { Place } from './place.ts';
import { poll } from './poll.ts';
import { renderedText } from './rendered-text.ts';

/**
 * A document behind a CDP target of type `page`: Chromium gives tabs, the sign-in window, the real
 * popup and the real side panel that same type.
 *
 * It attaches for the length of one action only: a popup with a debugger on it does not close when
 * it loses the focus, which would hide what users see.
 */
export class CdpView implements View {
  readonly targetId: string;
  readonly attached: Attached;
  readonly #connection: CdpConnection;
  /** As `attached`, in the front: in a hidden tab Chromium never answers about accessibility. */
  readonly #seen: Attached;

  constructor(connection: CdpConnection, targetId: string) {
    this.#connection = connection;
    this.targetId = targetId;
    this.attached = (use) => connection.withSession(targetId, use);
    this.#seen = (use) =>
      this.attached(async (send) => {
        if (await evaluate<boolean>(send, 'document.hidden')) await send('Page.bringToFront');
        return use(send);
      });
  }

  async url(): Promise<string> {
    const { targetInfo } = await this.#connection.send<{ targetInfo: { url: string } }>(
      'Target.getTargetInfo',
      { targetId: this.targetId },
    );
    return targetInfo.url;
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
    return (await this.#seen((send) => findAll(send, role, name, scope))).length > 0;
  }

  async names(role: Role, scope?: Scope): Promise<string[]> {
    const found = await this.#seen((send) => findAll(send, role, undefined, scope));
    return found.map(({ name }) => name);
  }

  click(role: Role, name: Name, scope?: Scope): Promise<void> {
    return act(this.#seen, { role, name, scope }, prepareClick);
  }

  drag(role: Role, name: Name, by: { readonly x: number; readonly y: number }): Promise<void> {
    return act(this.#seen, { role, name }, prepareDrag(by));
  }

  fill(role: Role, name: Name, text: string): Promise<void> {
    return act(this.#seen, { role, name }, prepareFill(text));
  }

  async press(key: string): Promise<void> {
    await this.#seen((send) => pressKey(send, key));
  }

  async compose(text: string): Promise<void> {
    const { length } = text;
    await this.#seen((send) =>
      send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length }),
    );
  }

  async commitComposition(text: string): Promise<void> {
    await this.#seen((send) => send('Input.insertText', { text }));
  }

  text(role: Role, name: Name, scope?: Scope): Promise<string> {
    return this.#read({ role, name, scope }, renderedText('this'));
  }

  value(role: Role, name: Name, scope?: Scope): Promise<string> {
    return this.#read({ role, name, scope }, 'this.value');
  }

  state(role: Role, name: Name, scope?: Scope): Promise<ElementState> {
    return act(
      this.#seen,
      { role, name, scope },
      async (_send, { state }) =>
        async () =>
          state,
    );
  }

  async focused(): Promise<{ readonly role: string; readonly name: string }> {
    const found = await this.#seen((send) => findFocused(send));
    return { role: found?.role ?? '', name: found?.name ?? '' };
  }

  waitUntil<T>(
    what: string,
    probe: () => Promise<T | undefined | false>,
    timeoutMs?: number,
  ): Promise<T> {
    return poll(what, probe, timeoutMs === undefined ? {} : { timeoutMs });
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.attached((send) => evaluate<T>(send, expression));
  }

  openClosedRoot(selector: string): Promise<void> {
    return this.attached((send) => openClosedRoot(send, selector));
  }

  async navigate(url: string): Promise<void> {
    const { errorText } = await this.attached((send) =>
      send<{ errorText?: string }>('Page.navigate', { url }),
    );
    if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
    await this.loaded();
  }

  /** Waits until the document and its resources have loaded. */
  async loaded(): Promise<void> {
    await poll('the document to load', () =>
      this.evaluate<boolean>(
        `document.readyState === 'complete' && location.href !== 'about:blank'`,
      ),
    );
  }

  async bringToFront(): Promise<void> {
    await this.attached((send) => send('Page.bringToFront'));
  }

  async isOpen(): Promise<boolean> {
    return this.url().then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    await this.#connection.send('Target.closeTarget', { targetId: this.targetId });
    await poll('the document to close', async () => !(await this.isOpen()));
  }

  async screenshot(file: string): Promise<void> {
    const { data } = await this.#seen((send) =>
      send<{ data: string }>('Page.captureScreenshot', { format: 'png' }),
    );
    await writeFile(file, Buffer.from(data, 'base64'));
  }

  withLook<T>(look: Look, use: () => Promise<T>): Promise<T> {
    return this.attached((send) => wearing(send, look, use));
  }

  #read(place: Place, expression: string): Promise<string> {
    return act(
      this.#seen,
      place,
      async (send, { node }) =>
        () =>
          callOn<string>(send, node, `function () { return ${expression}; }`),
    );
  }
}
