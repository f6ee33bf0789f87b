import { fakeBrowser } from 'wxt/testing/fake-browser';
import { computed, signal } from '@preact/signals';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';
import type { Configuration, ModelPolicy } from '@/utils/config/configuration';
import type { Account } from '@/utils/account/account';
import type { AccountSettings } from '@/utils/account/account-settings';
import type { SignInProgress } from '@/utils/account/sign-in-progress';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import type { ChatModel, ModelCatalogue } from '@/utils/models/chat-model';
import type { RunHead, RunSnapshot } from '@/utils/runs/run';

export const ADA: Account = {
  sub: '1',
  username: 'ada',
  fullName: 'Ada Lovelace',
  isPro: false,
  organizations: [],
  scopes: ['openid', 'profile', 'inference-api'],
  session: 'open',
};

/** A background that a view asks and that answers what a test says; by default that all is well. */
export class FakeBackground {
  readonly requests: string[] = [];
  readonly #answers = new Map<string, unknown>([
    ['history.now', { ok: true, value: [] }],
    ['history.list', { ok: true, value: { rows: [], damaged: 0 } }],
  ]);

  constructor() {
    fakeBrowser.reset();
    Object.assign(fakeBrowser, {
      identity: {
        getRedirectURL: () => CHROMIUM_REDIRECT_URI,
        launchWebAuthFlow: () => Promise.resolve(''),
      },
      scripting: { executeScript: () => Promise.resolve([]) },
    });
    Object.assign(fakeBrowser.runtime, {
      getManifest: () => ({ version: '1.2.3' }),
      sendMessage: ({ kind }: { kind: string }) => {
        this.requests.push(kind);
        return Promise.resolve(this.#answers.get(kind) ?? { ok: true, value: null });
      },
    });
  }

  /** Answers a kind of request in this way from now on. */
  answers(kind: string, answer: unknown): void {
    this.#answers.set(kind, answer);
  }

  count(kind: string): number {
    return this.requests.filter((each) => each === kind).length;
  }
}

/** What the views know, to be changed by a test. */
export function fakeAppModel(open: Account | undefined, models: ChatModel[] = []) {
  const account = signal(open);
  const accounts = signal<readonly Account[]>(open ? [open] : []);
  const configuration: Configuration = {
    clientId: '1a2b3c4d-0000-4000-8000-123456789abc',
    clientIdSource: 'settings',
    scopes: 'openid profile inference-api',
    areScopesManaged: false,
    allowedModels: undefined,
    allowedProviders: undefined,
    billingOrganization: undefined,
    isHistoryDisabled: false,
    managed: [],
    answersIn: 'panel',
    cardActions: [],
    providerOrigin: 'https://huggingface.co',
    routerOrigin: 'https://router.huggingface.co',
    extraOrigins: [],
  };
  const model = signal(models[0]);
  return {
    // Where none is open, the one that has ended is the one that was in use.
    inUse: computed(
      () => account.value ?? accounts.value.find(({ session }) => session === 'ended'),
    ),
    account,
    accounts,
    signIn: signal<SignInProgress | undefined>(undefined),
    configuration: signal(configuration),
    catalogue: signal<ModelCatalogue | undefined>({ fetchedAt: 0, models }),
    isMemoryOnly: signal<true | undefined>(undefined),
    tokenRatios: signal(undefined),
    privateModels: signal<readonly ChatModel[]>([]),
    endpoints: signal<readonly OwnEndpoint[]>([]),
    endpoint: signal<OwnEndpoint | undefined>(undefined),
    settings: signal<AccountSettings>({}),
    modelPolicy: signal<ModelPolicy>(configuration),
    providers: signal<readonly string[]>([]),
    model,
    chosen: () => ({ model: model.value, provider: undefined, endpoint: undefined }),
  };
}

/** The run that a view shows, to be changed by a test. */
export function fakeRunModel(run?: RunSnapshot) {
  return {
    run: signal<RunHead | undefined>(run),
    answer: signal(run?.answer ?? ''),
    reasoning: signal(run?.reasoning ?? ''),
    earlier: signal<readonly RunSnapshot[]>([]),
    isKnown: Promise.resolve(),
    elsewhere: signal(0),
    isCovered: signal(false),
  };
}
