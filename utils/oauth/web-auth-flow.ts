import { browser } from '@/utils/browser';
import type { CompanionError } from '@/utils/errors/companion-error';
import { Failure } from '@/utils/errors/failure';
import { closeAuthWindow, watchAuthWindow } from './auth-window';

/** How a flow is gone through. */
export type WebAuthFlowOptions =
  /** Without any window, or not at all. */
  | { interactive: false }
  | {
      interactive: true;
      /** Aborting it gives the flow up and closes its window. Its reason must be a Failure. */
      signal: AbortSignal;
      /** Told of the window once it is there. */
      onWindow: (windowId: number) => void;
    };

const FIREFOX_CANCELLED = /User cancelled or denied access/;

/**
 * The browsers' own words, the only thing they say about why a flow ended. Verbatim from Chromium
 * (identity_constants.cc) and Firefox (ext-identity.js).
 */
const BROWSER_MESSAGES: ReadonlyArray<[RegExp, CompanionError]> = [
  [/The user did not approve access/, { kind: 'sign-in-cancelled' }],
  [FIREFOX_CANCELLED, { kind: 'sign-in-cancelled' }],
  [/User interaction required|Requires user interaction/, { kind: 'session-expired' }],
  [/Only one web auth flow is allowed at a time/, { kind: 'sign-in-window-open' }],
  [/Authorization page could not be loaded|page load timed out/, { kind: 'sign-in-page-failed' }],
  [/disabled in incognito|Couldn't create a browser window/, { kind: 'sign-in-unavailable' }],
];

/**
 * Firefox loads the page into a window that was left over, and ends the flow in about 15 ms. A window of its
 * own is not even there before 170 ms.
 */
const INSTANT_MS = 100;

const SILENT_PATIENCE_MS = 30_000;

/**
 * Opens the browser's sign-in window and waits for the redirect (WebExtensions
 * `identity.launchWebAuthFlow`). Call it in the background: a popup closes when the window opens.
 *
 * @returns the whole URL of the redirect, not yet checked
 * @throws Failure
 */
export async function launchWebAuthFlow(url: string, options: WebAuthFlowOptions): Promise<string> {
  // Firefox for Android has no such method.
  if (!browser.identity?.launchWebAuthFlow) throw new Failure({ kind: 'sign-in-unavailable' });
  if (!navigator.onLine) throw new Failure({ kind: 'offline' });
  const { interactive } = options;
  const startedAt = performance.now();
  const flow = interactive ? launchInWindow(url, options) : launchSilently(url);
  const responseUrl = await flow.catch((cause: unknown) => {
    if (cause instanceof Failure) throw cause;
    const isInstant = performance.now() - startedAt < INSTANT_MS;
    throw new Failure(toError(cause, interactive && isInstant), { cause });
  });
  if (!responseUrl || !URL.canParse(responseUrl)) throw new Failure({ kind: 'sign-in-cancelled' });
  return responseUrl;
}

/** A server that does not answer would hold a silent flow for ever, in both browsers. */
async function launchSilently(url: string): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    const failure = new Failure({ kind: 'unreachable', host: new URL(url).host });
    timer = setTimeout(() => reject(failure), SILENT_PATIENCE_MS);
  });
  const flow = browser.identity.launchWebAuthFlow({ url, interactive: false });
  return await Promise.race([flow, tooLate]).finally(() => clearTimeout(timer));
}

/** The API cannot be told to stop: closing its window does it, and nobody waits for it any longer. */
async function launchInWindow(
  url: string,
  { signal, onWindow }: Extract<WebAuthFlowOptions, { interactive: true }>,
): Promise<string> {
  signal.throwIfAborted();
  let windowId: number | undefined;
  const unwatch = watchAuthWindow(new URL(url).hostname, (id) => {
    windowId = id;
    onWindow(id);
    if (signal.aborted) void closeAuthWindow(id);
  });
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      void closeAuthWindow(windowId);
      reject(signal.reason as Failure);
    });
  });
  const flow = browser.identity.launchWebAuthFlow({ url, interactive: true }).finally(unwatch);
  return await Promise.race([flow, aborted]);
}

function toError(cause: unknown, isInstant: boolean): CompanionError {
  const message = cause instanceof Error ? cause.message : '';
  if (!navigator.onLine) return { kind: 'offline' };
  const known = BROWSER_MESSAGES.find(([pattern]) => pattern.test(message))?.[1];
  if (isInstant && FIREFOX_CANCELLED.test(message)) return { kind: 'sign-in-window-open' };
  return known ?? { kind: 'sign-in-page-failed' };
}
