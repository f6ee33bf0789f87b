import { describe, expect, it, vi } from 'vitest';
import { useCompanion, WAIT } from './companion';

const companion = useCompanion();

const MENDABLE =
  'The lens of a lighthouse bends the light of a small flame into a\nbeam that is seen over twenty miles of sea, which is why sai-\nlors trusted it.';

describe('masking', () => {
  it('holds for a text that waited for a yes when it was turned on', async () => {
    const { extension, hub } = companion;
    await extension.signIn();
    const view = extension.attach(1);
    await extension.change({ askAboveUsd: 0 });
    const text = 'Write to ada.lovelace@example.org about the lens of the lighthouse.';
    await extension.request('run.start', { windowId: 1, action: 'summarize', text });
    const { id: runId } = await view.waitForHold('confirmation');
    await extension.change({ masks: true });
    await extension.request('run.confirm', { runId });
    await view.waitFor('done');
    expect(hub.chats).toHaveLength(1);
    expect(JSON.stringify(hub.chats)).not.toContain('lovelace');
  });
});

describe('a text that was edited', () => {
  it('is sent as it is again when the run is tried again', async () => {
    const { extension, hub } = companion;
    await extension.signIn();
    const view = await companion.start();
    const { id: first } = await view.waitFor('done');
    await extension.request('run.send-edited', { runId: first, text: MENDABLE, windowId: 1 });
    await vi.waitFor(() => expect(view.runId).not.toBe(first), WAIT);
    const { id: edited } = await view.waitFor('done');
    await extension.request('run.retry', { runId: edited, windowId: 1 });
    await vi.waitFor(() => expect(view.runId).not.toBe(edited), WAIT);
    await view.waitFor('done');
    expect(hub.chats).toHaveLength(3);
    expect(companion.sentText()).toBe(MENDABLE);
  });

  it('is tried again under the mask that is chosen by then', async () => {
    const { extension, hub } = companion;
    await extension.signIn();
    const view = await companion.start();
    const { id: first } = await view.waitFor('done');
    const text = `${MENDABLE} ada@example.org`;
    await extension.request('run.send-edited', { runId: first, text, windowId: 1 });
    await vi.waitFor(() => expect(view.runId).not.toBe(first), WAIT);
    const { id: edited } = await view.waitFor('done');
    await extension.change({ masks: true });
    await extension.request('run.retry', { runId: edited, windowId: 1 });
    await vi.waitFor(() => expect(view.runId).not.toBe(edited), WAIT);
    await view.waitFor('done');
    expect(hub.chats).toHaveLength(3);
    expect(companion.sentText()).toBe(`${MENDABLE} [EMAIL_1]`);
  });

  it('goes without the sentence of the word that it replaces', async () => {
    const { extension, hub } = companion;
    await extension.signIn();
    const view = extension.attach(1);
    const surroundings = { sentence: 'Ada wrote that the lens is cracked.', title: 'A letter' };
    const input = { windowId: 1, action: 'explain', text: 'lens', surroundings } as const;
    await extension.request('run.start', input);
    const { id: runId } = await view.waitFor('done');
    expect(JSON.stringify(hub.chats[0])).toContain(surroundings.sentence);
    await extension.request('run.send-edited', { runId, text: 'prism', windowId: 1 });
    await vi.waitFor(() => expect(view.runId).not.toBe(runId), WAIT);
    await view.waitFor('done');
    expect(JSON.stringify(hub.chats[1])).not.toContain('cracked');
  });
});
