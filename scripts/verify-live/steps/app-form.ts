import {
  CHROMIUM_REDIRECT_URI,
  FIREFOX_REDIRECT_URI,
} from '../../../utils/config/extension-ids.ts';
import { askYesOrNo } from '../person.ts';
import type { Step } from '../step.ts';

/** The form is the person's to fill in; what it accepts is asked for. */
export const appForm: Step = {
  question: 'app-form',
  about:
    'You create a public OAuth app, or open one you have, and see which redirect URIs its form takes.',
  run: async ({ person, providerOrigin }, note) => {
    person.say(
      `Open ${providerOrigin}/settings/applications/new and choose a public app (no secret).\nRegister both redirect URIs:\n  ${CHROMIUM_REDIRECT_URI}\n  ${FIREFOX_REDIRECT_URI}`,
    );
    const chromium = await askYesOrNo(person, 'Was the chromiumapp.org address accepted?');
    note({ kind: 'finding', finding: `chromium-uri-${chromium}` });
    const firefox = await askYesOrNo(person, 'Was the extensions.allizom.org address accepted?');
    note({ kind: 'finding', finding: `firefox-uri-${firefox}` });
  },
};
