import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { BROWSER_NAMES, type BrowserName } from '../demo/browsers.ts';

/** What the command was asked for. */
export interface SoakArguments {
  readonly browser: BrowserName;
  /** The same seed makes the same choices; what they meet depends on the machine besides. */
  readonly seed: number;
  /** How many runs to start. */
  readonly runs: number;
}

const KNOWN = 'Known are --browser, --seed and --runs.';

/**
 * Reads the arguments of the command line.
 *
 * @throws Error with one sentence for the person who runs it
 */
export function readArguments(args: readonly string[]): SoakArguments {
  const values = parse(args);
  const browser = BROWSER_NAMES.find((name) => name === values.browser);
  if (browser === undefined) {
    throw new Error(
      `--browser is "${values.browser}", but it must be ${BROWSER_NAMES.join(' or ')}.`,
    );
  }
  const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
  const runs = Number(values.runs);
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs) || runs < 1) {
    throw new Error(`--seed and --runs are whole numbers. ${KNOWN}`);
  }
  return { browser, seed, runs };
}

function parse(args: readonly string[]) {
  const options = {
    browser: { type: 'string', default: 'chromium' },
    seed: { type: 'string' },
    runs: { type: 'string', default: '800' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    const [sentence = ''] = cause instanceof Error ? cause.message.split(/\. |\n/) : [];
    throw new Error(`${sentence}. ${KNOWN}`, { cause });
  }
}
