// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  activeAccount,
  withActive,
  withEndedSession,
  withoutAccount,
  type Accounts,
} from '@/utils/account/accounts';
import { ADA } from '../support/fake-background';

const GRACE = { ...ADA, sub: '2', username: 'grace' };
const BOTH: Accounts = { active: '1', list: [ADA, GRACE] };

describe('the account in use', () => {
  it.each<[string, Accounts | undefined]>([
    ['nothing is stored', undefined],
    ['nobody has signed in', { list: [] }],
    ['its owner signed out', { list: [GRACE] }],
    ['it is not on the list', { active: '3', list: [ADA, GRACE] }],
  ])('is none when %s', (_what, accounts) => {
    expect(activeAccount(accounts)).toBeUndefined();
  });

  it('is the one that is named, also when its session has ended', () => {
    expect(activeAccount(BOTH)).toBe(ADA);
    expect(activeAccount(withEndedSession(BOTH, '1'))).toEqual({ ...ADA, session: 'ended' });
  });
});

describe('the list of accounts', () => {
  it('gets a new account at its end, and a known one in its old place', () => {
    expect(withActive(undefined, ADA)).toEqual({ active: '1', list: [ADA] });
    expect(withActive({ active: '1', list: [ADA] }, GRACE)).toEqual({ ...BOTH, active: '2' });
    const renamed = { ...ADA, fullName: 'Augusta' };
    expect(withActive({ ...BOTH, active: '2' }, renamed)).toEqual({
      active: '1',
      list: [renamed, GRACE],
    });
  });

  it('takes nobody into use when the one in use goes', () => {
    expect(withoutAccount(BOTH, '1')).toEqual({ list: [GRACE] });
    expect(withoutAccount(BOTH, '2')).toEqual({ active: '1', list: [ADA] });
    expect(withoutAccount(BOTH, '3')).toEqual(BOTH);
    expect(withoutAccount(undefined, '1')).toEqual({ list: [] });
  });

  it('ends one session and no other', () => {
    const { list, active } = withEndedSession(BOTH, '2');
    expect(active).toBe('1');
    expect(list.map(({ session }) => session)).toEqual(['open', 'ended']);
  });
});
