import { describe, expect, test } from 'vitest';
import { Confidential } from '@/scripts/verify-live/confidential';
import { LiveRecord } from '@/scripts/verify-live/live-record';
import type { Observation } from '@/scripts/verify-live/observation';
import { writable } from '@/scripts/verify-live/writable';

describe('what a live record may say', () => {
  const token = 'hf_oauth_0123456789abcdefghij';

  function write(observation: Observation, known: readonly string[] = []): string {
    const confidential = new Confidential();
    for (const text of known) confidential.add(text);
    return writable(observation, confidential);
  }

  test.each<{ title: string; body: unknown; text: string }>([
    { title: 'a value', body: { access_token: token }, text: '{ access_token: string }' },
    { title: 'a text where a list is expected', body: token, text: 'string' },
    {
      title: 'a name that is a token',
      body: { [token]: 1 },
      text: '{ (a name left out): number }',
    },
    { title: 'a name that is a person', body: { Ada: {} }, text: '{ (a name left out): object }' },
    { title: 'a scope of its own', body: { scope: token }, text: '{ scope: string }' },
    { title: 'an error in prose', body: { error: 'no, ada' }, text: '{ error: string }' },
    { title: 'a name as an error', body: { error: 'ada' }, text: '{ error: string }' },
    {
      title: 'a name as a kind',
      body: { auth: { type: 'ada' } },
      text: '{ auth: { type: string } }',
    },
    {
      title: 'an address with a code in it',
      body: { verification_uri: 'https://hf.co/oauth/device?user_code=WDJB' },
      text: '{ verification_uri: string }',
    },
    { title: 'an amount', body: { usedNanoUsd: 12 }, text: '{ usedNanoUsd: number }' },
  ])('leaves out $title', ({ body, text }) => {
    expect(write({ kind: 'fields', of: 'userinfo', body }, ['ada'])).toBe(`userinfo: ${text}`);
  });

  test.each([
    ['set-cookie', `token=${token}`, 'set-cookie'],
    ['x-user', 'ada', 'x-user'],
    ['ada', '1', '(a name left out)'],
    [token, '1', '(a name left out)'],
    ['ratelimit', '"api";r=9;t=2;pk=:YWRh:', 'ratelimit'],
    ['ratelimit', '"api";r=999;t=299', 'ratelimit = "api";r=999;t=299'],
    ['ratelimit-policy', '"fixed window";"api";q=1000;w=300', /^ratelimit-policy = "fixed window"/],
    ['access-control-allow-origin', 'https://ada.hf.space', 'access-control-allow-origin'],
    ['x-inference-provider', 'Ada Lovelace', 'x-inference-provider'],
  ])('writes of the header %s: %s only what may be', (name, value, text) => {
    const headers = new Headers({ [name]: value });
    const written = write({ kind: 'headers', of: 'chat-answer', headers, which: 'all' }, ['ada']);
    expect(written.slice('answer: '.length)).toEqual(
      typeof text === 'string' ? text : expect.stringMatching(text),
    );
  });

  test('leaves out a code that is none, a sentence that is not ours and a status that is none', () => {
    expect(write({ kind: 'failure', reason: 'refused', code: token })).toBe('refused');
    const alien = { kind: 'finding', finding: token } as unknown as Observation;
    expect(write(alien)).toBe('(left out)');
    const status = token as unknown as number;
    expect(write({ kind: 'status', of: 'revocation', status })).not.toContain(token);
  });

  test('takes back what turns out to be confidential later', () => {
    const records: string[] = [];
    const save = (markdown: string) => void records.push(markdown);
    const record = new LiveRecord({ date: '2026-11-22', isLive: true, save });
    record.add('usage', { kind: 'fields', of: 'usage-with', body: { 'some-team': 1 } });
    record.confidential.addAll({ orgs: [{ name: 'some-team' }] });
    record.add('usage', { kind: 'finding', finding: 'skipped' });
    expect(records[0]).toContain('some-team');
    expect(records[1]).not.toContain('some-team');
    expect(records[1]).toContain('# 2026-11-22, Hugging Face\n');
  });
});
