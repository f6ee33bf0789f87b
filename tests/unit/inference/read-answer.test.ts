// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { MAXIMUM_ANSWER } from '@/utils/inference/answer-limit';
import { readAnswer } from '@/utils/inference/read-answer';
import { Failure } from '@/utils/errors/failure';
import { bodyOf, bytesOf, cuts } from '../support/streams';

function delta(content: object): string {
  return `data: ${JSON.stringify({ choices: [{ delta: content }] })}\n\n`;
}
const DONE = 'data: [DONE]\n\n';

/** What an answer comes to, and how it ends. */
async function outcomeOf(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const answer = readAnswer(body, { onBytes: () => {}, onUsage: () => {} });
  let text = '';
  let reasoning = '';
  try {
    for (;;) {
      const next = await answer.next();
      if (next.done) return { text, reasoning, ...next.value };
      expect(next.value.text + next.value.reasoning).not.toBe('');
      text += next.value.text;
      reasoning += next.value.reasoning;
    }
  } catch (cause) {
    return { text, reasoning, error: cause instanceof Failure ? cause.error : cause };
  }
}

async function outcomeOfPieces(...pieces: string[]) {
  return await outcomeOf(bodyOf(pieces).stream);
}

describe('readAnswer', () => {
  it.each([
    ['in a field', [delta({ reasoning: 'Hm ' }), delta({ reasoning_content: 'so' })]],
    ['in tags', [delta({ content: '<thi' }), delta({ content: 'nk>Hm so</think>\n' })]],
  ])('tells thoughts %s from the answer', async (_title, thoughts) => {
    expect(await outcomeOfPieces(...thoughts, delta({ content: 'A lens.' }), DONE)).toEqual({
      text: 'A lens.',
      reasoning: 'Hm so',
      finish: 'stop',
    });
  });

  it('[R18] [ST-07] reads thoughts and answer the same, split at every byte', async () => {
    const stream = `${delta({ content: '<think>é' })}${delta({ content: '</think>🗼' })}${DONE}`;
    for (const pieces of cuts(bytesOf(stream))) {
      expect(await outcomeOf(bodyOf(pieces).stream)).toEqual({
        text: '🗼',
        reasoning: 'é',
        finish: 'stop',
      });
    }
  });

  it.each([
    ['is cut', 'end', { kind: 'stream-cut' }],
    ['breaks', 'break', new TypeError('network error')],
  ] as const)(
    '[R19] keeps what may have been a tag when the stream %s',
    async (_t, then, error) => {
      const { stream } = bodyOf([delta({ content: '<thi' })], then);
      expect(await outcomeOf(stream)).toEqual({ text: '<thi', reasoning: '', error });
    },
  );

  it('[R17] never skips an event that is damaged, and keeps what had come', async () => {
    const outcome = await outcomeOfPieces(
      delta({ content: 'A ' }),
      'data: {"choices":[{"del\n\n',
      delta({ content: 'lens' }),
      DONE,
    );
    expect(outcome).toEqual({ text: 'A ', reasoning: '', error: { kind: 'stream-damaged' } });
  });

  it.each(['content', 'reasoning'])(
    '[R16] [ST-09] stops at ten megabytes of %s, keeps them and closes the stream',
    async (name) => {
      const event = bytesOf(delta({ [name]: 'é'.repeat(256 * 1024) }));
      let isCancelled = false;
      const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull: (controller) => controller.enqueue(event.slice()),
        cancel: () => {
          isCancelled = true;
        },
      });
      const outcome = await outcomeOf(endless);
      expect(outcome).toMatchObject({ error: { kind: 'answer-at-limit' } });
      // Two bytes each.
      expect((outcome.text + outcome.reasoning).length * 2).toBe(MAXIMUM_ANSWER);
      expect(isCancelled).toBe(true);
    },
  );
});
