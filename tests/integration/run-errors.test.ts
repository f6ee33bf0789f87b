import { beforeEach, expect, it, vi } from 'vitest';
import { ERROR_BODIES } from '@/tests/fixtures/hub/error-bodies';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';
import { PARAGRAPH, useCompanion } from './companion';

const companion = useCompanion();
const CHAT = '/v1/chat/completions';
const model = 'demo/extractive';
/** No relative of it: the default of what is left. */
const nearest = 'demo/onlooker-24b';

// Pauses before a further try are as short as chance can make them.
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

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

const CREDITS: CompanionError = {
  kind: 'credits-used-up',
  free: ['demo/gift-1b'],
  organizations: [{ username: 'analytical-engine', name: 'Analytical Engine' }],
  builtIn: true,
};

/** What of each comes of a run: an error, or what it waits for. */
const EXPECTED: Record<string, CompanionError | 'sign-in' | 'permission'> = {
  'model not supported': { kind: 'model-not-supported', model, nearest },
  'model not found': { kind: 'model-not-supported', model, nearest },
  'invalid credentials': 'sign-in',
  'invalid user name or password': 'sign-in',
  'authorization revoked': 'sign-in',
  'credits depleted': CREDITS,
  'credits exceeded': CREDITS,
  'no permission': 'permission',
  'not found': { kind: 'model-gone', model, nearest },
  'model gone': { kind: 'model-gone', model, nearest },
  'too large': { kind: 'text-too-long', message: 'Request entity too large' },
  'refused by the provider, as JSON': {
    kind: 'text-too-long',
    message: 'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 8192.',
  },
  'refused by the provider, as text': {
    kind: 'request-refused',
    status: 422,
    message: 'Failed to deserialize the JSON body into the target type: missing field `messages`',
  },
  'too many requests, with Retry-After': {
    kind: 'rate-limited',
    retryAt: expect.any(Number) as number,
  },
  'too many requests, without Retry-After': { kind: 'rate-limited', retryAt: undefined },
  'error relayed from the provider': { kind: 'service-busy', status: 500, retryAt: undefined },
  'model loading': { kind: 'service-busy', status: 503, retryAt: undefined },
  'gateway timeout, as a page': { kind: 'service-busy', status: 504, retryAt: undefined },
};

it('expects something of every known error body', () => {
  expect(ERROR_BODIES.map(({ name }) => name)).toEqual(Object.keys(EXPECTED));
});

const FAILING = ERROR_BODIES.filter(({ status }) => ![401, 403].includes(status));

it('[ST-10] [R23] [AU-10] waits for the permission on 403, and goes on with it as the same run', async () => {
  const { hub, extension } = companion;
  const refused = ERROR_BODIES.find(({ status }) => status === 403);
  hub.fault({ kind: 'status', status: 403, body: refused?.body ?? '', path: CHAT });
  const panel = await startRun();
  const { id } = await panel.waitForHold('scope');
  // Nothing but the person's consent makes it go on.
  await extension.request('settings.set-answers-in', { surface: 'window' });
  await extension.network.settle();
  expect(companion.requests(CHAT)).toHaveLength(1);
  await extension.request('session.set-scope', { scope: 'inference-api', isOn: true });
  expect(await panel.waitFor('done')).toMatchObject({ id, quote: PARAGRAPH });
  // Granted silently, as before, it would be refused as before.
  expect(extension.authorizations.at(-1)?.searchParams.get('prompt')).toBe('consent');
  expectWords({ kind: 'scope-missing' });
});

it.each(FAILING)(
  '[ST-10] says what $status ($name) means, and keeps the text',
  async ({ name, status, body, headers = {} }) => {
    const { hub, extension } = companion;
    const asked = [503, 504].includes(status) ? 3 : 1;
    hub.fault({ kind: 'status', status, body, headers, path: CHAT, times: asked });
    const panel = await startRun();
    const run = await panel.waitFor('failed');
    const error = EXPECTED[name] as CompanionError;
    expect(run.state).toEqual({ kind: 'failed', error });
    expect(run.quote).toBe(PARAGRAPH);
    if (run.state.kind === 'failed') expectWords(run.state.error);
    expect(companion.requests(CHAT)).toHaveLength(asked);
    expect(companion.refreshes()).toEqual([]);
    await extension.request('run.retry', { runId: run.id, windowId: 1 });
    await panel.waitFor('done');
    expect(companion.sentText()).toBe(PARAGRAPH);
  },
);

it('[ST-10] goes on with the same model elsewhere when the provider that was named drops it', async () => {
  const { hub, extension } = companion;
  await extension.signIn();
  await extension.change({ choices: { default: { model, provider: 'abacus' } } });
  const gone = ERROR_BODIES.find(({ status }) => status === 410);
  hub.fault({ kind: 'status', status: 410, body: gone?.body ?? '', path: CHAT });
  const panel = await companion.start();
  const run = await panel.waitFor('failed');
  const error: CompanionError = { kind: 'model-gone', model, nearest, pinned: 'abacus' };
  expect(run.state).toEqual({ kind: 'failed', error });
  expectWords(error);
  const [first] = describeError(error).next;
  const override = first?.kind === 'retry-with' ? first.override : undefined;
  await extension.request('run.retry', { runId: run.id, windowId: 1, override });
  await panel.waitFor('done');
  const asked = hub.chats.map(({ body }) => body['model']);
  expect(asked).toEqual([`${model}:abacus`, `${model}:cheapest`]);
});

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
  hub.fault({ kind: 'redirect', location: `${hub.origin}/caught`, path: CHAT, times: 3 });
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
