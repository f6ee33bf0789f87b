import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { ADA, FakeExtension, GRACE, WAIT } from '@/tests/fakes/extension';
import type { FakeViewer } from '@/tests/fakes/fake-viewer';
import { startHub, type Hub, type HubOptions, type RecordedRequest } from '@/tests/hub/hub';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';

export { ADA, GRACE, WAIT };

export const PARAGRAPH =
  'A lighthouse lens bends light. Its rings send a small flame across twenty miles of sea. Sailors trusted it.';

interface Stored {
  local: Record<string, unknown>;
  session: Record<string, unknown>;
  refreshTokens: Record<string, string | undefined>;
}

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

  async startHub(options: Partial<HubOptions>): Promise<void> {
    this.#hub = await startHub({ redirectUris: [CHROMIUM_REDIRECT_URI], ...options });
  }

  /** A new profile with the extension in it, and a Hub that has seen nobody yet. */
  async install(options: { clientId?: string | undefined; isNew?: boolean } = {}): Promise<void> {
    const { hub } = this;
    hub.clearFaults();
    hub.signInAs('ada');
    hub.grantOnly(undefined);
    await hub.revoke();
    this.#extension?.stopBackground();
    this.#extension = new FakeExtension(hub);
    await this.#extension.install(options);
    hub.requests.length = 0;
    hub.chats.length = 0;
  }

  /** Signs Ada in, and Grace besides, who is in use then. */
  async signInBoth(): Promise<void> {
    await this.extension.signIn();
    this.hub.signInAs('grace');
    await this.extension.signIn('session.add-account');
  }

  /** Starts a run from a view of a window, which watches it. */
  async start(windowId = 1, text = PARAGRAPH): Promise<FakeViewer> {
    const view = this.extension.attach(windowId);
    await this.extension.request('run.start', { windowId, action: 'summarize', text });
    return view;
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

  /** What is stored, the runs left out; refresh tokens by `sub`. */
  async stored(): Promise<Stored> {
    const { extension } = this;
    const [local, session] = await Promise.all([
      extension.storage('local'),
      extension.storage('session'),
    ]);
    const others = Object.entries(session).filter(([key]) => !/^(run|answer)\./.test(key));
    const tokens = await Promise.all(
      [ADA, GRACE].map(async (sub) => [sub, await extension.refreshToken(sub)] as const),
    );
    return structuredClone({
      local,
      session: Object.fromEntries(others),
      refreshTokens: Object.fromEntries(tokens.filter(([, token]) => token !== undefined)),
    });
  }

  stop(): void {
    this.#extension?.stopBackground();
  }

  async close(): Promise<void> {
    await this.#hub?.close();
  }
}

/** One Hub for a file, a new profile for each of its tests. */
export function useCompanion(options: Partial<HubOptions> = {}): Companion {
  const companion = new Companion();
  beforeAll(() => companion.startHub(options));
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
