import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Account } from '@/utils/account/account';
import { NOBODY, type AccountSettings } from '@/utils/account/account-settings';
import { activeAccount } from '@/utils/account/accounts';
import type { SignInProgress } from '@/utils/account/sign-in-progress';
import {
  readConfiguration,
  watchConfiguration,
  type Configuration,
} from '@/utils/config/configuration';
import type { ChatModel, ModelCatalogue } from '@/utils/models/chat-model';
import { allowedModels } from '@/utils/models/allowed-models';
import { chosenModel } from '@/utils/models/chosen-model';
import { toChatModel } from '@/utils/models/private-model';
import {
  accountsItem,
  memoryOnlyItem,
  modelCatalogueItem,
  privateModelsItem,
  settingsByAccountItem,
  settingsItem,
  signInProgressItem,
} from '@/utils/storage/items';
import { storedSignal } from './stored-signal';

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
  /** The model list, as far as the policy allows it. */
  catalogue: ReadonlySignal<ModelCatalogue | undefined>;
  /** The private models of the account in use, when it lets them be read, as far as the policy allows them. */
  privateModels: ReadonlySignal<readonly ChatModel[]>;
  /** This browser keeps nothing on disk, and the person has not read that yet. */
  isMemoryOnly: ReadonlySignal<boolean | undefined>;
  /** What the account in use has set, or nobody. */
  settings: ReadonlySignal<AccountSettings>;
  /** The model that the next run uses; `undefined` until the list is known. */
  model: ReadonlySignal<ChatModel | undefined>;
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
    initialConfiguration,
  ] = await Promise.all([
    storedSignal(accountsItem),
    storedSignal(signInProgressItem),
    storedSignal(settingsByAccountItem),
    storedSignal(modelCatalogueItem),
    storedSignal(privateModelsItem),
    storedSignal(memoryOnlyItem),
    // A view with what the build says is better than none.
    readConfiguration(settingsItem.get().catch(() => undefined)),
  ]);
  const configuration = signal(initialConfiguration);
  watchConfiguration((next) => {
    configuration.value = next;
  });
  const catalogue = computed(
    () =>
      listed.value && {
        ...listed.value,
        models: allowedModels(listed.value.models, configuration.value),
      },
  );
  const accounts = computed(() => stored.value?.list ?? []);
  const inUse = computed(() => activeAccount(stored.value));
  const account = computed(() => (inUse.value?.session === 'open' ? inUse.value : undefined));
  const privateModels = computed(() => {
    const list = account.value && privateLists.value?.[account.value.sub];
    return allowedModels((list?.models ?? []).map(toChatModel), configuration.value);
  });
  const settings = computed(() => settingsByAccount.value?.[inUse.value?.sub ?? NOBODY] ?? {});
  const model = computed(() => {
    const choice = settings.value.choices?.default?.model;
    const models = catalogue.value?.models;
    return models || choice ? chosenModel(models ?? [], choice) : undefined;
  });
  return {
    inUse,
    account,
    accounts,
    signIn,
    configuration,
    catalogue,
    privateModels,
    isMemoryOnly,
    settings,
    model,
  };
}
