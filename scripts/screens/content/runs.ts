import type { KeptRun } from '../page-world.ts';
import { LONG_ANSWER, PAGE, REASONING, SHORT_ANSWER, TEXT } from './texts.ts';

const RECEIPT = {
  inputTokens: 212,
  outputTokens: 64,
  isEstimated: false,
  provider: 'abacus',
  firstTokenMs: 420,
  tokensPerSecond: 180,
  costUsd: 0.0000068,
};

/** A run that has ended well. */
export const DONE = {
  action: 'summarize',
  text: TEXT,
  page: PAGE,
  choice: { model: 'demo/extractive' },
  brief: { language: 'en', isRepaired: true, isMasked: false },
  sentCharacters: TEXT.length,
  answer: SHORT_ANSWER,
  receipt: RECEIPT,
  state: { kind: 'done', finish: 'stop' },
} as const satisfies KeptRun;

/** One that has been sent, and has no answer. */
export const SENT = { ...DONE, answer: '', receipt: undefined } satisfies KeptRun;

/** With all that an answer can have. */
export const LONG = {
  ...DONE,
  action: 'explain',
  answer: LONG_ANSWER,
  reasoning: REASONING,
  receipt: { ...RECEIPT, outputTokens: 1_204, costUsd: 0.0213, billTo: 'analytical-engine' },
} as const satisfies KeptRun;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A history of a month, the newest last. */
export function manyRuns(now: number): KeptRun[] {
  const actions = ['summarize', 'explain', 'translate', 'rewrite', 'fix-grammar', 'ask'] as const;
  return Array.from({ length: 10 }, (_, index) => {
    const action = actions[index % actions.length] ?? 'ask';
    return {
      ...DONE,
      startedAt: now - Math.round((10 - index) ** 1.6 * 0.5 * DAY_MS) - 60_000,
      action,
      page: { ...PAGE, title: `${PAGE.title}, part ${index + 1}` },
      ...(action === 'ask' ? { question: `Who cut lens ${index} into rings, and when?` } : {}),
      ...(index % 7 === 3 ? { state: { kind: 'stopped' } as const } : {}),
      ...(index % 9 === 4
        ? { state: { kind: 'failed', error: { kind: 'interrupted' } } as const }
        : {}),
    };
  });
}
