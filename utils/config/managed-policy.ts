import * as v from 'valibot';
import { browser } from '@/utils/browser';

const policySchema = v.object({
  OAUTH_CLIENT_ID: v.optional(v.string()),
  OAUTH_SCOPES: v.optional(v.string()),
});

/** What an administrator has set; see public/managed-schema.json. */
export interface ManagedPolicy {
  clientId: string | undefined;
  scopes: string | undefined;
}

/** Reads `storage.managed`. Firefox rejects when there is no policy; that and a damaged one mean none. */
export async function readManagedPolicy(): Promise<ManagedPolicy> {
  const stored: unknown = await browser.storage.managed.get(null).catch(() => ({}));
  const policy = v.safeParse(policySchema, stored);
  const { OAUTH_CLIENT_ID, OAUTH_SCOPES } = policy.success ? policy.output : {};
  return { clientId: OAUTH_CLIENT_ID, scopes: OAUTH_SCOPES };
}
