import type { Account } from '@/utils/account/account';
import { activeAccount, findAccount } from '@/utils/account/accounts';
import { readConfiguration } from '@/utils/config/configuration';
import { getAccessToken } from '@/utils/session/access-token';
import { inOrder } from '@/utils/session/in-order';
import { accountsItem, privateModelsItem } from '@/utils/storage/items';
import { withoutEntry } from '@/utils/storage/without-entry';
import { fetchPrivateModels } from './fetch-private-models';

/** Hugging Face's scope for reading one's repositories (https://huggingface.co/docs/hub/oauth). */
const SCOPE = 'read-repos';

const HOUR_MS = 60 * 60_000;

/** A person of very many organizations gets the models of the first. */
const MAXIMUM_OWNERS = 20;

/**
 * Brings the private models of the account in use up to date, when they are older than an hour; forgets
 * them when the account no longer lets them be read.
 *
 * @throws Failure, or what the library threw; the list then stays as it was
 */
export async function refreshPrivateModels(): Promise<void> {
  const account = activeAccount(await accountsItem.get());
  if (account?.session !== 'open') return;
  const { sub } = account;
  const known = (await privateModelsItem.get())?.[sub];
  if (!account.scopes.includes(SCOPE)) {
    if (known) await privateModelsItem.update((lists) => withoutEntry(lists, sub));
    return;
  }
  const age = known ? Date.now() - known.fetchedAt : Infinity;
  if (age >= 0 && age < HOUR_MS) return;
  const { providerOrigin } = await readConfiguration();
  const models = await fetchPrivateModels(
    providerOrigin,
    await getAccessToken(sub),
    owners(account),
  );
  const fetched = { fetchedAt: Date.now(), models };
  await inOrder(async () => {
    // Signed out meanwhile: what came late must not stay.
    if (findAccount(await accountsItem.get(), sub)?.session !== 'open') return;
    await privateModelsItem.update((lists) => ({ ...lists, [sub]: fetched }));
  });
}

function owners({ username, organizations }: Account): string[] {
  return [username, ...organizations.map((organization) => organization.username)]
    .filter((name) => name !== '')
    .slice(0, MAXIMUM_OWNERS);
}
