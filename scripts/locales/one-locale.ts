import { fileURLToPath } from 'node:url';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import type { Messages } from './messages.ts';
import { PSEUDO_LOCALES, pseudoLocale } from './pseudo-locale.ts';

/** A language that a build can have alone: of `locales`, or one of the two that nobody speaks. */
export type BuildLocale = 'en' | 'zh-CN' | (typeof PSEUDO_LOCALES)[number];

/** A file that WXT writes into the build, as its hook `build:publicAssets` knows it. */
type Asset = { relativeDest: string } & ({ contents: string } | { absoluteSrc: string });

/** The words of a language by their key, such as `account_signIn`. */
export async function messagesOf(locale: BuildLocale): Promise<Messages> {
  const pseudo = PSEUDO_LOCALES.find((one) => one === locale);
  const file = new URL(`../../locales/${pseudo ? 'en' : locale}.yml`, import.meta.url);
  const messages = generateChromeMessages(await parseMessagesFile(fileURLToPath(file)));
  return pseudo ? pseudoLocale(pseudo, messages) : messages;
}

/**
 * Leaves one language in a build, where every browser finds it whatever its own language is: as the
 * default. For tests and pictures; a build for a store has all of `locales`, and none of the others.
 *
 * @param name of a `BuildLocale`; without one nothing changes
 * @throws Error where the build is for a store
 */
export function oneLocale(name: string | undefined) {
  return async (wxt: { config: { mode: string } }, assets: Asset[]): Promise<void> => {
    if (!name) return;
    if (wxt.config.mode === 'store') throw new Error('ONLY_LOCALE is for tests: unset it.');
    const others = assets.filter(({ relativeDest }) => !/^_locales[\\/]/.test(relativeDest));
    const contents = JSON.stringify(await messagesOf(asLocale(name)), null, 2);
    assets.splice(0, Infinity, ...others, { relativeDest: '_locales/en/messages.json', contents });
  };
}

function asLocale(name: string): BuildLocale {
  const all: readonly BuildLocale[] = ['en', 'zh-CN', ...PSEUDO_LOCALES];
  const locale = all.find((one) => one === name);
  if (!locale) throw new Error(`ONLY_LOCALE is "${name}", but must be one of ${all.join(', ')}.`);
  return locale;
}
