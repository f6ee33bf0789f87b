import type { Runtime } from 'webextension-polyfill';
import type { UserCode } from '@/utils/account/user-code';
import { browser } from '@/utils/browser';
import { Failure } from '@/utils/errors/failure';
import { toCompanionError } from '@/utils/errors/to-companion-error';
import { keepAlive } from '@/utils/runs/keep-alive';
import { DEVICE_SIGN_IN_PORT, type DeviceSignInEvent } from './protocol';
import { isExtensionPage } from './sender-trust';

/** Signs in with a code, from asking for it to the stored account. */
export type SignInWithCode = (options: {
  signal: AbortSignal;
  onCode: (code: UserCode) => void;
}) => Promise<void>;

/** A sign-in under way, and the pages that show it. */
interface Attempt {
  ports: Set<Runtime.Port>;
  abort: AbortController;
  /** `undefined` until there is a code. */
  code: DeviceSignInEvent | undefined;
}

/**
 * Signs in with a code for the pages that open the port, and for as long as one of them keeps it open.
 * There is one sign-in at a time: a page that comes later is told the same code.
 */
export function serveDeviceSignIn(signIn: SignInWithCode): void {
  let current: Attempt | undefined;

  const begin = (): Attempt => {
    const attempt: Attempt = { ports: new Set(), abort: new AbortController(), code: undefined };
    const tell = (event: DeviceSignInEvent) => {
      for (const port of attempt.ports) port.postMessage(event);
    };
    const end = (event: DeviceSignInEvent) => {
      if (current === attempt) current = undefined;
      tell(event);
    };
    const onCode = (code: UserCode) => {
      attempt.code = { kind: 'code', ...code };
      tell(attempt.code);
    };
    keepAlive(signIn({ signal: attempt.abort.signal, onCode })).then(
      () => end({ kind: 'signed-in' }),
      (cause: unknown) => end({ kind: 'failed', error: toCompanionError(cause) }),
    );
    return attempt;
  };

  const leave = (attempt: Attempt, port: Runtime.Port) => {
    attempt.ports.delete(port);
    if (attempt.ports.size > 0) return;
    // A page that opens now gets a code of its own: this one is no longer polled for.
    if (current === attempt) current = undefined;
    attempt.abort.abort(new Failure({ kind: 'sign-in-cancelled' }));
  };

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== DEVICE_SIGN_IN_PORT || !port.sender || !isExtensionPage(port.sender)) return;
    const attempt = (current ??= begin());
    attempt.ports.add(port);
    port.onDisconnect.addListener(() => leave(attempt, port));
    if (attempt.code) port.postMessage(attempt.code);
  });
}
