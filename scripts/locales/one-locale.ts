import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import type { Messages } from './messages.ts';
import { PSEUDO_LOCALES, pseudoLocale } from './pseudo-locale.ts';

const FOLDER = fileURLToPath(new URL('../../locales/', import.meta.url));

/** A file that WXT writes into the build, as its hook `build:publicAssets` knows it. */
type Asset = { relativeDest: string } & ({ contents: string } | { absoluteSrc: string });

/**
 * The words of a language by their key, such as `account_signIn`.
 *
 * @param locale the name of a file in `locales`, `en-XA` or `ar-XB`
 * @throws Error with the names there are
 */
export async function messagesOf(locale: string): Promise<Messages> {
  const own = readdirSync(FOLDER).map((file) => file.replace(/\.yml$/, ''));
  const pseudo = PSEUDO_LOCALES.find((name) => name === locale);
  if (!pseudo && !own.includes(locale)) {
    throw new Error(`There is no locale "${locale}". ${[...own, ...PSEUDO_LOCALES].join(', ')}`);
  }
  const file = `${FOLDER}${pseudo ? 'en' : locale}.yml`;
  const messages = generateChromeMessages(await parseMessagesFile(file));
  return pseudo ? pseudoLocale(pseudo, messages) : messages;
}

/**
 * Leaves one language in a build, where every browser finds it whatever its own language is: as the
 * default. For tests and pictures; a build for a store has all of `locales`, and none of the others.
 *
 * @param locale as `messagesOf` takes it; without one nothing changes
 * @throws Error where the build is for a store
 */
export function oneLocale(locale: string | undefined) {
  return async (wxt: { config: { mode: string } }, assets: Asset[]): Promise<void> => {
    if (!locale) return;
    if (wxt.config.mode === 'store') throw new Error('ONLY_LOCALE is for tests: unset it.');
    const others = assets.filter(({ relativeDest }) => !/^_locales[\\/]/.test(relativeDest));
    const contents = JSON.stringify(await messagesOf(locale), null, 2);
    assets.splice(0, Infinity, ...others, { relativeDest: '_locales/en/messages.json', contents });
  };
}
