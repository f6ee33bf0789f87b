import { settingsItem } from '@/utils/storage/items';
import { buildConfiguration, type BuildConfiguration } from './build-configuration';
import { readManagedPolicy } from './managed-policy';

/** What is in force: managed policy over the person's options over the build. */
export interface Configuration extends BuildConfiguration {
  /** Which layer gave the client id. A policy's cannot be changed by the person. */
  clientIdSource: 'policy' | 'settings' | 'build' | 'none';
  /** True when an administrator has set the scopes. */
  areScopesManaged: boolean;
}

/** Reads the three layers. Never fails: a browser without managed storage has two. */
export async function readConfiguration(): Promise<Configuration> {
  const [policy, settings] = await Promise.all([readManagedPolicy(), settingsItem.get()]);
  const scopes = policy.scopes ?? settings?.scopes ?? buildConfiguration.scopes;
  const layers = [
    ['policy', policy.clientId],
    ['settings', settings?.clientId],
    ['build', buildConfiguration.clientId],
  ] as const;
  const [clientIdSource, clientId] = layers.find(([, id]) => id) ?? (['none', undefined] as const);
  const areScopesManaged = policy.scopes !== undefined;
  return { ...buildConfiguration, scopes, areScopesManaged, clientId, clientIdSource };
}
