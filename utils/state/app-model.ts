import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Account } from '@/utils/account/account';
import { NOBODY, type AccountSettings, type ChoiceKey } from '@/utils/account/account-settings';
import { activeAccount } from '@/utils/account/accounts';
import type { SignInProgress } from '@/utils/account/sign-in-progress';
import {
  readConfiguration,
  watchConfiguration,
  type Configuration,
  type ModelPolicy,
} from '@/utils/config/configuration';
import { asChatModel } from '@/utils/endpoints/endpoint-models';
import { findEndpoint, type OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import type { ChatModel, ModelCatalogue } from '@/utils/models/chat-model';
import { allowedModels } from '@/utils/models/allowed-models';
import { choiceFor } from '@/utils/models/choice-for';
import { chosenModel } from '@/utils/models/chosen-model';
import { narrowPolicy } from '@/utils/models/narrow-policy';
import type { TokenRatios } from '@/utils/money/token-ratio';
import { toChatModel } from '@/utils/models/private-model';
import {
  accountsItem,
  memoryOnlyItem,
  modelCatalogueItem,
  ownEndpointsItem,
  privateModelsItem,
  settingsByAccountItem,
  settingsItem,
  signInProgressItem,
  tokenRatiosItem,
} from '@/utils/storage/items';
import { storedSignal } from './stored-signal';

/** What a run would use. */
export interface ChosenModel {
  /** `undefined` until the list is known. */
  model: ChatModel | undefined;
  /** Who serves it, as chosen: what `servedBy` takes. */
  provider: string | undefined;
  /** The own endpoint that serves it, if one does. */
  endpoint: OwnEndpoint | undefined;
}

/** What every view knows, as signals over extension storage. */
export interface AppModel {
  /** The account in use, also when its session has ended. */
  inUse: ReadonlySignal<Account | undefined>;
  /** The account in use, with an open session. */
  account: ReadonlySignal<Account | undefined>;
  /** All that are on the list, the one in use too. */
  accounts: ReadonlySignal<readonly Account[]>;
  signIn: ReadonlySignal<SignInProgress | undefined>;
  configuration: ReadonlySignal<Configuration>;
  /** Which models and providers may be used, by policy and by the person's own list. */
  modelPolicy: ReadonlySignal<ModelPolicy>;
  /** Everybody who serves a model now, allowed or not, in the order of the alphabet. */
  providers: ReadonlySignal<readonly string[]>;
  /** The model list, as far as policy and person allow it. */
  catalogue: ReadonlySignal<ModelCatalogue | undefined>;
  /** The private models of the account in use, when it lets them be read, as far as they may be used. */
  privateModels: ReadonlySignal<readonly ChatModel[]>;
  /** The person's own endpoints, also without an account. */
  endpoints: ReadonlySignal<readonly OwnEndpoint[]>;
  /** The one that is chosen for all actions; nobody needs to be signed in then. */
  endpoint: ReadonlySignal<OwnEndpoint | undefined>;
  /** This browser keeps nothing on disk, and the person has not read that yet. */
  isMemoryOnly: ReadonlySignal<boolean | undefined>;
  /** What the account in use has set, or nobody. */
  settings: ReadonlySignal<AccountSettings>;
  /** How families of models count tokens. */
  tokenRatios: ReadonlySignal<TokenRatios | undefined>;
  /** The model that actions without one of their own use; `undefined` until the list is known. */
  model: ReadonlySignal<ChatModel | undefined>;
  /** What the next run of an action uses; `default` asks for those without a model of their own. Reads signals. */
  chosen: (key: ChoiceKey) => ChosenModel;
}

/**
 * Reads everything that the first paint needs, all of it from storage and none from the network, so that
 * nobody who is signed in ever sees a signed-out view.
 */
export async function loadAppModel(): Promise<AppModel> {
  const [
    stored,
    signIn,
    settingsByAccount,
    listed,
    privateLists,
    isMemoryOnly,
    storedEndpoints,
    tokenRatios,
    initialConfiguration,
  ] = await Promise.all([
    storedSignal(accountsItem),
    storedSignal(signInProgressItem),
    storedSignal(settingsByAccountItem),
    storedSignal(modelCatalogueItem),
    storedSignal(privateModelsItem),
    storedSignal(memoryOnlyItem),
    storedSignal(ownEndpointsItem),
    storedSignal(tokenRatiosItem),
    // A view with what the build says is better than none.
    readConfiguration(settingsItem.get().catch(() => undefined)),
  ]);
  const configuration = signal(initialConfiguration);
  watchConfiguration((next) => {
    configuration.value = next;
  });
  const accounts = computed(() => stored.value?.list ?? []);
  const inUse = computed(() => activeAccount(stored.value));
  const account = computed(() => (inUse.value?.session === 'open' ? inUse.value : undefined));
  const settings = computed(() => settingsByAccount.value?.[inUse.value?.sub ?? NOBODY] ?? {});
  const modelPolicy = computed(() => narrowPolicy(configuration.value, settings.value.providers));
  const catalogue = computed(
    () =>
      listed.value && {
        ...listed.value,
        models: allowedModels(listed.value.models, modelPolicy.value),
      },
  );
  const privateModels = computed(() => {
    const list = account.value && privateLists.value?.[account.value.sub];
    return allowedModels((list?.models ?? []).map(toChatModel), modelPolicy.value);
  });
  const endpoints = computed(() => storedEndpoints.value ?? []);
  const providers = computed(() => providerNames(listed.value?.models ?? []));
  const chosen = (key: ChoiceKey): ChosenModel => {
    const choice = choiceFor(key, settings.value);
    const endpoint = findEndpoint(endpoints.value, choice?.endpoint);
    if (choice && endpoint) {
      return { model: asChatModel(choice.model, endpoint), provider: undefined, endpoint };
    }
    const models = catalogue.value?.models;
    const model = models || choice ? chosenModel(models ?? [], choice?.model) : undefined;
    return { model, provider: choice?.provider, endpoint: undefined };
  };
  const endpoint = computed(() => chosen('default').endpoint);
  const model = computed(() => chosen('default').model);
  return {
    inUse,
    account,
    accounts,
    signIn,
    configuration,
    catalogue,
    privateModels,
    endpoints,
    endpoint,
    isMemoryOnly,
    settings,
    modelPolicy,
    providers,
    tokenRatios,
    model,
    chosen,
  };
}

function providerNames(models: readonly ChatModel[]): string[] {
  const names = models.flatMap(({ providers = [] }) => providers.map(({ name }) => name));
  return [...new Set(names)].toSorted();
}
