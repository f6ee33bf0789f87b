import { browser } from '@/utils/browser';

/** Browsers stop a background after 30 s without an extension API call; a streaming fetch does not count. */
const TICK_MS = 20_000;

let pending = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Keeps the background alive while a promise is pending, by one cheap API call every 20 s
 * (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle).
 */
export async function keepAlive<T>(work: Promise<T>): Promise<T> {
  pending += 1;
  timer ??= setInterval(() => void browser.runtime.getPlatformInfo(), TICK_MS);
  try {
    return await work;
  } finally {
    pending -= 1;
    if (pending === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }
}
