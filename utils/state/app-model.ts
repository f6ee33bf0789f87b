import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Account } from '@/utils/account/account';
import type { SignInProgress } from '@/utils/account/sign-in-progress';
import { readConfiguration, type Configuration } from '@/utils/config/configuration';
import type { ChatModel, ModelCatalogue } from '@/utils/models/chat-model';
import { chosenModel } from '@/utils/models/chosen-model';
import {
  accountItem,
  modelCatalogueItem,
  settingsItem,
  signInProgressItem,
} from '@/utils/storage/items';
import { storedSignal } from './stored-signal';

/** What every view knows, as signals over extension storage. */
export interface AppModel {
  account: ReadonlySignal<Account | undefined>;
  signIn: ReadonlySignal<SignInProgress | undefined>;
  configuration: ReadonlySignal<Configuration>;
  catalogue: ReadonlySignal<ModelCatalogue | undefined>;
  /** The model that the next run uses; `undefined` until the list is known. */
  model: ReadonlySignal<ChatModel | undefined>;
}

/**
 * Reads everything that the first paint needs, all of it from storage and none from the network, so that
 * nobody who is signed in ever sees a signed-out view.
 */
export async function loadAppModel(): Promise<AppModel> {
  const [account, signIn, settings, catalogue, initialConfiguration] = await Promise.all([
    storedSignal(accountItem),
    storedSignal(signInProgressItem),
    storedSignal(settingsItem),
    storedSignal(modelCatalogueItem),
    readConfiguration(),
  ]);
  const configuration = signal(initialConfiguration);
  settingsItem.watch(() => {
    void readConfiguration().then((next) => {
      configuration.value = next;
    });
  });
  const model = computed(() => {
    const choice = settings.value?.model;
    const models = catalogue.value?.models;
    return models || choice ? chosenModel(models ?? [], choice) : undefined;
  });
  return { account, signIn, configuration, catalogue, model };
}
