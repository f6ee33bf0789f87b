import { buildConfiguration } from '@/utils/config/build-configuration';
import { parseClientId } from '@/utils/config/client-id';
import { readConfiguration } from '@/utils/config/configuration';
import { parseScopes } from '@/utils/config/scopes';
import { Failure } from '@/utils/errors/failure';
import { accountsItem, settingsItem } from '@/utils/storage/items';
import { endSession } from './end-session';
import { readRefreshToken } from './refresh-token';
import { accessTokenItem } from './secret-items';

/**
 * Sets the client id; nothing goes back to the build's, where it brings one. Tokens belong to the app
 * that they were issued to (RFC 6749 §6), so another client id ends every session of others.
 *
 * @throws Failure `client-id-invalid`
 */
export async function setClientId(pasted: string): Promise<void> {
  const isReset = pasted.trim() === '' && buildConfiguration.clientId !== undefined;
  const parsed = parseClientId(pasted);
  if (!isReset && !parsed.ok) throw new Failure(parsed.error);
  const before = (await readConfiguration()).clientId;
  await settingsItem.update((settings) => {
    const { clientId: _, ...others } = settings ?? {};
    return parsed.ok ? { ...others, clientId: parsed.value } : others;
  });
  const after = (await readConfiguration()).clientId;
  if (after === before) return;
  const { list = [] } = (await accountsItem.get()) ?? {};
  for (const { sub } of list) {
    // It can be theirs after all, when it is entered again because it could not be read.
    const token = (await readRefreshToken(sub)) ?? (await accessTokenItem(sub).get());
    if (token?.clientId !== after) await endSession(sub, { kind: 'client-id-changed' });
  }
}

/**
 * Sets the scopes that the next sign-in asks for; nothing goes back to the build's.
 *
 * @throws Failure `scopes-invalid`
 */
export async function setScopes(pasted: string): Promise<void> {
  const parsed = parseScopes(pasted);
  const isReset = pasted.trim() === '';
  if (!isReset && !parsed.ok) throw new Failure(parsed.error);
  await settingsItem.update((settings) => {
    const { scopes: _, ...others } = settings ?? {};
    return parsed.ok ? { ...others, scopes: parsed.value } : others;
  });
}
