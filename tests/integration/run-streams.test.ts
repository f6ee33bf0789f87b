import { expect, it, vi } from 'vitest';
import type { Fault } from '@/tests/hub/hub';
import type { CompanionError } from '@/utils/errors/companion-error';
import { PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();
const CHAT = '/v1/chat/completions';

async function startRun() {
  await companion.extension.signIn();
  return await companion.start();
}

/** One event of a stream. */
function chunk(delta: object, reason: string | null): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
}

/** A stream with these words and this finish reason. */
function stream(words: string, finishReason: string): string {
  return `${chunk({ content: words }, null)}${chunk({}, finishReason)}data: [DONE]\n\n`;
}

/** Has the Hub answer the next run with this stream. */
function answerWith(body: string): void {
  companion.hub.fault({ kind: 'raw', path: CHAT, contentType: 'text/event-stream', body });
}

const BROKEN: [string, Partial<Fault> & { kind: string }, CompanionError, string][] = [
  [
    '[ST-08] [R19] a stream that is cut',
    { kind: 'cut', afterChunks: 3 },
    { kind: 'stream-cut' },
    'some',
  ],
  [
    '[R19] a stream that is cut before the first word',
    { kind: 'cut', afterChunks: 0 },
    { kind: 'stream-cut' },
    'none',
  ],
  [
    '[R19] a connection that is reset in the middle',
    { kind: 'cut', afterChunks: 3, isReset: true },
    { kind: 'stream-cut' },
    'some',
  ],
  [
    '[R19] a connection that is reset before the first word',
    { kind: 'cut', afterChunks: 0, isReset: true },
    { kind: 'stream-cut' },
    'none',
  ],
  [
    '[R20] an error inside the stream',
    { kind: 'stream-error', afterChunks: 3, error: { message: 'The GPU fell\nover <b>' } },
    { kind: 'stream-error', message: 'The GPU fell over <b>' },
    'some',
  ],
  [
    '[R20] an error inside the stream that is a text',
    { kind: 'stream-error', afterChunks: 0, error: 'Overloaded' },
    { kind: 'stream-error', message: 'Overloaded' },
    'none',
  ],
  [
    '[R17] an event that is damaged',
    { kind: 'malformed', afterChunks: 3 },
    { kind: 'stream-damaged' },
    'some',
  ],
  [
    '[R20] an event that calls itself an error',
    {
      kind: 'raw',
      contentType: 'text/event-stream',
      body: `${chunk({ content: 'Half' }, null)}event: error\ndata: "Overloaded"\n\n`,
    },
    { kind: 'stream-error', message: 'Overloaded' },
    'some',
  ],
  [
    '[R16] an answer that would not end',
    {
      kind: 'raw',
      contentType: 'text/event-stream',
      body: chunk({ content: 'x'.repeat(1024 ** 2) }, null).repeat(12),
    },
    { kind: 'answer-at-limit' },
    'some',
  ],
  [
    'an error in JSON with the status 200',
    { kind: 'raw', contentType: 'application/json', body: '{"error":"Busy"}' },
    { kind: 'stream-error', message: 'Busy' },
    'none',
  ],
  [
    'a stream of nothing',
    { kind: 'raw', contentType: 'text/event-stream', body: '' },
    { kind: 'stream-cut' },
    'none',
  ],
  [
    '[ST-08] a stream without its end',
    {
      kind: 'raw',
      contentType: 'text/event-stream',
      body: 'data: {"choices":[{"delta":{"content":"Half"},"finish_reason":null}]}\n\n',
    },
    { kind: 'stream-cut' },
    'some',
  ],
];

it.each(BROKEN)(
  '[ST-12] fails on %s without asking again, and keeps what has come',
  async (_what, fault, error, answer) => {
    const { hub, extension } = companion;
    hub.fault({ ...fault, path: CHAT } as Fault);
    const panel = await startRun();
    const run = await panel.waitFor('failed');
    expect(run.state).toEqual({ kind: 'failed', error });
    expect(run.answer === '' ? 'none' : 'some').toBe(answer);
    expect(run.quote).toBe(PARAGRAPH);
    await extension.network.settle();
    expect(companion.requests(CHAT)).toHaveLength(1);
  },
);

