// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';
import { Failure } from '@/utils/errors/failure';
import { toCompanionError } from '@/utils/errors/to-companion-error';

/** Noon of a day, in whatever time zone the tests run. */
const NOW = new Date(2026, 0, 1, 12, 0, 0).getTime();

/** One error or more of every kind: a new kind does not compile until it is here. */
const ERRORS: { [K in CompanionError['kind']]: Extract<CompanionError, { kind: K }>[] } = {
  'client-id-missing': [{ kind: 'client-id-missing' }],
  'client-id-invalid': [
    { kind: 'client-id-invalid', reason: 'empty' },
    { kind: 'client-id-invalid', reason: 'token' },
    { kind: 'client-id-invalid', reason: 'format' },
  ],
  'endpoint-url': (['format', 'credentials', 'host'] as const).map((reason) => ({
    kind: 'endpoint-url',
    reason,
  })),
  'endpoint-key': [
    { kind: 'endpoint-key', reason: 'format' },
    { kind: 'endpoint-key', reason: 'hub-token' },
  ],
  'endpoint-gone': [{ kind: 'endpoint-gone' }],
  'endpoint-not-allowed': [{ kind: 'endpoint-not-allowed' }],
  'endpoint-unreachable': [
    { kind: 'endpoint-unreachable', host: '127.0.0.1:11434', isLocal: true },
    { kind: 'endpoint-unreachable', host: 'a.endpoints.huggingface.cloud', isLocal: false },
  ],
  'endpoint-refused': (['origin', 'key', 'token', 'nothing'] as const).map((by) => ({
    kind: 'endpoint-refused',
    host: '127.0.0.1:11434',
    by,
  })),
  'endpoint-not-compatible': [{ kind: 'endpoint-not-compatible', host: '127.0.0.1:80' }],
  'endpoint-model-gone': [{ kind: 'endpoint-model-gone', host: 'localhost:1', model: 'lens:7b' }],
  'built-in-unavailable': [{ kind: 'built-in-unavailable' }],
  'client-id-changed': [{ kind: 'client-id-changed' }],
  'empty-answer': [
    { kind: 'empty-answer', finish: 'stop' },
    { kind: 'empty-answer', finish: 'length' },
  ],
  'answer-filtered': [{ kind: 'answer-filtered' }],
  'answer-at-limit': [{ kind: 'answer-at-limit' }],
  'scopes-invalid': [
    { kind: 'scopes-invalid', reason: 'openid' },
    { kind: 'scopes-invalid', reason: 'format' },
  ],
  'sign-in-cancelled': [{ kind: 'sign-in-cancelled' }],
  'sign-in-denied': [{ kind: 'sign-in-denied' }],
  'sign-in-page-failed': [{ kind: 'sign-in-page-failed' }],
  'sign-in-window-open': [{ kind: 'sign-in-window-open' }],
  'sign-in-interrupted': [{ kind: 'sign-in-interrupted' }],
  'sign-in-timed-out': [{ kind: 'sign-in-timed-out' }],
  'scope-not-granted': [{ kind: 'scope-not-granted', scope: 'email' }],
  'other-account': [{ kind: 'other-account', username: 'grace' }],
  'account-in-use': [{ kind: 'account-in-use', username: 'ada' }],
  'device-code-expired': [{ kind: 'device-code-expired' }],
  'sign-in-unavailable': [{ kind: 'sign-in-unavailable' }],
  'sign-in-refused': [{ kind: 'sign-in-refused', check: 'state' }],
  'sign-in-failed': [{ kind: 'sign-in-failed', code: 'invalid_scope' }],
  'signed-out': [{ kind: 'signed-out' }],
  'session-expired': [{ kind: 'session-expired' }],
  offline: [{ kind: 'offline' }],
  'host-access-missing': [{ kind: 'host-access-missing', host: 'huggingface.co' }],
  unreachable: [{ kind: 'unreachable', host: 'router.huggingface.co' }],
  'unexpected-answer': [{ kind: 'unexpected-answer', host: 'router.huggingface.co' }],
  'hub-busy': [{ kind: 'hub-busy', status: 503 }],
  'credits-used-up': [
    { kind: 'credits-used-up', free: [] },
    { kind: 'credits-used-up', free: ['org/gift', 'org/present'] },
  ],
  'scope-missing': [{ kind: 'scope-missing' }],
  'model-not-supported': [
    { kind: 'model-not-supported', model: 'org/model' },
    { kind: 'model-not-supported', model: 'org/model', nearest: 'org/other' },
  ],
  'model-gone': [
    { kind: 'model-gone', model: 'org/model' },
    { kind: 'model-gone', model: 'org/model', nearest: 'org/other' },
  ],
  'model-not-allowed': [
    { kind: 'model-not-allowed', reason: 'models', model: 'org/model', allowed: 'demo/*' },
    { kind: 'model-not-allowed', reason: 'providers', model: 'org/model', allowed: 'groq' },
    { kind: 'model-not-allowed', reason: 'models', model: undefined, allowed: 'demo/*' },
    { kind: 'model-not-allowed', reason: 'providers', model: undefined, allowed: 'groq' },
    { kind: 'model-not-allowed', reason: 'own-providers', model: 'org/model', allowed: 'groq' },
    { kind: 'model-not-allowed', reason: 'own-providers', model: undefined, allowed: 'groq' },
  ],
  'text-too-long': [{ kind: 'text-too-long' }, { kind: 'text-too-long', message: 'at most 8192' }],
  'request-refused': [
    { kind: 'request-refused', status: 422, message: undefined },
    { kind: 'request-refused', status: 422, message: 'no such field' },
    { kind: 'request-refused', status: 403, message: undefined },
    { kind: 'request-refused', status: 403, message: 'gated' },
  ],
  'rate-limited': [
    { kind: 'rate-limited', retryAt: undefined },
    { kind: 'rate-limited', retryAt: NOW + 90_000 },
  ],
  'service-busy': [
    { kind: 'service-busy', status: 503, retryAt: undefined },
    { kind: 'service-busy', status: 503, retryAt: NOW + 30_000 },
  ],
  'stream-cut': [{ kind: 'stream-cut' }],
  'stream-damaged': [{ kind: 'stream-damaged' }],
  'stream-error': [
    { kind: 'stream-error', message: undefined },
    { kind: 'stream-error', message: 'out of memory' },
  ],
  stalled: [{ kind: 'stalled' }],
  interrupted: [{ kind: 'interrupted' }],
  'storage-full': [{ kind: 'storage-full' }],
  'storage-failed': [{ kind: 'storage-failed' }],
  'other-version': [{ kind: 'other-version' }],
  'no-text': [{ kind: 'no-text' }],
  'secret-field': [{ kind: 'secret-field' }],
  'unseen-field': [{ kind: 'unseen-field' }],
  'no-question': [{ kind: 'no-question' }],
  'no-models': [{ kind: 'no-models' }],
  'model-list-unavailable': [{ kind: 'model-list-unavailable' }],
  'run-gone': [{ kind: 'run-gone' }],
  'history-would-go': [
    { kind: 'history-would-go', count: 1, sub: '1' },
    { kind: 'history-would-go', count: 12, sub: '1' },
  ],
  'no-history': [{ kind: 'no-history' }],
  'import-not-readable': [{ kind: 'import-not-readable' }],
  'import-newer': [{ kind: 'import-newer' }],
  unexpected: [{ kind: 'unexpected' }],
};

