import { expect, it, vi } from 'vitest';
import { ACTION_IDS } from '@/utils/actions/action';
import { requestSchemas } from '@/utils/messaging/message-schemas';
import { PAGE } from '@/tests/fakes/extension';
import { ADA, PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();
const { id, origin } = PAGE;

const STRANGERS: [string, object][] = [
  [
    'a content script',
    { id, origin: 'https://example.org', url: 'https://example.org/', tab: { id: 1 } },
  ],
  [
    'a content script of Firefox, without an origin',
    { id, url: 'https://example.org/', tab: { id: 1 } },
  ],
  ['another extension', { id: 'other', origin: 'chrome-extension://other' }],
  ['another extension that names our page', { id: 'other', origin, url: `${origin}/popup.html` }],
  ['a page whose origin begins like ours', { id, origin: `${origin}.evil.example` }],
  ['a page whose address begins like ours', { id, url: `${origin}.evil.example/` }],
  ['a sandboxed page', { id, origin: 'null', url: `${origin}/popup.html` }],
  ['nobody', {}],
];

const REQUESTS = [
  { kind: 'session.sign-in' },
  { kind: 'session.add-account' },
  { kind: 'session.set-scope', scope: 'email', isOn: true },
  { kind: 'session.cancel-sign-in' },
  { kind: 'session.switch-account', sub: ADA },
  { kind: 'session.sign-out', sub: ADA },
  { kind: 'settings.set-client-id', clientId: 'evil-client-id' },
  { kind: 'settings.set-scopes', scopes: 'openid manage-repos' },
  { kind: 'settings.set-answers-in', surface: 'window' },
  { kind: 'settings.set-card-action', action: 'ask', isCard: true },
  { kind: 'settings.set-theme', theme: 'dark' },
  { kind: 'settings.know-memory-only' },
  { kind: 'settings.change', sub: '', change: { billTo: 'evil' } },
  { kind: 'welcome.settle', step: 'pin', as: 'done' },
  { kind: 'faults.dismiss', fault: 'damaged' },
  { kind: 'models.refresh' },
  { kind: 'endpoints.add', url: 'http://127.0.0.1:8080', key: 'evil', sendsToken: true },
  { kind: 'endpoints.check', id: 'x' },
  { kind: 'endpoints.change', id: 'x', sendsToken: true },
  { kind: 'endpoints.remove', id: 'x' },
  { kind: 'billing.refresh' },
  { kind: 'device.delete-all' },
  { kind: 'run.start', windowId: 1, action: 'summarize', text: PARAGRAPH },
  { kind: 'run.ask', runId: crypto.randomUUID(), question: 'x' },
  { kind: 'run.confirm', runId: crypto.randomUUID() },
  { kind: 'run.stop', runId: crypto.randomUUID() },
  { kind: 'run.retry', runId: crypto.randomUUID(), windowId: 1 },
  { kind: 'run.continue', runId: crypto.randomUUID() },
  { kind: 'run.follow-up', runId: crypto.randomUUID(), question: 'x', windowId: 1 },
  { kind: 'run.sent', runId: crypto.randomUUID() },
  { kind: 'run.send-edited', runId: crypto.randomUUID(), text: 'x', windowId: 1 },
  { kind: 'run.show', runId: crypto.randomUUID(), windowId: 1 },
  { kind: 'history.now', sub: ADA },
  { kind: 'history.list', sub: ADA, query: '' },
  { kind: 'history.delete', sub: ADA, runId: crypto.randomUUID() },
  { kind: 'history.delete-all', sub: ADA },
  { kind: 'history.count', sub: ADA },
  { kind: 'history.export', sub: ADA },
  { kind: 'history.import', sub: ADA, batch: {} },
  { kind: 'history.set-retention', sub: ADA, retention: 'none' },
];

it('tries every request there is', () => {
  expect(REQUESTS.map(({ kind }) => kind)).toEqual(Object.keys(requestSchemas));
});

it.each(STRANGERS)('[IS-03] gives %s no answer and does nothing', async (_who, sender) => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const before = await companion.stored();
  const asked = hub.requests.length;
  for (const message of REQUESTS) expect(await extension.send(message, sender)).toBeUndefined();
  await extension.network.settle();
  expect(await companion.stored()).toEqual(before);
  expect(hub.requests).toHaveLength(asked);
});

it.each(STRANGERS)('[IS-03] shows %s no run', async (_who, sender) => {
  const { extension } = companion;
  await extension.signIn();
  const spy = extension.attach(1, sender);
  const panel = extension.attach(1);
  await extension.request('run.start', { windowId: 1, action: 'summarize', text: PARAGRAPH });
  await panel.waitFor('done');
  expect(spy.events).toEqual([]);
});

it('[IS-03] answers our own pages, with or without an origin', async () => {
  const { extension } = companion;
  const sender = { id, url: `${origin}/popup.html` };
  expect(await extension.request('models.refresh', {}, sender)).toEqual({ ok: true, value: null });
});

it.each([undefined, null, 7, 'session.sign-in', [], {}, { kind: 7 }, { kind: 'unknown' }])(
  '[IS-04] leaves %o alone',
  async (message) => {
    expect(await companion.extension.send(message)).toBeUndefined();
  },
);

