import type { UserCode } from '@/utils/account/user-code';
import { readConfiguration } from '@/utils/config/configuration';
import { Failure } from '@/utils/errors/failure';
import { discoverAuthorizationServer } from '@/utils/oauth/authorization-server';
import {
  pollForTokens,
  requestDeviceCode,
  type DeviceAuthorization,
} from '@/utils/oauth/device-authorization';
import type { Authorization } from './authorize';
import { openSession } from './open-session';
import { pause } from './pause';
import { cancelSignIn } from './sign-in';
import { planSignIn } from './sign-in-plan';

/** What each `slow_down` adds to the interval, for good (RFC 8628 §3.5). */
const SLOW_DOWN_MS = 5_000;

/** Pauses double while nothing answers, but a person who is back online should not wait for minutes. */
const LONGEST_PAUSE_MS = 30_000;

/** What goes between the sign-in and the page that shows its code. */
export interface DeviceSignInOptions {
  /** Aborted when nobody sees the code any longer. */
  signal: AbortSignal;
  onCode: (code: UserCode) => void;
}

/**
 * Signs in without any sign-in window, by a code that the person enters on a page of the server
 * (RFC 8628). Polls until there is a decision, the code expires or the signal is aborted. A sign-in in
 * a window that is still under way at success is given up.
 *
 * @throws Failure, or the reason of the signal; then nothing is stored
 */
export async function signInWithDeviceCode({ signal, onCode }: DeviceSignInOptions): Promise<void> {
  const configuration = await readConfiguration();
  const { clientId, providerOrigin } = configuration;
  if (!clientId) throw new Failure({ kind: 'client-id-missing' });
  const { scope } = await planSignIn({ kind: 'sign-in' }, configuration);
  const server = await discoverAuthorizationServer(providerOrigin);
  signal.throwIfAborted();
  const code = await requestDeviceCode(server, { clientId, scope });
  signal.throwIfAborted();
  const { userCode, verificationUri, expiresAt } = code;
  onCode({ userCode, verificationUri, expiresAt });
  const client = { clientId, scope };
  const poll = () => pollForTokens(server, client, code.deviceCode);
  const authorized = await pollUntilDecided(poll, code, signal);
  await openSession({ server, clientId, ...authorized }, {}, signal);
  await cancelSignIn();
}

async function pollUntilDecided(
  poll: () => ReturnType<typeof pollForTokens>,
  code: DeviceAuthorization,
  signal: AbortSignal,
): Promise<Pick<Authorization, 'tokens' | 'sub'>> {
  let { intervalMs } = code;
  let pauseMs = intervalMs;
  for (;;) {
    await pause(Math.min(pauseMs, code.expiresAt - Date.now()), signal);
    if (Date.now() >= code.expiresAt) throw new Failure({ kind: 'device-code-expired' });
    const answer = await poll();
    signal.throwIfAborted();
    if (typeof answer !== 'string') return answer;
    if (answer === 'slow-down') intervalMs += SLOW_DOWN_MS;
    pauseMs =
      answer === 'no-answer'
        ? Math.max(intervalMs, Math.min(pauseMs * 2, LONGEST_PAUSE_MS))
        : intervalMs;
  }
}
