// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Failure } from '@/utils/errors/failure';
import { requestSchemas } from '@/utils/messaging/message-schemas';
import { request } from '@/utils/messaging/request-client';
import { serveRequests, type RequestHandlers } from '@/utils/messaging/request-server';

const PAGE = { id: fakeBrowser.runtime.id, origin: `chrome-extension://${fakeBrowser.runtime.id}` };
const RUN_ID = '1a2b3c4d-0000-4000-8000-123456789abc';

let handled: [string, unknown][];

/** Handlers that only keep what they are asked. */
function handlers(change: Partial<RequestHandlers> = {}): RequestHandlers {
  const keep = (kind: string) => (parameters: unknown) => {
    handled.push([kind, parameters]);
    return null;
  };
  const all = Object.keys(requestSchemas).map((kind) => [kind, keep(kind)]);
  return { ...(Object.fromEntries(all) as RequestHandlers), ...change };
}

/** The listener that {@link serveRequests} registers. */
let listener: (message: unknown, sender: object) => unknown;

/** What is answered to a message of a sender. */
async function send(message: unknown, sender: object = PAGE): Promise<unknown> {
  return await listener(message, sender);
}

beforeEach(() => {
  handled = [];
  const addListener = (added: typeof listener) => {
    listener = added;
  };
  Object.assign(fakeBrowser.runtime.onMessage, { addListener });
});

describe('serveRequests', () => {
  it('answers a request with the value of its handler', async () => {
    serveRequests(handlers({ 'run.start': () => RUN_ID }));
    const start = { kind: 'run.start', windowId: 1, action: 'explain', text: 'A text.' };
    expect(await send(start)).toEqual({ ok: true, value: RUN_ID });
  });

  it('hands over what the schema knows, and nothing else', async () => {
    serveRequests(handlers());
    await send({ kind: 'run.stop', runId: RUN_ID, extra: 'x', ['__proto__']: { a: 1 } });
    expect(handled).toEqual([['run.stop', { runId: RUN_ID }]]);
  });

  it.each([
    ['a Failure as its error', new Failure({ kind: 'run-gone' }), { kind: 'run-gone' }],
    ['anything else as unexpected', new Error('hf_oauth_secret'), { kind: 'unexpected' }],
  ])('answers %s', async (_title, thrown, error) => {
    const fail = () => Promise.reject(thrown);
    serveRequests(handlers({ 'session.sign-out': fail }));
    expect(await send({ kind: 'session.sign-out', sub: '1' })).toEqual({ ok: false, error });
  });

  it.each([
    ['a run id that is none', { kind: 'run.stop', runId: '7' }],
    ['no run id', { kind: 'run.stop' }],
    ['an unknown action', { kind: 'run.start', windowId: 1, action: 'delete', text: '' }],
    ['a window that is no number', { kind: 'run.start', windowId: '1', action: 'ask', text: '' }],
    ['a text that is none', { kind: 'run.start', windowId: 1, action: 'ask', text: ['a'] }],
    ['no account', { kind: 'session.sign-out' }],
    ['an account that is none', { kind: 'session.switch-account', sub: 7 }],
    ['a switch that is none', { kind: 'session.set-scope', scope: 'email', isOn: 1 }],
    ['a client id that is none', { kind: 'settings.set-client-id', clientId: {} }],
  ])('[IS-04] refuses a request with %s', async (_title, message) => {
    serveRequests(handlers());
    expect(await send(message)).toEqual({ ok: false, error: { kind: 'unexpected' } });
    expect(handled).toEqual([]);
  });

  it.each([
    ['an unknown kind', { kind: 'session.dump' }],
    ['a kind that every object has', { kind: 'constructor' }],
    ['a kind that is no text', { kind: ['run.stop'] }],
    ['no kind', { runId: RUN_ID }],
    ['null', null],
    ['a text', 'session.sign-out'],
  ])('[IS-04] leaves %s alone', async (_title, message) => {
    serveRequests(handlers());
    expect(await send(message)).toBeUndefined();
    expect(handled).toEqual([]);
  });

  it('[IS-03] leaves a request of a content script alone', async () => {
    serveRequests(handlers());
    const sender = { ...PAGE, origin: 'https://news.example', url: 'https://news.example/' };
    expect(await send({ kind: 'session.sign-out', sub: '1' }, sender)).toBeUndefined();
    expect(handled).toEqual([]);
  });
});

/** The background answers every message so. */
function fakeBackground(answer: () => Promise<unknown>): unknown[] {
  const heard: unknown[] = [];
  const sendMessage = (message: unknown) => {
    heard.push(message);
    return answer();
  };
  Object.assign(fakeBrowser.runtime, { sendMessage });
  return heard;
}

describe('request', () => {
  it('sends the kind with its parameters and passes the answer on', async () => {
    const heard = fakeBackground(() => Promise.resolve({ ok: true, value: null }));
    expect(await request('run.stop', { runId: RUN_ID })).toEqual({ ok: true, value: null });
    expect(heard).toEqual([{ kind: 'run.stop', runId: RUN_ID }]);
  });

  it.each([
    ['nothing', () => Promise.resolve(undefined)],
    ['something else', () => Promise.resolve('yes')],
    ['a rejection', () => Promise.reject(new Error('Extension context invalidated.'))],
  ])('never rejects: %s is an error too', async (_title, answer) => {
    fakeBackground(answer);
    expect(await request('session.sign-out', { sub: '1' })).toEqual({
      ok: false,
      error: { kind: 'unexpected' },
    });
  });
});
