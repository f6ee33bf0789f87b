import type { AccountSettings } from '@/utils/account/account-settings';
import { buildConfiguration } from '@/utils/config/build-configuration';
import { readConfiguration } from '@/utils/config/configuration';
import { hostPermissions, matchPattern } from '@/utils/config/origins';
import { browser } from '@/utils/browser';
import { Failure } from '@/utils/errors/failure';
import { hasHostAccess } from '@/utils/network/host-access';
import { ownEndpointsItem, settingsByAccountItem } from '@/utils/storage/items';
import { checkEndpointKey, writeEndpointKey } from './endpoint-key';
import { normalizeEndpointUrl } from './endpoint-url';
import { originOf, type OwnEndpoint } from './own-endpoint';
import { readEndpoint } from './stored-endpoint';

/** An endpoint as a person enters it. */
export interface NewEndpoint {
  url: string;
  name?: string | undefined;
  key?: string | undefined;
  sendsToken: boolean;
}

/**
 * Adds an endpoint, with its key where pages can't read it. Nothing is sent yet.
 *
 * @returns its id
 * @throws Failure `endpoint-url` or `endpoint-key`; `endpoint-not-allowed` by policy; `host-access-missing`
 *   where the person has not let the extension reach it
 */
export async function addEndpoint(entered: NewEndpoint): Promise<string> {
  const normalized = normalizeEndpointUrl(entered.url);
  if (!normalized.ok) throw new Failure(normalized.error);
  const url = normalized.value;
  const { origin, host } = new URL(url);
  const key = entered.key?.trim() ? checkEndpointKey(entered.key, origin) : undefined;
  if ((await readConfiguration()).allowedProviders) {
    throw new Failure({ kind: 'endpoint-not-allowed' });
  }
  if (!(await hasHostAccess(origin))) throw new Failure({ kind: 'host-access-missing', host });
  const id = crypto.randomUUID();
  await writeEndpointKey(id, key);
  const endpoint: OwnEndpoint = {
    id,
    name: entered.name?.trim() || host,
    url,
    models: [],
    hasKey: key !== undefined,
    sendsToken: entered.sendsToken,
  };
  await ownEndpointsItem.update((endpoints = []) => [...endpoints, endpoint]);
  return id;
}

/** What can be changed of an endpoint; `null` takes its key away. */
export interface EndpointChange {
  name?: string | undefined;
  model?: string | undefined;
  key?: string | null | undefined;
  sendsToken?: boolean | undefined;
}

/** Changes an endpoint. @throws Failure `endpoint-gone` or `endpoint-key` */
export async function changeEndpoint(id: string, change: EndpointChange): Promise<null> {
  const endpoint = await readEndpoint(id);
  const key = change.key ? checkEndpointKey(change.key, originOf(endpoint)) : undefined;
  if (change.key !== undefined) await writeEndpointKey(id, key);
  await ownEndpointsItem.update((endpoints) =>
    endpoints?.map((one) => {
      if (one.id !== id) return one;
      const { name = one.name, model = one.model, sendsToken = one.sendsToken } = change;
      const hasKey = change.key === undefined ? one.hasKey : key !== undefined;
      return { ...one, name: name.trim() || one.name, model, sendsToken, hasKey };
    }),
  );
  return null;
}

/** Removes an endpoint with its key, where it was chosen, and the access to its host that nothing else needs. */
export async function removeEndpoint(id: string): Promise<null> {
  const endpoint = await readEndpoint(id);
  await writeEndpointKey(id, undefined);
  await ownEndpointsItem.update((endpoints) => endpoints?.filter((one) => one.id !== id));
  await settingsByAccountItem.update(
    (all) =>
      all &&
      Object.fromEntries(
        Object.entries(all).map(([sub, settings]) => [sub, withoutEndpoint(settings, id)]),
      ),
  );
  await giveBackAccess(endpoint);
  return null;
}

function withoutEndpoint(settings: AccountSettings, id: string): AccountSettings {
  const { choices } = settings;
  if (!choices) return settings;
  const others = Object.entries(choices).filter(([, choice]) => choice?.endpoint !== id);
  return { ...settings, choices: Object.fromEntries(others) };
}

async function giveBackAccess(endpoint: OwnEndpoint): Promise<void> {
  const pattern = matchPattern(originOf(endpoint));
  const others = (await ownEndpointsItem.get()) ?? [];
  const isNeeded =
    hostPermissions(buildConfiguration).includes(pattern) ||
    others.some((other) => matchPattern(originOf(other)) === pattern);
  // What the browser doesn't take back, the guarded fetch refuses all the same.
  if (!isNeeded) await browser.permissions.remove({ origins: [pattern] }).catch(() => undefined);
}
