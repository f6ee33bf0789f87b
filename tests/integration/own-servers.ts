import { afterEach, beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startOwnServer, type OwnServer, type OwnServerOptions } from '@/tests/hub/own-server';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import type { Result } from '@/utils/result';
import type { useCompanion } from './companion';

export const KEY = 'sk-of-my-own-4711';
export const HUB_ENDPOINT = 'https://x1y2.us-east-1.aws.endpoints.huggingface.cloud';

interface Entered {
  key?: string;
  sendsToken?: boolean;
}

/** Servers of the person's own, and what they let the extension reach; all of it new for each test. */
export class OwnServers {
  readonly running: OwnServer[] = [];
  /** Patterns that the person has not granted. */
  refused: string[] = [];
  /** Patterns that were given back. */
  removed: string[] = [];
  readonly #companion: ReturnType<typeof useCompanion>;

  constructor(companion: ReturnType<typeof useCompanion>) {
    this.#companion = companion;
  }

  fakePermissions(): void {
    Object.assign(fakeBrowser.permissions, {
      contains: ({ origins = [] }: { origins?: string[] }) =>
        Promise.resolve(!origins.some((origin) => this.refused.includes(origin))),
      remove: ({ origins = [] }: { origins?: string[] }) => {
        this.removed.push(...origins);
        return Promise.resolve(true);
      },
    });
  }

  async close(): Promise<void> {
    this.refused = [];
    this.removed = [];
    await Promise.all(this.running.splice(0).map((server) => server.close()));
  }

  async serve(options: Partial<OwnServerOptions> = {}): Promise<OwnServer> {
    const server = await startOwnServer({ kind: 'llama.cpp', ...options });
    this.running.push(server);
    return server;
  }

  /** The endpoints as they are stored. */
  async stored(): Promise<OwnEndpoint[]> {
    const local = await this.#companion.extension.storage('local');
    return (local['endpoints'] ?? []) as OwnEndpoint[];
  }

  /** Adds an endpoint. @returns its id */
  async add(url: string, more: Entered = {}): Promise<string> {
    const { extension } = this.#companion;
    const answer = await extension.request('endpoints.add', { url, sendsToken: false, ...more });
    if (!answer?.ok) throw new Error(JSON.stringify(answer));
    return answer.value;
  }

  /** Adds an endpoint, asks it for its models and chooses one for all actions. */
  async use(
    url: string,
    more: Entered & { model?: string } = {},
  ): Promise<{ id: string; check: Result<null> | undefined }> {
    const { model = 'lens-7b', ...entered } = more;
    const { extension } = this.#companion;
    const id = await this.add(url, entered);
    const check = await extension.request('endpoints.check', { id });
    await extension.change({ choices: { default: { model, endpoint: id } } });
    return { id, check };
  }

  /** All that own servers were sent, as text to look for secrets in. */
  heard(): string {
    const requests = this.running.flatMap((server) => server.requests);
    return JSON.stringify(requests.map(({ headers, path, body }) => [headers, path, body]));
  }
}

/** Servers of the person's own for the tests of a file; policy is empty before each. */
export function useOwnServers(companion: ReturnType<typeof useCompanion>): OwnServers {
  const servers = new OwnServers(companion);
  beforeEach(() => {
    servers.fakePermissions();
    managed({});
  });
  afterEach(() => servers.close());
  return servers;
}

/** Puts a managed policy in force. */
export function managed(policy: Record<string, unknown>): void {
  Object.assign(fakeBrowser.storage.managed, { get: () => Promise.resolve(policy) });
}