it.each(['toString', '__proto__', 'constructor', 'hasOwnProperty', 'session.sign-in '])(
  '[IS-04] takes %s for no request',
  async (kind) => {
    expect(await companion.extension.send({ kind })).toBeUndefined();
  },
);

const runId = crypto.randomUUID();

it.each([
  { kind: 'run.start' },
  { kind: 'run.start', windowId: '1', action: 'summarize', text: 'x' },
  { kind: 'run.start', windowId: 1.5, action: 'summarize', text: 'x' },
  { kind: 'run.start', windowId: 1, action: 'constructor', text: 'x' },
  { kind: 'run.start', windowId: 1, action: 'ask', text: ['x'] },
  { kind: 'run.start', windowId: 1, action: 'ask', text: 'x', question: {} },
  { kind: 'run.ask', runId },
  { kind: 'run.stop', runId: 'not-a-run' },
  { kind: 'run.retry', runId: null },
  { kind: 'session.sign-out' },
  { kind: 'session.switch-account', sub: 7 },
  { kind: 'session.set-scope', scope: 'email', isOn: 'yes' },
  { kind: 'settings.set-client-id', clientId: {} },
  { kind: 'settings.change', sub: '', change: { billTo: 7 } },
  { kind: 'settings.change', sub: '', change: { retention: 'none' } },
])('[IS-04] answers %o with an error and does nothing', async (message) => {
  const { extension, hub } = companion;
  const panel = extension.attach(1);
  const answer = await extension.send(message);
  expect(answer).toEqual({ ok: false, error: { kind: 'unexpected' } });
  await extension.network.settle();
  expect(panel.run).toBeUndefined();
  expect(await extension.storage('local')).toEqual({});
  expect(hub.requests).toEqual([]);
});

it('[IS-04] hears nothing from a port of another name', async () => {
  const { extension } = companion;
  const other = extension.attach(1, PAGE, 'other');
  await extension.network.settle();
  expect(other.events).toEqual([]);
});

/** Everything that can tell a secret: what left the background, what is stored for all, what was printed. */
function watchConsole(): unknown[] {
  const printed: unknown[] = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => void printed.push(...words));
  }
  return printed;
}

it('[TK-03] [TK-04] lets no code, verifier or token out of the background, whatever happens', async () => {
  const { extension, hub } = companion;
  const printed = watchConsole();
  const { secrets } = extension.network;
  const panel = extension.attach(1);
  await extension.signIn();
  for (const action of ACTION_IDS) {
    const text = PARAGRAPH;
    await extension.request('run.start', { windowId: 1, action, text, question: 'Who?' });
    await panel.waitFor('done');
  }
  // Renewed, and refused by the router all the same.
  await extension.expireAccessToken();
  const accessToken = await extension.accessToken();
  const body = { error: 'Bad header' };
  hub.fault({ kind: 'status', status: 401, body, path: '/v1/chat', times: 2 });
  await extension.request('run.start', { windowId: 1, action: 'explain', text: PARAGRAPH });
  await panel.waitForHold('sign-in');
  await extension.signIn();
  await panel.waitFor('done');
  // A provider that repeats the form in its error.
  const form = companion.requests('/oauth/token')[0]?.body ?? '';
  const words = { error: 'invalid_request', error_description: form, form };
  hub.fault({ kind: 'status', status: 400, body: words, path: '/oauth/token' });
  const failure = await extension.failToSignIn();
  await extension.request('session.sign-out', { sub: ADA });

  expect(accessToken?.value).toMatch(/^hf_oauth_/);
  expect(secrets.size).toBeGreaterThan(10);
  const open = [extension.told, await extension.storage('local'), failure, printed];
  const urls = [hub.requests.map(({ path }) => path), extension.openedWindows];
  const all = JSON.stringify([open, urls]);
  for (const secret of secrets) expect(all.includes(secret), secret.slice(0, 12)).toBe(false);
});

it('[TK-03] [TK-04] keeps tokens in storage.session and the database only, while signed in', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const local = JSON.stringify(await extension.storage('local'));
  for (const secret of extension.network.secrets) expect(local).not.toContain(secret);
  expect(extension.network.secrets).toContain(await extension.refreshToken());
});

it('[TK-05] sends no cookie and no referrer with any request', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const panel = extension.attach(1);
  await extension.request('run.start', { windowId: 1, action: 'summarize', text: PARAGRAPH });
  await panel.waitFor('done');
  // The rest is the person's own browser, in the sign-in window.
  const isOurs = /^\/(\.well-known|oauth\/(token|jwks|userinfo)|avatars|v1)/;
  const ours = hub.requests.filter(({ path }) => isOurs.test(path));
  expect(ours.length).toBeGreaterThan(6);
  for (const { headers } of ours) {
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
  }
});

it('[TK-05] asks every request to omit credentials and to refuse redirects, but for the picture', async () => {
  const { extension } = companion;
  const seen: Request[] = [];
  extension.network.before('/', (request) => void seen.push(request));
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  await vi.waitFor(() => expect(seen.length).toBeGreaterThan(5), WAIT);
  for (const { credentials, redirect, referrerPolicy, cache, url } of seen) {
    expect({ credentials, referrerPolicy, cache }).toEqual({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    expect(redirect).toBe(url.includes('/avatars/') ? 'follow' : 'error');
  }
});
