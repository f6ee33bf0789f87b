import type { AccountSettings } from '@/utils/account/account-settings';
import { answerLanguage, otherwiseLanguage } from '@/utils/actions/answer-language';
import { detectLanguage } from '@/utils/actions/detect-language';
import { UNDETERMINED } from '@/utils/actions/language-name';
import { browser } from '@/utils/browser';
import { repairText } from '@/utils/text/repair-text';
import type { Brief, Run } from './run';

/**
 * Decides how the text of a run is sent: by what its account has set, and by the text itself. What was decided
 * stays, but for the mask: that is as it is set when the text leaves. A language that is not determined is looked
 * for, again if need be: of the same text it stays what it was.
 */
export async function makeBrief(run: Run, settings: AccountSettings = {}): Promise<Brief> {
  const isMasked = settings.masks ?? false;
  if (run.brief && run.brief.language !== UNDETERMINED) return { ...run.brief, isMasked };
  const { i18n } = browser;
  const accepted = (await i18n.getAcceptLanguages?.().catch(() => undefined)) ?? [];
  const choice = {
    text: await detectLanguage(run.text),
    own: settings.language ?? i18n.getUILanguage(),
    second: settings.secondLanguage,
    accepted,
  };
  const isRepaired = run.brief?.isRepaired ?? repairText(run.text) !== run.text;
  return {
    language: answerLanguage(run.action, choice),
    otherwise: otherwiseLanguage(run.action, choice),
    isRepaired,
    isMasked,
  };
}
