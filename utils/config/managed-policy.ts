import * as v from 'valibot';
import { browser } from '@/utils/browser';
import type { Result } from '@/utils/result';
import { parseClientId } from './client-id';
import { parseScopes } from './scopes';

const policySchema = v.object({
  OAUTH_CLIENT_ID: v.optional(v.string()),
  OAUTH_SCOPES: v.optional(v.string()),
});

/** What an administrator has set; see public/managed-schema.json. */
export interface ManagedPolicy {
  clientId: string | undefined;
  scopes: string | undefined;
}

/**
 * Reads `storage.managed`. Firefox rejects when there is no policy; that and a damaged one mean none.
 * Each value is checked as if a person had entered it; one that doesn't pass counts as absent.
 */
export async function readManagedPolicy(): Promise<ManagedPolicy> {
  const stored: unknown = await browser.storage.managed.get(null).catch(() => ({}));
  const policy = v.safeParse(policySchema, stored);
  const { OAUTH_CLIENT_ID, OAUTH_SCOPES } = policy.success ? policy.output : {};
  return {
    clientId: valid(OAUTH_CLIENT_ID, parseClientId),
    scopes: valid(OAUTH_SCOPES, parseScopes),
  };
}

function valid(
  text: string | undefined,
  parse: (text: string) => Result<string>,
): string | undefined {
  const parsed = parse(text ?? '');
  return parsed.ok ? parsed.value : undefined;
}