const ROWS = Object.values<CompanionError[]>(ERRORS)
  .flat()
  .map((error): [string, CompanionError] => {
    const { kind, ...details } = error;
    return [[kind, ...Object.values(details)].join(' '), error];
  });

/** All that a notice would show. */
function wordsOf(error: CompanionError): string {
  const { title, detail, next } = describeError(error);
  return [title, detail, ...next.map((step) => ('label' in step ? step.label : ''))].join(' ');
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('describeError', () => {
  it.each(ROWS)('has whole sentences for %s', (_title, error) => {
    const { title, detail } = describeError(error);
    expect(title).toMatch(/^[\w"].*[^.\s]$/);
    expect(detail).toMatch(/^\S.*\.$/);
    expect(wordsOf(error)).not.toMatch(/\{|\}|undefined|null|NaN|\[object/);
  });

  it.each(ROWS)('puts all that is known of %s into words', (_title, error) => {
    const { kind, ...details } = error;
    for (const [name, value] of Object.entries<unknown>(details)) {
      // The reason chooses the words; the status of a refusal says nothing to a person, and that of a
      // busy service less than when it will not be.
      const isStatus = name === 'status';
      const isSilent =
        ['reason', 'finish', 'retryAt', 'sub', 'by', 'isLocal'].includes(name) ||
        (isStatus && (kind === 'request-refused' || 'retryAt' in describeError(error)));
      if (value === undefined || isSilent) continue;
      for (const part of [value].flat())
        expect(wordsOf(error)).toContain(`${part as string | number}`);
    }
  });

  it('has words of its own for each', () => {
    const words = ROWS.map(([, error]) => JSON.stringify(describeError(error)));
    expect(new Set(words).size).toBe(ROWS.length);
  });

  it.each(ROWS)('offers only links to the Hub or our own page, with names, for %s', (_t, error) => {
    for (const step of describeError(error).next) {
      if (step.kind !== 'link') continue;
      expect(step.href).toMatch(
        /^(https:\/\/huggingface\.co\/|\/options\.html#(account|application|code|endpoints|history|models)$)/,
      );
      expect(step.label).not.toBe('');
    }
  });

  it.each<[string, CompanionError, string[]]>([
    ['signing in', { kind: 'session-expired' }, ['sign-in']],
    ['the OAuth app', { kind: 'sign-in-failed', code: 'invalid_client' }, ['link']],
    ['nothing, where no click helps', { kind: 'text-too-long' }, []],
    [
      'to allow what is missing, here before elsewhere',
      { kind: 'scope-missing' },
      ['grant-scope', 'link'],
    ],
    [
      'the nearest model, then the settings of providers',
      { kind: 'model-not-supported', model: 'org/model', nearest: 'org/other' },
      ['retry-with', 'link'],
    ],
    [
      'the nearest model',
      { kind: 'model-gone', model: 'org/model', nearest: 'org/other' },
      ['retry-with'],
    ],
    [
      'the export of a history before signing out deletes it',
      { kind: 'history-would-go', count: 1, sub: '1' },
      ['link', 'sign-out'],
    ],
    ['no model where there is none', { kind: 'model-gone', model: 'org/model' }, []],
  ])('offers %s', (_title, error, kinds) => {
    expect(describeError(error).next.map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each([
    { kind: 'rate-limited', retryAt: NOW + 90_000 },
    { kind: 'service-busy', status: 503, retryAt: NOW + 90_000 },
  ] as const)(
    '[R26] names the moment of $kind to the second, and later that it has come',
    (error) => {
      const before = describeError(error);
      expect(before.detail).toMatch(/^Try again from 12:01:30\sPM on/);
      expect(before.retryAt).toBe(error.retryAt);
      vi.setSystemTime(NOW + 90_000);
      const after = describeError(error);
      expect(after.detail).toBe('You can try again now. Your text is kept.');
      expect(after.retryAt).toBeUndefined();
      expect(after.title).toBe(before.title);
    },
  );

  it('[R23] tells what is not allowed from what a provider cannot do', () => {
    const refused = { kind: 'request-refused', message: 'No.' } as const;
    expect(describeError({ ...refused, status: 403 })).toMatchObject({
      title: 'This request is not allowed',
      detail: expect.stringMatching(
        /^The answer was: "No\."\. The model may be gated, or your organ/,
      ),
    });
    expect(describeError({ ...refused, status: 422 }).title).toBe(
      'The provider refused the request',
    );
  });

  it('says that something is kept only where something can have come', () => {
    const claiming = ROWS.filter(([, error]) => /had arrived/.test(wordsOf(error)));
    const kinds = new Set(claiming.map(([, { kind }]) => kind));
    expect([...kinds].toSorted().join(' ')).toBe(
      'answer-at-limit answer-filtered interrupted stalled stream-cut stream-damaged stream-error',
    );
  });

  it.each([
    ['markup', '<img src=x onerror=alert(1)>'],
    ['placeholders', '{message} {host} $1 $&'],
    ['a link', 'Visit [us](https://evil.example)'],
  ])("puts %s in a server's message in as plain text", (_title, message) => {
    const { title, detail, next } = describeError({ kind: 'stream-error', message });
    expect(detail).toBe(
      `It said: "${message}". What had arrived is kept. Try again, or choose another model.`,
    );
    expect(`${title} ${JSON.stringify(next)}`).not.toContain(message);
  });
});

describe('toCompanionError', () => {
  it('is the error of a Failure', () => {
    expect(toCompanionError(new Failure({ kind: 'offline' }))).toEqual({ kind: 'offline' });
  });

  it.each([
    ['an error of a library', new Error('https://huggingface.co/oauth2?code=abc')],
    ['a text', 'code=abc'],
    ['nothing', undefined],
    ['something like a Failure', { error: { kind: 'offline' } }],
  ])('is nothing but unexpected for %s', (_title, caught) => {
    expect(toCompanionError(caught)).toEqual({ kind: 'unexpected' });
  });
});
