import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserSession, View } from '../../tests/drivers/driver.ts';
import type { Hub } from '../../tests/hub/hub.ts';

/** What the screens are played on: a local Hub, and a browser with Companion built against it. */
interface Ground {
  readonly hub: Hub;
  readonly browser: BrowserSession;
  /** A tab with the Hub's article. */
  readonly article: View;
  /** Of the unpacked build. */
  readonly extensionDir: string;
}

export interface Scene extends Omit<Ground, 'extensionDir'> {
  /** Words of the build by their key, such as `run.stop`. */
  readonly word: (key: string) => string;
  /** The same as a pattern, where values are filled in. */
  readonly named: (key: string) => RegExp;
  /** Opens a page of the extension in a tab, in place of the one that was opened before. */
  open(page: string): Promise<View>;
  /** The page that was opened last, if it is this one; otherwise opens it. */
  reuse(page: string): Promise<View>;
}

/** @throws Error from `word`, for a key that the build does not have */
export function makeScene({ extensionDir, ...ground }: Ground): Scene {
  const words = readWords(extensionDir);
  let opened: { page: string; view: View } | undefined;
  const open = async (page: string): Promise<View> => {
    const before = opened?.view;
    const view = await ground.browser.openTab(ground.browser.extensionUrl(page));
    opened = { page, view };
    await before?.close().catch(() => undefined);
    return view;
  };
  const word = (key: string): string => {
    const found = words.get(key.replaceAll('.', '_'));
    if (found === undefined) throw new Error(`no message ${key}`);
    return found;
  };
  return {
    ...ground,
    word,
    named: (key) => {
      const parts = word(key).split(/\{\w+\}|\$\d/);
      return new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.*')}$`, 's');
    },
    open,
    reuse: async (page) => (opened?.page === page ? opened.view : await open(page)),
  };
}

/** The words of the default language, which is the only one of a build for pictures. */
function readWords(extensionDir: string): ReadonlyMap<string, string> {
  const file = path.join(extensionDir, '_locales/en/messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
  return new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));
}
