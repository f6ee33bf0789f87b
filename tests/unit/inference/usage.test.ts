// @vitest-environment node
import { expect, it } from 'vitest';
import { readAnswer } from '@/utils/inference/read-answer';
import type { Usage } from '@/utils/inference/meter';
import { bodyOf } from '../support/streams';

const data = (value: object) => `data: ${JSON.stringify(value)}\n\n`;
const delta = (content: string) => data({ choices: [{ delta: { content } }] });
const usage = (completion_tokens: number) =>
  data({ choices: [], usage: { prompt_tokens: 40, completion_tokens } });

/** The count that is known when a stream has broken off. */
async function countOf(...pieces: string[]): Promise<Usage | undefined> {
  let known: Usage | undefined;
  const listener = {
    onBytes: () => {},
    onUsage: (counted: Usage | undefined) => {
      known = counted;
    },
  };
  const answer = readAnswer(bodyOf(pieces).stream, listener);
  try {
    while (!(await answer.next()).done);
  } catch {
    // It was cut.
  }
  return known;
}

it('takes no count for that of the answer when text has come after it', async () => {
  expect(await countOf(usage(1), delta('A lens '), delta('bends light.'))).toBeUndefined();
});

it('takes the count that came with the last text', async () => {
  expect(await countOf(delta('A lens.'), usage(3))).toEqual({ inputTokens: 40, outputTokens: 3 });
});