it.each([
  { kind: 'silent' } as const,
  { kind: 'stall', afterChunks: 0 } as const,
  { kind: 'stall', afterChunks: 3 } as const,
])('[R15] Stop ends a Hub that says nothing (%o)', async (fault) => {
  const { hub, extension } = companion;
  hub.fault({ ...fault, path: CHAT });
  const panel = await startRun();
  if (fault.kind === 'stall' && fault.afterChunks > 0) await panel.waitForText();
  await vi.waitFor(() => expect(companion.requests(CHAT)).toHaveLength(1), WAIT);
  expect(panel.run?.state.kind).toBe('streaming');
  await extension.request('run.stop', { runId: panel.runId });
  await panel.waitFor('stopped');
  await vi.waitFor(() => expect(companion.requests(CHAT)).toMatchObject([{ aborted: true }]), WAIT);
});

it.each([
  ['ends without a word', '', 'stop', { kind: 'empty-answer', finish: 'stop' }],
  ['thinks up to its limit', '', 'length', { kind: 'empty-answer', finish: 'length' }],
  ['is filtered', 'Lenses', 'content_filter', { kind: 'answer-filtered' }],
])(
  'has words for an answer that %s, and keeps what had come',
  async (_title, words, finish, error) => {
    answerWith(stream(words, finish));
    const panel = await startRun();
    const { state, answer } = await panel.waitFor('failed');
    expect(state).toEqual({ kind: 'failed', error });
    expect(answer).toBe(words);
  },
);

it.each([
  ['reasoning', chunk({ reasoning: 'Hm.' }, null)],
  ['reasoning_content', chunk({ reasoning_content: 'Hm.' }, null)],
  ['<think>', chunk({ content: '<think>Hm.</th' }, null) + chunk({ content: 'ink>\n\n' }, null)],
])('does not take thoughts for the answer (%s)', async (_title, thoughts) => {
  answerWith(thoughts + stream('Lenses bend light.', 'stop'));
  const panel = await startRun();
  expect((await panel.waitFor('done')).answer).toBe('Lenses bend light.');
});

it('calls an answer that is nothing but thoughts empty', async () => {
  answerWith(stream('<think>Hm. Where was I', 'length'));
  const panel = await startRun();
  expect((await panel.waitFor('failed')).state).toEqual({
    kind: 'failed',
    error: { kind: 'empty-answer', finish: 'length' },
  });
});

it('ends an answer at the length limit of its model as done, not as failed', async () => {
  answerWith(stream('Lenses bend', 'length'));
  const panel = await startRun();
  const run = await panel.waitFor('done');
  expect(run).toMatchObject({ answer: 'Lenses bend', state: { kind: 'done', finish: 'length' } });
});

it.each([
  ['carriage returns', (body: string) => body.replaceAll('\n', '\r')],
  ['carriage returns and line feeds', (body: string) => body.replaceAll('\n', '\r\n')],
  ['a byte order mark', (body: string) => `\ufeff${body}`],
  ['comments', (body: string) => `: hi\n\n${body.replaceAll('data:', ': ping\ndata:')}`],
  ['data on several lines', (body: string) => body.replaceAll('"choices":', '\ndata: "choices":')],
  ['other fields', (body: string) => body.replaceAll('data:', 'event: x\nid: 7\nretry: 9\ndata:')],
  ['no blank line at its end', (body: string) => body.trimEnd()],
  ['no [DONE]', (body: string) => body.replace('data: [DONE]\n\n', '')],
])('[R17] [ST-07] reads a whole answer from a stream with %s', async (_title, change) => {
  answerWith(change(stream('Lenses bend light. 🗼', 'stop')));
  const panel = await startRun();
  expect((await panel.waitFor('done')).answer).toBe('Lenses bend light. 🗼');
});
