// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';
import { Failure } from '@/utils/errors/failure';
import { toCompanionError } from '@/utils/errors/to-companion-error';

/** One error or more of every kind: a new kind does not compile until it is here. */
const ERRORS: { [K in CompanionError['kind']]: Extract<CompanionError, { kind: K }>[] } = {
  'client-id-missing': [{ kind: 'client-id-missing' }],
  'client-id-invalid': [
    { kind: 'client-id-invalid', reason: 'empty' },
    { kind: 'client-id-invalid', reason: 'token' },
    { kind: 'client-id-invalid', reason: 'format' },
  ],
  'client-id-changed': [{ kind: 'client-id-changed' }],
  'empty-answer': [
    { kind: 'empty-answer', finish: 'stop' },
    { kind: 'empty-answer', finish: 'length' },
  ],
  'answer-filtered': [{ kind: 'answer-filtered' }],
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
  'credits-used-up': [{ kind: 'credits-used-up' }],
  'scope-missing': [{ kind: 'scope-missing' }],
  'model-not-supported': [{ kind: 'model-not-supported', model: 'org/model' }],
  'model-gone': [{ kind: 'model-gone', model: 'org/model' }],
  'model-not-allowed': [
    { kind: 'model-not-allowed', reason: 'models', model: 'org/model', allowed: 'demo/*' },
    { kind: 'model-not-allowed', reason: 'providers', model: 'org/model', allowed: 'groq' },
    { kind: 'model-not-allowed', reason: 'models', model: undefined, allowed: 'demo/*' },
    { kind: 'model-not-allowed', reason: 'providers', model: undefined, allowed: 'groq' },
  ],
  'text-too-long': [{ kind: 'text-too-long' }],
  'request-refused': [
    { kind: 'request-refused', status: 422, message: undefined },
    { kind: 'request-refused', status: 422, message: 'no such field' },
  ],
  'rate-limited': [
    { kind: 'rate-limited', retryAfterSeconds: undefined },
    { kind: 'rate-limited', retryAfterSeconds: 90 },
  ],
  'service-busy': [{ kind: 'service-busy', status: 503 }],
  'stream-cut': [{ kind: 'stream-cut' }],
  'stream-damaged': [{ kind: 'stream-damaged' }],
  'stream-error': [
    { kind: 'stream-error', message: undefined },
    { kind: 'stream-error', message: 'out of memory' },
  ],
  stalled: [{ kind: 'stalled' }],
  interrupted: [{ kind: 'interrupted' }],
  'no-text': [{ kind: 'no-text' }],
  'no-question': [{ kind: 'no-question' }],
  'no-models': [{ kind: 'no-models' }],
  'model-list-unavailable': [{ kind: 'model-list-unavailable' }],
  'run-gone': [{ kind: 'run-gone' }],
  unexpected: [{ kind: 'unexpected' }],
};

const ROWS = Object.values<CompanionError[]>(ERRORS)
  .flat()
  .map((error): [string, CompanionError] => {
    const { kind, ...details } = error;
    return [[kind, ...Object.values(details)].join(' '), error];
  });

describe('describeError', () => {
  it.each(ROWS)('has whole sentences for %s', (_title, error) => {
    const { title, detail } = describeError(error);
    expect(title).toMatch(/^[\w"].*[^.\s]$/);
    expect(detail).toMatch(/^\S.*\.$/);
    expect(`${title} ${detail}`).not.toMatch(/\{|\}|undefined|null|NaN|\[object/);
  });

  it.each(ROWS)('puts all that is known of %s into words', (_title, error) => {
    const { title, detail } = describeError(error);
    const { kind, ...details } = error;
    for (const [name, value] of Object.entries<string | number | undefined>(details)) {
      // The reason chooses the words; the status of a refusal says nothing to a person.
      const isSilent =
        name === 'reason' || name === 'finish' || (kind === 'request-refused' && name === 'status');
      if (value !== undefined && !isSilent) expect(`${title} ${detail}`).toContain(String(value));
    }
  });

  it('has words of its own for each', () => {
    const words = ROWS.map(([, error]) => JSON.stringify(describeError(error)));
    expect(new Set(words).size).toBe(ROWS.length);
  });

  it.each(ROWS)(
    'has a link with a name, on the Hub or our own page, if any, for %s',
    (_title, error) => {
      const { next } = describeError(error);
      if (next?.kind !== 'link') {
        return expect(['sign-in', 'allow-hosts', undefined]).toContain(next?.kind);
      }
      expect(next.href).toMatch(
        /^(https:\/\/huggingface\.co\/|\/options\.html#(account|application|code)$)/,
      );
      expect(next.label).not.toBe('');
    },
  );

  it.each<[string, CompanionError, string | undefined]>([
    ['signing in', { kind: 'session-expired' }, 'sign-in'],
    ['the billing page', { kind: 'credits-used-up' }, 'link'],
    ['the OAuth app', { kind: 'sign-in-failed', code: 'invalid_client' }, 'link'],
    ['nothing, where no click helps', { kind: 'text-too-long' }, undefined],
  ])('offers %s', (_title, error, next) => {
    expect(describeError(error).next?.kind).toBe(next);
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
