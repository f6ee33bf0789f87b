import { parseArgs } from 'node:util';
import { BROWSER_NAMES, type BrowserName } from '../demo/browsers.ts';

/** The languages that pictures are taken in: ours, and the two that nobody speaks. */
export const LANGUAGES = ['en', 'zh-CN', 'en-XA', 'ar-XB'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What the command was asked for. */
export interface ScreensArguments {
  readonly browsers: readonly BrowserName[];
  readonly languages: readonly Language[];
  /** Words of which a screen's surface and name must have one; none is all of them. */
  readonly only: readonly string[];
}

/**
 * Reads the arguments of the command line.
 *
 * @throws Error with one sentence for the person who runs it
 */
export function readArguments(args: readonly string[]): ScreensArguments {
  const { browser, language, only } = parse(args);
  return {
    browsers: chosen('--browser', browser, BROWSER_NAMES),
    languages: chosen('--language', language, LANGUAGES),
    only: only.flatMap((words) => words.split(/[\s,]+/)).filter(Boolean),
  };
}

function chosen<T extends string>(
  option: string,
  names: readonly string[],
  all: readonly T[],
): readonly T[] {
  const wrong = names.find((name) => !all.some((each) => each === name));
  if (wrong !== undefined)
    throw new Error(`${option} is "${wrong}", but it must be one of ${all.join(', ')}.`);
  return names.length === 0 ? all : all.filter((each) => names.includes(each));
}

function parse(args: readonly string[]) {
  const list = { type: 'string', multiple: true, default: [] as string[] } as const;
  try {
    return parseArgs({ args: [...args], options: { browser: list, language: list, only: list } })
      .values;
  } catch (cause) {
    const [sentence = ''] = cause instanceof Error ? cause.message.split(/\. |\n/) : [];
    throw new Error(`${sentence}. Known are --browser, --language and --only.`, { cause });
  }
}
