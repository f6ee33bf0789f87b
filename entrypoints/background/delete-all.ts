import { browser } from '@/utils/browser';
import { buildConfiguration } from '@/utils/config/build-configuration';
import { hostPermissions } from '@/utils/config/origins';
import { untilSettled } from '@/utils/money/pending';
import { inOrder } from '@/utils/session/in-order';
import { cancelSignIn } from '@/utils/session/sign-in';
import { deleteStored } from '@/utils/storage/delete-stored';
import type { Background } from './request-handlers';

/**
 * Takes everything away that the extension keeps on this device, and the access to hosts that was given
 * besides: it is then as it was installed.
 *
 * @throws Failure of the storage; what is left then can be deleted by another try
 */
export async function deleteAll({ runs, journals, restored }: Background): Promise<void> {
  await restored;
  await cancelSignIn();
  for (const { owner = '' } of runs.store.all()) runs.forgetOwner(owner);
  // Or a view would have the database of its account opened again.
  runs.store.showTo(undefined);
  // Their bills would be entered afterwards.
  await untilSettled();
  await inOrder(() => journals.inOrder(deleteStored));
  await giveBackAccess();
}

async function giveBackAccess(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const needed = hostPermissions(buildConfiguration);
  const others = origins.filter((pattern) => !needed.includes(pattern));
  // What the browser doesn't take back, the guarded fetch refuses all the same.
  if (others.length > 0) {
    await browser.permissions.remove({ origins: others }).catch(() => undefined);
  }
}
