import { expect, it, vi } from 'vitest';
import { useCompanion, WAIT } from './companion';

const companion = useCompanion();

it('never sends to Hugging Face what was meant for an own endpoint', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const choice = { model: 'demo/extractive', endpoint: 'on-this-computer' };
  await extension.change({ choices: { default: choice } });
  const view = await companion.start();
  await vi.waitFor(() => expect(['done', 'failed', 'held']).toContain(view.run?.state.kind), WAIT);
  expect(hub.chats).toEqual([]);
});
