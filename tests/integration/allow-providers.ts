import type { FakeExtension } from '@/tests/fakes/extension';

/** Lets texts of the account in use go to these providers only. */
export async function allowProviders(extension: FakeExtension, ...live: string[]): Promise<void> {
  await extension.change({ providers: null });
  await extension.change({ provider: { name: live.at(-1) ?? '', isOn: true, live } });
}
