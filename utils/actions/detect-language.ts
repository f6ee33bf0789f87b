import { browser } from '@/utils/browser';
import { chineseOf } from './chinese-script';
import { languageOfScript } from './language-of-script';

/** As much as a detector needs; more only takes time. */
const SAMPLE = 4_000;

/** In shorter texts of a script that many languages share detectors guess, and call it reliable. */
const SHORTEST = 24;

/** A detector on this computer answers at once. */
const PATIENCE_MS = 2_000;

/** In percent of the text: below that it is a mixture. */
const MAIN_SHARE = 60;

/** Language of a text, BCP 47, by the browser's own detector; `undefined` where that is not reliable. */
export async function detectLanguage(text: string): Promise<string | undefined> {
  const sample = text.slice(0, SAMPLE).trim();
  const byScript = languageOfScript(sample);
  if (byScript || sample.length < SHORTEST) return byScript;
  const found = await askDetector(sample);
  const [main] = (found?.languages ?? []).toSorted((a, b) => b.percentage - a.percentage);
  if (!found?.isReliable || !main || main.percentage < MAIN_SHARE) return undefined;
  const language = canonical(main.language);
  // Without its script, which some detectors never name.
  return language === 'zh' ? chineseOf(sample) : language;
}

/** A browser without a detector knows no language, nor does one whose detector doesn't answer. */
async function askDetector(sample: string) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  try {
    return await Promise.race([browser.i18n.detectLanguage?.(sample), silence]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
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
