import { checkAccess, type Access } from './access.ts';
import type { AccountName } from './accounts.ts';
import type { BillingUsage } from './billing-usage.ts';
import { FaultBox, type Fault } from './faults.ts';
import { Gate, type HoldOptions } from './gate.ts';
import { listen, type Desk } from './listen.ts';
import { MemoryStore } from './memory-store.ts';
import { pagesHandler } from './pages.ts';
import { picturesHandler } from './pictures.ts';
import { providerHandler } from './provider-server.ts';
import { APP_NAME, createProvider } from './provider.ts';
import type { RecordedChat, RecordedRequest } from './records.ts';
import { REPOSITORIES, type Repository } from './repository.ts';
import { routerHandler } from './router.ts';
import type { Script } from './scripted-answer.ts';
import { watchSecrets, type Secret } from './secrets.ts';
import { listUpstreamModels, type Upstream } from './upstream.ts';

export type { AccountName } from './accounts.ts';
export type { Fault } from './faults.ts';
export type { RecordedChat, RecordedRequest } from './records.ts';

/** The client id of the one app that the local Hub knows, unless another one is given. */
const DEFAULT_CLIENT_ID = '3f1c2a8e-5b7d-4c90-9e14-6a2d8f0b7c55';

export interface HubOptions {
  /** The exact redirect URIs of the one public client. */
  readonly redirectUris: readonly string[];
  /** An id as the settings give it, or the https URL of a client's metadata document. */
  readonly clientId?: string;
  /** Base URL (ending in `/v1`) of an OpenAI-compatible server that answers the chats instead. */
  readonly upstreamUrl?: string;
  readonly upstreamKey?: string;
  /** Lifetime of access tokens; eight hours when absent. */
  readonly accessTokenSeconds?: number;
  /** Whether refresh tokens are issued; they are when absent. */
  readonly refreshTokens?: boolean;
  /** How long a refresh token lives unused; 90 days when absent. Each rotation starts it anew. */
  readonly refreshTokenSeconds?: number;
  /** Lifetime of a device's code; five minutes when absent. */
  readonly deviceCodeSeconds?: number;
  /** The most models on one page of `GET /api/models`; 500 when absent. */
  readonly modelsPerPage?: number;
  /** Answers of a given size and speed to streamed chats, instead of demo/extractive's. */
  readonly script?: Script;
}

export interface Hub {
  readonly clientId: string;
  /** The provider and the Hub API. */
  readonly origin: string;
  /** `/v1/models` and `/v1/chat/completions`. */
  readonly routerOrigin: string;
  /** The avatars. */
  readonly picturesOrigin: string;
  /** An ordinary web page, on another host name. */
  readonly articleUrl: string;
  /** Every request to any of the servers, in the order of arrival. */
  readonly requests: RecordedRequest[];
  /** Every chat completion that was accepted or met a fault. */
  readonly chats: RecordedChat[];
  /** What the billing page says of whoever asks; to be changed by a test. */
  readonly billing: BillingUsage;
  /** Every secret that the Hub has issued or received so far, used and revoked ones included. */
  secrets(): readonly Secret[];
  /** Arms a fault for the next matching request or requests. */
  fault(fault: Fault): void;
  clearFaults(): void;
  /**
   * Holds chat answers until the result is called: those that have not begun before their first
   * byte, the others before their next word. With `afterWords`, each answer is sent up to that many
   * words and waits there; one that has fewer ends as usual. An answer in one piece waits whole, and
   * one of an upstream goes on to the end of the chunk with that word.
   */
  hold(options?: HoldOptions): () => void;
  /** Ends every sign-in session; the next authorization signs this person in. */
  signInAs(name: AccountName): void;
  /**
   * From now on the person's Allow is for these scopes only, as far as they are asked for, and the
   * token response says so; undefined is for everything that is asked.
   */
  grantOnly(scopes: readonly string[] | undefined): void;
  /** Makes every token and consent invalid, like "Revoke access" in the settings. */
  revoke(): Promise<void>;
  close(): Promise<void>;
}

/** Starts an OpenID provider, router, avatar host and web pages on free loopback ports. */
export async function startHub(options: HubOptions): Promise<Hub> {
  const clientId = options.clientId ?? DEFAULT_CLIENT_ID;
  const desk: Desk = { requests: [], faults: new FaultBox(), records: new WeakMap() };
  const main = await listen('provider', desk);
  const router = await listen('router', desk);
  const pictures = await listen('pictures', desk);
  const pages = await listen('pages', desk);
  const { origin } = main;

  const store = new MemoryStore();
  const chats: RecordedChat[] = [];
  const billing = {
    usedNanoUsd: 0,
    includedNanoUsd: 100_000_000,
    limitNanoUsd: null,
    numRequests: 0,
  };
  const gate = new Gate();
  let signedIn: AccountName = 'ada';
  let agreeable: readonly string[] | undefined;
  const upstream = upstreamOf(options);

  const provider = await createProvider({
    origin,
    picturesOrigin: pictures.origin,
    clientId,
    redirectUris: options.redirectUris,
    accessTokenSeconds: options.accessTokenSeconds ?? 28_800,
    refreshTokens: options.refreshTokens ?? true,
    refreshTokenSeconds: options.refreshTokenSeconds ?? 90 * 24 * 60 * 60,
    deviceCodeSeconds: options.deviceCodeSeconds ?? 300,
    store,
    onForm: (request, form) => {
      const record = desk.records.get(request);
      if (record) record.body = form;
    },
  });
  const secrets = watchSecrets(provider, desk.requests);
  const check = (authorization: string | undefined): Promise<Access> =>
    checkAccess(authorization, provider, store);
  const repositories = async (): Promise<readonly Repository[]> =>
    upstream === undefined ? REPOSITORIES : upstreamRepositories(upstream);
  main.serve(
    providerHandler({
      provider,
      origin,
      picturesOrigin: pictures.origin,
      signedIn: () => signedIn,
      agreeable: () => agreeable,
      modelsPerPage: options.modelsPerPage ?? 500,
      checkAccess: check,
      repositories,
      billing,
    }),
  );
  router.serve(
    routerHandler({
      appName: APP_NAME,
      chats,
      gate,
      upstream,
      script: options.script,
      checkAccess: check,
      repositories,
    }),
  );
  pictures.serve(picturesHandler);
  pages.serve(pagesHandler(pages.port));

  return {
    clientId,
    origin,
    routerOrigin: router.origin,
    picturesOrigin: pictures.origin,
    articleUrl: `http://localhost:${pages.port}/article`,
    requests: desk.requests,
    chats,
    billing,
    secrets,
    fault: (fault) => desk.faults.arm(fault),
    clearFaults: () => desk.faults.clear(),
    hold: (hold) => gate.hold(hold),
    signInAs: (name) => {
      signedIn = name;
      store.endSessions();
    },
    grantOnly: (scopes) => {
      agreeable = scopes;
    },
    revoke: async () => store.revokeAll(),
    close: async () => {
      await Promise.all([main, router, pictures, pages].map((server) => server.close()));
    },
  };
}

function upstreamOf({ upstreamUrl, upstreamKey }: HubOptions): Upstream | undefined {
  if (upstreamUrl === undefined) return undefined;
  return { url: upstreamUrl.replace(/\/$/, ''), key: upstreamKey };
}

async function upstreamRepositories(upstream: Upstream): Promise<Repository[]> {
  const models = await listUpstreamModels(upstream);
  return models.map((model) => ({ model, isPrivate: false }));
}
