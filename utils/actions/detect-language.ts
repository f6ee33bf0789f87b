import { browser } from '@/utils/browser';
import { languageOfScript } from './language-of-script';

/** As much as a detector needs; more only takes time. */
const SAMPLE = 4_000;

/** In shorter texts of a script that many languages share detectors guess, and call it reliable. */
const SHORTEST = 24;

/** In percent of the text: below that it is a mixture. */
const MAIN_SHARE = 60;

/** Language of a text, BCP 47, by the browser's own detector; `undefined` where that is not reliable. */
export async function detectLanguage(text: string): Promise<string | undefined> {
  const sample = text.slice(0, SAMPLE).trim();
  const byScript = languageOfScript(sample);
  if (byScript || sample.length < SHORTEST) return byScript;
  // A browser without a detector knows no language.
  const found = await browser.i18n.detectLanguage?.(sample).catch(() => undefined);
  const [main] = (found?.languages ?? []).toSorted((a, b) => b.percentage - a.percentage);
  if (!found?.isReliable || !main || main.percentage < MAIN_SHARE) return undefined;
  return canonical(main.language);
}

/** Detectors write "iw" for Hebrew, and "un" for what they do not know. */
function canonical(tag: string): string | undefined {
  try {
    const [name] = Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
    return name === 'un' || name === 'und' ? undefined : name;
  } catch {
    // No tag at all.
    return undefined;
  }
}
