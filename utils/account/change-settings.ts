import { settingsByAccountItem } from '@/utils/storage/items';
import type { SettingsChange } from './account-settings';

/**
 * Changes settings of an account, or of nobody (`''`). What the change does not name stays, also members that this version does
 * not know.
 */
export async function changeSettings(sub: string, change: SettingsChange): Promise<void> {
  await settingsByAccountItem.update((all = {}) => {
    const merged = Object.entries({ ...all[sub], ...change });
    // `null` takes a setting back to its default, which is to be absent.
    return { ...all, [sub]: Object.fromEntries(merged.filter(([, value]) => value !== null)) };
  });
}
