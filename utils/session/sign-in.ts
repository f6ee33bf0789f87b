import { readConfiguration } from '@/utils/config/configuration';
import { redirectUri } from '@/utils/config/redirect-uri';
import type { CompanionError } from '@/utils/errors/companion-error';
import { Failure } from '@/utils/errors/failure';
import { toCompanionError } from '@/utils/errors/to-companion-error';
import { createAuthorizationRequest } from '@/utils/oauth/authorization-request';
import { validateAuthorizationResponse } from '@/utils/oauth/authorization-response';
import { discoverAuthorizationServer } from '@/utils/oauth/authorization-server';
import { exchangeCode } from '@/utils/oauth/code-exchange';
import { fetchUserinfo } from '@/utils/oauth/userinfo';
import { launchWebAuthFlow } from '@/utils/oauth/web-auth-flow';
import type { Account } from '@/utils/account/account';
import { accountItem, signInProgressItem } from '@/utils/storage/items';
import { sessionEndings } from './end-session';
import { storeTokens } from './store-tokens';
import { toAccount } from './to-account';

let current: Promise<Account> | undefined;
let recovery: Promise<void> | undefined;

/**
 * Signs in, from the click to the stored account. Single-flight: a second call joins the first (the
 * browsers allow one window, and Firefox would cross the answers of two). Nothing is stored until
 * everything is checked, so a refused sign-in leaves the session as it was.
 *
 * @throws Failure, the same one that `signInProgressItem` then holds for the views
 */
export function signIn(): Promise<Account> {
  current ??= runSignIn().finally(() => {
    current = undefined;
  });
  return current;
}

/** Called at start of the background: a flow cannot outlive it, so a recorded one was cut short. */
export function recoverSignIn(): Promise<void> {
  recovery = recover();
  return recovery;
}

async function recover(): Promise<void> {
  const progress = await signInProgressItem.get();
  if (progress?.status !== 'in-progress') return;
  await signInProgressItem.set({ status: 'failed', error: { kind: 'sign-in-interrupted' } });
}

async function runSignIn(): Promise<Account> {
  try {
    // A sign-in that woke the background must not be taken for the one that was cut short.
    await recovery;
    await signInProgressItem.set({ status: 'in-progress', startedAt: Date.now() });
    const account = await authorize();
    await signInProgressItem.remove();
    return account;
  } catch (cause) {
    const error: CompanionError = toCompanionError(cause);
    await signInProgressItem.set({ status: 'failed', error });
    throw new Failure(error, { cause });
  }
}

async function authorize(): Promise<Account> {
  const { clientId, scopes: scope, providerOrigin } = await readConfiguration();
  if (!clientId) throw new Failure({ kind: 'client-id-missing' });
  const server = await discoverAuthorizationServer(providerOrigin);
  const parameters = { clientId, scope, redirectUri: redirectUri() };
  const { url, pending } = await createAuthorizationRequest(server, parameters);
  const endingsBefore = sessionEndings();
  const responseUrl = await launchWebAuthFlow(url);
  const response = await validateAuthorizationResponse(server, responseUrl, pending);
  const { tokens, sub } = await exchangeCode(server, response, pending);
  const token = { accessToken: tokens.accessToken, expectedSub: sub };
  const account = await toAccount(await fetchUserinfo(server, clientId, token));
  // Signed out while the window was open: that stands.
  if (sessionEndings() !== endingsBefore) throw new Failure({ kind: 'signed-out' });
  await storeTokens(tokens);
  await accountItem.set(account);
  return account;
}
