import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { FakeExtension, WAIT } from '@/tests/fakes/extension';
import { startHub, type Hub, type RecordedRequest } from '@/tests/hub/hub';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';

export { WAIT };

export const PARAGRAPH =
  'A lighthouse lens bends light. Its rings send a small flame across twenty miles of sea. Sailors trusted it.';

/** The Hub and the extension of the test that is running. */
class Companion {
  #hub: Hub | undefined;
  #extension: FakeExtension | undefined;

  get hub(): Hub {
    if (!this.#hub) throw new Error('the Hub has not been started');
    return this.#hub;
  }

  get extension(): FakeExtension {
    if (!this.#extension) throw new Error('the extension has not been installed');
    return this.#extension;
  }

  async startHub(): Promise<void> {
    this.#hub = await startHub({ redirectUris: [CHROMIUM_REDIRECT_URI] });
  }

  /** A new profile with the extension in it, and a Hub that has seen nobody yet. */
  async install(options: { clientId?: string | undefined } = {}): Promise<void> {
    const { hub } = this;
    hub.clearFaults();
    hub.signInAs('ada');
    await hub.revoke();
    this.#extension?.stopBackground();
    this.#extension = new FakeExtension(hub);
    await this.#extension.install(options);
    hub.requests.length = 0;
    hub.chats.length = 0;
  }

  /** The requests whose path begins so. */
  requests(path: string, method?: string): RecordedRequest[] {
    return this.hub.requests.filter(
      (request) =>
        request.path.startsWith(path) && (method === undefined || request.method === method),
    );
  }

  /** The requests that renewed the tokens. */
  refreshes(): RecordedRequest[] {
    return this.requests('/oauth/token').filter(({ body }) =>
      body?.includes('grant_type=refresh_token'),
    );
  }

  /** The text between the fences of the last chat, as the Hub got it. */
  sentText(): string {
    const content = this.hub.chats.at(-1)?.messages.at(-1)?.content;
    const text = /^<<<TEXT (\S+)\n([\s\S]*)\nTEXT \1>>>/.exec(String(content))?.[2];
    if (text === undefined) throw new Error(`no fenced text in ${String(content)}`);
    return text;
  }

  /** What is stored, the runs left out. */
  async stored(): Promise<{ local: object; session: object; refreshToken: string | undefined }> {
    const { extension } = this;
    const [local, session] = await Promise.all([
      extension.storage('local'),
      extension.storage('session'),
    ]);
    const others = Object.entries(session).filter(([key]) => !/^(run|answer)\./.test(key));
    const refreshToken = await extension.refreshToken();
    return structuredClone({ local, session: Object.fromEntries(others), refreshToken });
  }

  stop(): void {
    this.#extension?.stopBackground();
  }

  async close(): Promise<void> {
    await this.#hub?.close();
  }
}

/** One Hub for a file, a new profile for each of its tests. */
export function useCompanion(): Companion {
  const companion = new Companion();
  beforeAll(() => companion.startHub());
  afterAll(() => companion.close());
  beforeEach(() => companion.install());
  afterEach(() => {
    companion.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  return companion;
}

/** The body of an answer without one of its members. */
export function without(body: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
}
