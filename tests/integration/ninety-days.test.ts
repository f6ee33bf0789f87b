import { describe, expect, it, vi } from 'vitest';
import { ADA, useCompanion } from './companion';

const DAYS = 90;
const DAY_MS = 24 * 60 * 60_000;
/** A browser is started anew for each day. */
const PATIENCE = { timeout: 120_000 };

describe('with refresh tokens', () => {
  const companion = useCompanion();

  it('[AU-17] asks nobody to sign in again in 90 days of daily use', PATIENCE, async () => {
    const { extension, hub } = companion;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    await extension.signIn();
    const rotated = new Set([await extension.refreshToken()]);
    for (let day = 1; day <= DAYS; day += 1) {
      vi.setSystemTime(Date.now() + DAY_MS);
      await extension.restartBrowser();
      await (await companion.start()).waitFor('done');
      rotated.add(await extension.refreshToken());
    }
    expect(hub.chats).toHaveLength(DAYS);
    expect(rotated.size).toBe(DAYS + 1);
    expect(companion.refreshes()).toHaveLength(DAYS);
    expect(extension.authorizations).toHaveLength(1);
    expect(extension.identity.silentAuthorizations).toEqual([]);
  });
});

describe('without refresh tokens', () => {
  const companion = useCompanion({ refreshTokens: false });

  it('[AU-17] shows no window again in 90 days of daily use', PATIENCE, async () => {
    const { extension, hub } = companion;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    await extension.signIn();
    for (let day = 1; day <= DAYS; day += 1) {
      vi.setSystemTime(Date.now() + DAY_MS);
      await extension.restartBrowser();
      await (await companion.start()).waitFor('done');
    }
    expect(hub.chats).toHaveLength(DAYS);
    expect(extension.identity.silentAuthorizations).toHaveLength(DAYS);
    expect(extension.authorizations).toHaveLength(1);
    expect(await extension.account()).toMatchObject({ sub: ADA, session: 'open' });
  });
});
