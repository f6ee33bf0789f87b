import * as v from 'valibot';
import { browser } from '@/utils/browser';
import type { Result } from '@/utils/result';
import type { BuildConfiguration } from './build-configuration';
import { parseClientId } from './client-id';
import { fetchOrigins } from './origins';
import { parseScopes } from './scopes';

/**
 * What an administrator can set, and of which type; public/managed-schema.json says the same to the
 * browser. Names are those of a Hugging Face Space where it has one
 * (https://huggingface.co/docs/hub/spaces-oauth).
 */
export const POLICY_SCHEMAS = {
  OAUTH_CLIENT_ID: v.string(),
  OAUTH_SCOPES: v.string(),
  OPENID_PROVIDER_URL: v.string(),
  INFERENCE_ROUTER_URL: v.string(),
  ALLOWED_MODELS: v.array(v.string()),
  ALLOWED_PROVIDERS: v.array(v.string()),
  BILLING_ORGANIZATION: v.string(),
  HISTORY_DISABLED: v.boolean(),
};

export type PolicyKey = keyof typeof POLICY_SCHEMAS;

type PolicyValue<K extends PolicyKey> = v.InferOutput<(typeof POLICY_SCHEMAS)[K]>;

/** What is in force of the policy, by its keys. */
type ManagedPolicy = { [K in PolicyKey]: PolicyValue<K> | undefined };

/** One key that an administrator has set; without a value it is nothing that this build can use. */
export interface ManagedSetting {
  key: PolicyKey;
  value: string | undefined;
}

/** A user name of the Hub. Nothing else may stand in a header. */
const USER_NAME = /^[\w.-]{1,96}$/;

/**
 * Reads `storage.managed`. Firefox rejects when there is no policy; that, a browser without such a storage
 * and a damaged one mean none.
 * Each value is checked as if a person had entered it; one that doesn't pass counts as absent and
 * costs no other.
 */
export async function readManagedPolicy(
  build: BuildConfiguration,
): Promise<{ policy: ManagedPolicy; settings: ManagedSetting[] }> {
  const reading = browser.storage.managed?.get(null).catch(() => undefined);
  const stored: Record<string, unknown> = (await reading) ?? {};
  const settings: ManagedSetting[] = [];
  const take = <K extends PolicyKey>(
    key: K,
    check: (value: PolicyValue<K>) => PolicyValue<K> | undefined,
  ): PolicyValue<K> | undefined => {
    const value = stored[key];
    if (value === undefined) return undefined;
    const parsed = v.safeParse(POLICY_SCHEMAS[key], value);
    const usable = parsed.success ? check(parsed.output) : undefined;
    settings.push({ key, value: [usable ?? []].flat().join(', ') || undefined });
    return usable;
  };
  // CSP and host permissions are static: no other origin could be reached.
  const origin = (address: string) =>
    fetchOrigins(build).find((known) => hrefOf(address) === hrefOf(known));
  const policy = {
    OAUTH_CLIENT_ID: take('OAUTH_CLIENT_ID', (text) => valueOf(parseClientId(text))),
    OAUTH_SCOPES: take('OAUTH_SCOPES', (text) => valueOf(parseScopes(text))),
    OPENID_PROVIDER_URL: take('OPENID_PROVIDER_URL', origin),
    INFERENCE_ROUTER_URL: take('INFERENCE_ROUTER_URL', origin),
    ALLOWED_MODELS: take('ALLOWED_MODELS', entries),
    ALLOWED_PROVIDERS: take('ALLOWED_PROVIDERS', entries),
    BILLING_ORGANIZATION: take('BILLING_ORGANIZATION', (text) =>
      USER_NAME.test(text.trim()) ? text.trim() : undefined,
    ),
    HISTORY_DISABLED: take('HISTORY_DISABLED', (isDisabled) => isDisabled),
  };
  return { policy, settings };
}

/** The entries of a list; a mistyped one stays, and allows nothing. An empty list says nothing. */
function entries(list: string[]): string[] | undefined {
  return list.length === 0 ? undefined : list.map((entry) => entry.trim());
}

function valueOf(parsed: Result<string>): string | undefined {
  return parsed.ok ? parsed.value : undefined;
}

function hrefOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).href : undefined;
}
