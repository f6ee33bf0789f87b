import type { Provider } from 'oidc-provider';
import { personById, type Person } from './accounts.ts';
import type { MemoryStore } from './memory-store.ts';

export type Access =
  | {
      readonly kind: 'granted';
      readonly person: Person;
      readonly scopes: ReadonlySet<string>;
      readonly expiresAt: number;
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'revoked' };

/** Looks a bearer token (RFC 6750 section 2.1) up in the provider's own store. */
export async function checkAccess(
  authorization: string | undefined,
  provider: Provider,
  store: MemoryStore,
): Promise<Access> {
  const token = /^bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return { kind: 'refused' };
  if (store.wasRevoked(token)) return { kind: 'revoked' };
  const found = await provider.AccessToken.find(token);
  const person = personById(found?.accountId);
  if (found === undefined || person === undefined) return { kind: 'refused' };
  return { kind: 'granted', person, scopes: found.scopes, expiresAt: found.exp ?? 0 };
}
