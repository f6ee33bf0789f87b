import type { ActionId } from '@/utils/actions/action';
import { browser } from '@/utils/browser';
import { settingsItem } from '@/utils/storage/items';
import { buildConfiguration, type BuildConfiguration } from './build-configuration';
import { readManagedPolicy, type ManagedSetting } from './managed-policy';
import type { Settings } from './settings';

/** Which models and providers may be used; without a list all may. */
export interface ModelPolicy {
  /** Hub ids; `org/*` stands for all of an organization. */
  allowedModels: readonly string[] | undefined;
  /** Names of inference providers, as the router has them. */
  allowedProviders: readonly string[] | undefined;
}

/** What is in force: managed policy over the person's options over the build. */
export interface Configuration extends BuildConfiguration, ModelPolicy {
  /** Which layer gave the client id. A policy's cannot be changed by the person. */
  clientIdSource: 'policy' | 'settings' | 'build' | 'none';
  /** True when an administrator has set the scopes. */
  areScopesManaged: boolean;
  /** User name of the organization that pays for the runs; absent means the person. */
  billingOrganization: string | undefined;
  /** True when nothing of a run may be stored. */
  isHistoryDisabled: boolean;
  /** All that an administrator has set, to be shown. */
  managed: readonly ManagedSetting[];
  /** Where answers appear: in the browser's panel, or in a small window. */
  answersIn: 'panel' | 'window';
  /** Actions of the context menu whose answers appear by the selection instead, where a page lets them. */
  cardActions: readonly ActionId[];
}

/** What is short and about the very words selected. */
const CARD_ACTIONS: readonly ActionId[] = ['translate', 'explain'];

/**
 * Reads the three layers; a browser without managed storage has two.
 *
 * @param stored the person's options, for who can do without them
 * @throws Failure `storage-failed` where the options can't be read: others must not be in force then
 */
export async function readConfiguration(stored = settingsItem.get()): Promise<Configuration> {
  const build = buildConfiguration;
  const [{ policy, settings: managed }, settings] = await Promise.all([
    readManagedPolicy(build),
    stored,
  ]);
  const layers = [
    ['policy', policy.OAUTH_CLIENT_ID],
    ['settings', settings?.clientId],
    ['build', build.clientId],
  ] as const;
  const [clientIdSource, clientId] = layers.find(([, id]) => id) ?? (['none', undefined] as const);
  return {
    ...build,
    clientId,
    clientIdSource,
    scopes: policy.OAUTH_SCOPES ?? settings?.scopes ?? build.scopes,
    areScopesManaged: policy.OAUTH_SCOPES !== undefined,
    providerOrigin: policy.OPENID_PROVIDER_URL ?? build.providerOrigin,
    routerOrigin: policy.INFERENCE_ROUTER_URL ?? build.routerOrigin,
    allowedModels: policy.ALLOWED_MODELS,
    allowedProviders: policy.ALLOWED_PROVIDERS,
    billingOrganization: policy.BILLING_ORGANIZATION,
    isHistoryDisabled: policy.HISTORY_DISABLED ?? false,
    ...answerPlaces(settings),
    managed,
  };
}

/** Where answers appear by the person's options, or without any. */
export function answerPlaces(
  settings: Settings | undefined,
): Pick<Configuration, 'answersIn' | 'cardActions'> {
  const { answersIn = 'panel', cardActions = CARD_ACTIONS } = settings ?? {};
  return { answersIn, cardActions };
}

/** Calls back with what is in force after each change of the person's options or of the policy. */
export function watchConfiguration(callback: (configuration: Configuration) => void): void {
  // Where it can't be read, what was in force stays.
  const tell = async () => {
    const configuration = await readConfiguration().catch(() => undefined);
    if (configuration) callback(configuration);
  };
  settingsItem.watch(() => void tell());
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void tell();
  });
}
