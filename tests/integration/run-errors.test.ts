import { expect, it, vi } from 'vitest';
import type { Fault } from '@/tests/hub/hub';
import { ERROR_BODIES } from '@/tests/fixtures/hub/error-bodies';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';
import { PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();
const CHAT = '/v1/chat/completions';
const model = 'demo/extractive';

async function startRun() {
  const { extension } = companion;
  await extension.signIn();
  const panel = extension.attach(1);
  await extension.request('run.start', { windowId: 1, action: 'summarize', text: PARAGRAPH });
  return panel;
}

function expectWords(error: CompanionError): void {
  const { title, detail } = describeError(error);
  for (const words of [title, detail]) {
    expect(words).toMatch(/\w/);
    expect(words).not.toMatch(/undefined|\$\d|\{|null/);
  }
}

const EXPECTED: Record<string, CompanionError | 'sign-in'> = {
  'model not supported': { kind: 'model-not-supported', model },
  'model not found': { kind: 'model-not-supported', model },
  'invalid credentials': 'sign-in',
  'invalid user name or password': 'sign-in',
  'authorization revoked': 'sign-in',
  'credits depleted': { kind: 'credits-used-up' },
  'credits exceeded': { kind: 'credits-used-up' },
  'no permission': { kind: 'scope-missing' },
  'not found': { kind: 'model-gone', model },
  'model gone': { kind: 'model-gone', model },
  'too large': { kind: 'text-too-long' },
  'refused by the provider, as JSON': { kind: 'text-too-long' },
  'refused by the provider, as text': {
    kind: 'request-refused',
    status: 422,
    message: 'Failed to deserialize the JSON body into the target type: missing field `messages`',
  },
  'too many requests, with Retry-After': { kind: 'rate-limited', retryAfterSeconds: 2 },
  'too many requests, without Retry-After': { kind: 'rate-limited', retryAfterSeconds: undefined },
  'error relayed from the provider': { kind: 'service-busy', status: 500 },
  'model loading': { kind: 'service-busy', status: 503 },
  'gateway timeout, as a page': { kind: 'service-busy', status: 504 },
};

it('expects something of every known error body', () => {
  expect(ERROR_BODIES.map(({ name }) => name)).toEqual(Object.keys(EXPECTED));
});

const FAILING = ERROR_BODIES.filter(({ status }) => status !== 401);

it.each(FAILING)(
  '[ST-10] [ST-12] says what $status ($name) means, asks once, and keeps the text',
  async ({ name, status, body, headers = {} }) => {
    const { hub, extension } = companion;
    hub.fault({ kind: 'status', status, body, headers, path: CHAT });
    const panel = await startRun();
    const run = await panel.waitFor('failed');
    const error = EXPECTED[name] as CompanionError;
    expect(run.state).toEqual(JSON.parse(JSON.stringify({ kind: 'failed', error })));
    expect(run.quote).toBe(PARAGRAPH);
    expectWords(error);
    await extension.network.settle();
    expect(companion.requests(CHAT)).toHaveLength(1);
    expect(companion.refreshes()).toEqual([]);
    await extension.request('run.retry', { runId: run.id });
    await panel.waitFor('done');
    expect(companion.sentText()).toBe(PARAGRAPH);
  },
);

const REFUSING = ERROR_BODIES.filter(({ status }) => status === 401);

it.each(REFUSING)(
  '[ST-10] [R21] renews once on 401 ($name) and then waits for a sign-in',
  async ({ status, body }) => {
    const { hub, extension } = companion;
    hub.fault({ kind: 'status', status, body, path: CHAT, times: 2 });
    const panel = await startRun();
    const run = await panel.waitForHold('sign-in');
    expect(run).toMatchObject({ quote: PARAGRAPH, answer: '' });
    expect(companion.requests(CHAT)).toHaveLength(2);
    expect(companion.refreshes()).toHaveLength(1);
    const [first, second] = companion.requests(CHAT).map(({ headers }) => headers.authorization);
    expect(second).not.toBe(first);
    expect(await companion.stored()).toMatchObject({
      session: { signIn: { status: 'failed', error: { kind: 'session-expired' } } },
      refreshTokens: {},
    });
    expectWords({ kind: 'session-expired' });
    await extension.signIn();
    await panel.waitFor('done');
    expect(companion.sentText()).toBe(PARAGRAPH);
  },
);

it.each(REFUSING)(
  '[R21] goes on after one 401 ($name) with a new token',
  async ({ status, body }) => {
    const { hub } = companion;
    hub.fault({ kind: 'status', status, body, path: CHAT });
    const panel = await startRun();
    await panel.waitFor('done');
    expect(companion.requests(CHAT)).toHaveLength(2);
    expect(companion.refreshes()).toHaveLength(1);
  },
);

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
    'an error in JSON with the status 200',
    { kind: 'raw', contentType: 'application/json', body: '{"error":"Busy"}' },
    { kind: 'stream-error', message: 'Busy' },
    'none',
  ],
  [
    '[R27] a page with the status 502',
    { kind: 'html', status: 502 },
    { kind: 'service-busy', status: 502 },
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
    expectWords(error);
    await extension.network.settle();
    expect(companion.requests(CHAT)).toHaveLength(1);
  },
);

