import { activeAccount } from '@/utils/account/accounts';
import { Failure } from '@/utils/errors/failure';
import { accountsItem, settingsByAccountItem } from '@/utils/storage/items';

/**
 * Chooses the model of the account in use; without an id, back to the default.
 *
 * @throws Failure `signed-out` when no account is in use
 */
export async function selectModel(model: string | undefined): Promise<void> {
  const sub = activeAccount(await accountsItem.get())?.sub;
  if (sub === undefined) throw new Failure({ kind: 'signed-out' });
  await settingsByAccountItem.update((settings = {}) => {
    const { model: _, ...others } = settings[sub] ?? {};
    return { ...settings, [sub]: model === undefined ? others : { ...others, model } };
  });
}
