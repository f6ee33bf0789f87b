import { i18n } from '#i18n';
import { BASE_SCOPES, OPTIONAL_SCOPES } from '@/utils/config/offered-scopes';

type UsedScope = (typeof BASE_SCOPES)[number] | (typeof OPTIONAL_SCOPES)[number];

/** Keys of `scope` in the locale files, for the scopes that something here uses. */
const USED = {
  openid: 'openid',
  profile: 'profile',
  'inference-api': 'inferenceApi',
  email: 'email',
  'read-memberships': 'readMemberships',
  'read-repos': 'readRepos',
  'read-billing': 'readBilling',
} as const satisfies Record<UsedScope, string>;

/** The same for scopes that nothing here uses yet: they come from the scopes set for the OAuth app. */
const UNUSED = {
  'contribute-repos': 'contributeRepos',
  'write-repos': 'writeRepos',
  'manage-repos': 'manageRepos',
  'read-endpoints': 'readEndpoints',
} as const;

/**
 * A scope in plain words.
 *
 * @see https://huggingface.co/docs/hub/oauth#currently-supported-scopes
 */
export interface ScopeFeature {
  /** What it allows; its own name where that is not known. */
  label: string;
  /** What it unlocks here. */
  use: string;
}

/** Words for any scope a server may grant. */
export function scopeFeature(scope: string): ScopeFeature {
  const used = entry(USED, scope);
  if (used) {
    return { label: i18n.t(`scope.${used}.label`), use: i18n.t(`scope.${used}.use`) };
  }
  const unused = entry(UNUSED, scope);
  const label = unused ? i18n.t(`scope.${unused}.label`) : scope;
  return { label, use: i18n.t('scope.unused') };
}

/** The scopes among these that are neither asked for in any case nor offered. */
export function otherScopes(granted: readonly string[]): string[] {
  const known: readonly string[] = [...BASE_SCOPES, ...OPTIONAL_SCOPES];
  return granted.filter((scope) => !known.includes(scope));
}

/** The server names the scopes, so `constructor` is one too. */
function entry<T extends object>(table: T, name: string): T[keyof T] | undefined {
  return Object.hasOwn(table, name) ? table[name as keyof T] : undefined;
}
