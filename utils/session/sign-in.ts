import { readConfiguration } from '@/utils/config/configuration';
import type { CompanionError } from '@/utils/errors/companion-error';
import { Failure } from '@/utils/errors/failure';
import { toCompanionError } from '@/utils/errors/to-companion-error';
import { closeAuthWindow } from '@/utils/oauth/auth-window';
import { signInProgressItem } from '@/utils/storage/items';
import { authorize } from './authorize';
import { openSession } from './open-session';
import { planSignIn, type SignInIntent } from './sign-in-plan';

/** Nobody is expected to read a consent page for longer; a response after that is refused anyway. */
const PATIENCE_MS = 10 * 60_000;

let current: { done: Promise<void>; abort: AbortController } | undefined;
let recovery: Promise<void> | undefined;

/**
 * Signs in, from the click to the stored account. Single-flight: a second call joins the first (the
 * browsers allow one window, and Firefox would cross the answers of two). A refused sign-in leaves the
 * sessions as they were.
 *
 * @param onUnderWay called when `signInProgressItem` says so
 * @throws Failure, the same one that `signInProgressItem` then holds for the views, where it can be stored
 */
export function signIn(intent: SignInIntent, onUnderWay?: () => void): Promise<void> {
  if (current) {
    onUnderWay?.();
    return current.done;
  }
  const abort = new AbortController();
  const done = runSignIn(intent, abort, onUnderWay).finally(() => {
    if (current?.abort === abort) current = undefined;
  });
  current = { done, abort };
  return done;
}

/** Gives up the sign-in under way, closes its window, and forgets how the last one ended. */
export async function cancelSignIn(): Promise<void> {
  const cancelled = current;
  // A new one must not join what is being given up.
  current = undefined;
  cancelled?.abort.abort(new Failure({ kind: 'sign-in-cancelled' }));
  // What woke the background may be this, and the news of the interruption would come after it.
  await recovery;
  await signInProgressItem.remove();
}

/** Called at start of the background: a flow cannot outlive it, so a recorded one was cut short. */
export function recoverSignIn(): Promise<void> {
  // Where it can't be read, the next start tries again; nobody may wait for it in vain.
  recovery = recover().catch(() => undefined);
  return recovery;
}

/** The access to hosts has come back: a sign-in that failed for want of it is no news any more. */
export async function forgetHostAccessFailure(): Promise<void> {
  await signInProgressItem.update((progress) =>
    progress?.status === 'failed' && progress.error.kind === 'host-access-missing'
      ? undefined
      : progress,
  );
}

/** Where there is no room to say that it failed, it must at least not look as if it went on. */
async function noteFailure(why: CompanionError): Promise<void> {
  try {
    await signInProgressItem.set({ status: 'failed', error: why });
  } catch {
    await signInProgressItem.remove();
  }
}

async function recover(): Promise<void> {
  const progress = await signInProgressItem.get();
  if (progress?.status !== 'in-progress') return;
  // Its answer is lost, and while it is open the browser refuses another one.
  await closeAuthWindow(progress.windowId);
  await noteFailure({ kind: 'sign-in-interrupted' });
}

async function runSignIn(
  intent: SignInIntent,
  abort: AbortController,
  onUnderWay?: () => void,
): Promise<void> {
  const { signal } = abort;
  const timer = setTimeout(
    () => abort.abort(new Failure({ kind: 'sign-in-timed-out' })),
    PATIENCE_MS,
  );
  try {
    // A sign-in that woke the background must not be taken for the one that was cut short.
    await recovery;
    const startedAt = Date.now();
    await signInProgressItem.set({ status: 'in-progress', startedAt });
    onUnderWay?.();
    const configuration = await readConfiguration();
    const { expectation, wanted, ...request } = await planSignIn(intent, configuration);
    const authorization = await authorize(configuration, request, {
      interactive: true,
      signal,
      onWindow: (windowId) => {
        if (signal.aborted) return;
        // Without the window's id it goes on all the same.
        signInProgressItem
          .set({ status: 'in-progress', startedAt, windowId })
          .catch(() => undefined);
      },
    });
    const { scopes } = await openSession(authorization, expectation, signal);
    if (wanted && !scopes.includes(wanted)) {
      throw new Failure({ kind: 'scope-not-granted', scope: wanted });
    }
    await signInProgressItem.remove();
  } catch (cause) {
    const error = toCompanionError(signal.aborted ? signal.reason : cause);
    const isGivenUp = error.kind === 'sign-in-cancelled' && signal.aborted;
    if (!isGivenUp) await noteFailure(error);
    // Unless there is a newer one already, whose record it is.
    else if (!current) await signInProgressItem.remove();
    throw new Failure(error, { cause });
  } finally {
    clearTimeout(timer);
  }
}
