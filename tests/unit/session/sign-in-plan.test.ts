// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Account } from '@/utils/account/account';
import { planSignIn } from '@/utils/session/sign-in-plan';
import { accountsItem } from '@/utils/storage/items';
import { errorOf } from '../support/error-of';
import { ADA } from '../support/fake-background';

const BASE = 'openid profile inference-api';
const CONFIGURATION = { scopes: BASE };

async function useAccount(change: Partial<Account>): Promise<void> {
  await accountsItem.set({ active: ADA.sub, list: [{ ...ADA, ...change }] });
}

beforeEach(() => {
  fakeBrowser.reset();
});

describe('planSignIn', () => {
  it('[AU-10] asks for the base alone, and takes whoever comes', async () => {
    const plan = { scope: BASE, expectation: {} };
    expect(await planSignIn({ kind: 'sign-in' }, CONFIGURATION)).toEqual(plan);
    await useAccount({ scopes: [...ADA.scopes, 'email'] });
    expect(await planSignIn({ kind: 'sign-in' }, CONFIGURATION)).toEqual(plan);
  });

  it('asks for what an ended session had, and for its own account', async () => {
    await useAccount({ scopes: ['openid', 'email'], session: 'ended' });
    expect(await planSignIn({ kind: 'sign-in' }, CONFIGURATION)).toEqual({
      scope: `${BASE} email`,
      expectation: { sub: ADA.sub },
    });
  });

  it('asks for a page and for nothing of the account in use when one is added', async () => {
    await useAccount({ scopes: [...ADA.scopes, 'email'] });
    expect(await planSignIn({ kind: 'add-account' }, CONFIGURATION)).toEqual({
      scope: BASE,
      prompt: 'consent',
      expectation: { isAddition: true },
    });
  });

  it.each([
    ['email', true, `${BASE} jobs email`, 'email'],
    ['jobs', false, BASE, undefined],
    ['email', false, `${BASE} jobs`, undefined],
    ['openid', false, `${BASE} jobs`, undefined],
  ])('[AU-10] sets %s to %s by asking for %o', async (scope, isOn, asked, wanted) => {
    await useAccount({ scopes: [...ADA.scopes, 'jobs'] });
    expect(await planSignIn({ kind: 'set-scope', scope, isOn }, CONFIGURATION)).toEqual({
      scope: asked,
      expectation: { sub: ADA.sub },
      ...(wanted === undefined ? {} : { wanted }),
    });
  });

  it('asks for a page where what is to be granted was granted already', async () => {
    await useAccount({ scopes: [...ADA.scopes, 'jobs'] });
    const intent = { kind: 'set-scope', scope: 'inference-api', isOn: true } as const;
    expect(await planSignIn(intent, CONFIGURATION)).toEqual({
      scope: `${BASE} jobs`,
      prompt: 'consent',
      expectation: { sub: ADA.sub },
      wanted: 'inference-api',
    });
  });

  it('changes the scopes of no session that has ended', async () => {
    await useAccount({ session: 'ended' });
    const intent = { kind: 'set-scope', scope: 'email', isOn: true } as const;
    expect(await errorOf(planSignIn(intent, CONFIGURATION))).toEqual({ kind: 'signed-out' });
  });
});
