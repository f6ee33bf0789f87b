// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ERRORS, NOW } from '@/tests/unit/support/every-error';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';
import { Failure } from '@/utils/errors/failure';
import { toCompanionError } from '@/utils/errors/to-companion-error';

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
        /^(https:\/\/huggingface\.co\/|\/options\.html#(account|application|code|endpoints|history|models|permissions)$)/,
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
      'the same model elsewhere, then the nearest',
      { kind: 'model-gone', model: 'org/model', nearest: 'org/other', pinned: 'quill' },
      ['retry-with', 'retry-with'],
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
