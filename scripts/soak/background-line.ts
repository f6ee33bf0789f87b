import type { View } from '../../tests/drivers/driver.ts';
import type {
  RequestKind,
  RequestParameters,
  RequestResults,
} from '../../utils/messaging/protocol.ts';
import type { Result } from '../../utils/result.ts';
import type { RunId } from '../../utils/runs/run.ts';

/** A background that is killed amid a request never answers. Milliseconds. */
const PATIENCE_MS = 10_000;

/** Talks to the background from a page of the extension, as its views do. */
export class BackgroundLine {
  readonly #page: View;

  /** @param page any page of the extension, in a tab */
  constructor(page: View) {
    this.#page = page;
  }

  /** Sends a request. @returns its value; undefined when there was no answer, or an error */
  async ask<K extends RequestKind>(
    kind: K,
    parameters: RequestParameters<K>,
  ): Promise<RequestResults[K] | undefined> {
    const message = JSON.stringify({ ...parameters, kind });
    const answer = await this.#page.evaluate<Result<RequestResults[K]> | null>(`(async () => {
      const late = new Promise((done) => setTimeout(done, ${PATIENCE_MS}, null));
      const answer = chrome.runtime.sendMessage(${message}).catch(() => null);
      return (await Promise.race([answer, late])) ?? null;
    })()`);
    return answer?.ok ? answer.value : undefined;
  }

  /** Tells that somebody has seen how a run ended. */
  async see(runId: RunId): Promise<void> {
    await this.#page.evaluate(`(() => {
      const open = () => {
        const port = chrome.runtime.connect({ name: 'runs' });
        port.onDisconnect.addListener(() => { globalThis.soakPort = undefined; });
        return (globalThis.soakPort = port);
      };
      (globalThis.soakPort ?? open()).postMessage(${JSON.stringify({ kind: 'seen', runId })});
    })()`);
  }
}