it.each([200, 403])(
  '[R14] does not take the page of a captive portal (%i) for an answer',
  async (status) => {
    const { hub } = companion;
    hub.fault({ kind: 'html', status, path: CHAT });
    const panel = await startRun();
    const error = { kind: 'unexpected-answer', host: new URL(hub.routerOrigin).host } as const;
    expect((await panel.waitFor('failed')).state).toEqual({ kind: 'failed', error });
    expectWords(error);
  },
);

it('[TK-05] does not carry the text or the token along a redirect of the router', async () => {
  const { hub } = companion;
  hub.fault({ kind: 'redirect', location: `${hub.origin}/caught`, path: CHAT });
  const panel = await startRun();
  const error = { kind: 'unreachable', host: new URL(hub.routerOrigin).host } as const;
  expect((await panel.waitFor('failed')).state).toEqual({ kind: 'failed', error });
  expect(companion.requests('/caught')).toEqual([]);
});

it.each([
  [true, 'unreachable'],
  [false, 'offline'],
])('[R13] tells a dead router from a dead network (navigator.onLine %s)', async (onLine, kind) => {
  const { hub, extension } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const before = await companion.stored();
  vi.stubGlobal('navigator', { onLine });
  extension.network.before(CHAT, () => {
    throw new TypeError('fetch failed');
  });
  const panel = extension.attach(1);
  await extension.request('run.start', { windowId: 1, action: 'summarize', text: PARAGRAPH });
  expect((await panel.waitFor('failed')).state).toMatchObject({ error: { kind } });
  expect(await companion.stored()).toEqual(before);
  expect(hub.chats).toEqual([]);
});

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

/** A stream with these words and this finish reason. */
function stream(words: string, finishReason: string): string {
  const chunk = (delta: object, reason: string | null) =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
  return `${chunk({ content: words }, null)}${chunk({}, finishReason)}data: [DONE]\n\n`;
}

it.each([
  ['ends without a word', '', 'stop', { kind: 'empty-answer', finish: 'stop' }],
  ['thinks up to its limit', '', 'length', { kind: 'empty-answer', finish: 'length' }],
  ['is filtered', 'Lenses', 'content_filter', { kind: 'answer-filtered' }],
])(
  'has words for an answer that %s, and keeps what had come',
  async (_title, words, finish, error) => {
    companion.hub.fault({
      kind: 'raw',
      path: CHAT,
      contentType: 'text/event-stream',
      body: stream(words, finish),
    });
    const panel = await startRun();
    const { state, answer } = await panel.waitFor('failed');
    expect(state).toEqual({ kind: 'failed', error });
    expect(answer).toBe(words);
  },
);
