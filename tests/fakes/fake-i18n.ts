import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';

const messages = generateChromeMessages(await parseMessagesFile('locales/en.yml'));

/** `browser.i18n` over the real English locale file; an unknown key throws instead of being empty. */
export const fakeI18n = {
  getMessage: (key: string): string => {
    if (key === '@@bidi_dir') return 'ltr';
    const message = messages[key]?.message;
    if (message === undefined) throw new Error(`no message ${key} in locales/en.yml`);
    return message;
  },
  getUILanguage: (): string => 'en-US',
};
