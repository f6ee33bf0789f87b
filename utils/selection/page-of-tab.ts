import type { Tabs } from 'webextension-polyfill';
import type { RunPage } from '@/utils/runs/run';

/** Where a text was taken from, as the person's click lets us know it (`activeTab`); `undefined` off the Web. */
export function pageOfTab({ title = '', url = '' }: Partial<Tabs.Tab> = {}): RunPage | undefined {
  return /^https?:/.test(url) ? { title: title || url, url } : undefined;
}
