import { settingsByAccountItem } from '@/utils/storage/items';
import type { SettingsChange } from './account-settings';
import { withChange } from './with-change';

/** Changes settings of an account, or of nobody (`''`). */
export async function changeSettings(sub: string, change: SettingsChange): Promise<void> {
  await settingsByAccountItem.update((all = {}) => ({
    ...all,
    [sub]: withChange(all[sub] ?? {}, change),
  }));
}
