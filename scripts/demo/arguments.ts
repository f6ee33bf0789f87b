import { parseArgs } from 'node:util';
import { BROWSER_NAMES, type BrowserName } from './browsers.ts';

/** What the command was asked for. */
export interface DemoArguments {
  readonly browser: BrowserName;
  /** Whether the demo is to play the journey itself, also where a person could. */
  readonly isJourney: boolean;
}

/**
 * Reads the arguments of the command line.
 *
 * @throws Error with one sentence for the person who runs it
 */
export function readArguments(args: readonly string[]): DemoArguments {
  const { browser: chosen, journey } = parse(args);
  const browser = BROWSER_NAMES.find((name) => name === chosen);
  if (browser === undefined) {
    throw new Error(`--browser is "${chosen}", but it must be ${BROWSER_NAMES.join(' or ')}.`);
  }
  return { browser, isJourney: journey };
}

function parse(args: readonly string[]) {
  const options = {
    browser: { type: 'string', default: 'chromium' },
    journey: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    const [sentence = ''] = cause instanceof Error ? cause.message.split(/\. |\n/) : [];
    throw new Error(`${sentence}. Known are --browser and --journey.`, { cause });
  }
}
