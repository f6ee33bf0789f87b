// @vitest-environment node
import { expect, it } from 'vitest';
import { Slots } from '@/utils/runs/slots';

const never = new AbortController().signal;

it('[R42] lets in so many at once, and then who has waited longest', async () => {
  const slots = new Slots(2);
  const entered: number[] = [];
  const leaves: (() => void)[] = [];
  const all = [1, 2, 3, 4].map(async (number) => {
    leaves.push(await slots.take(never));
    entered.push(number);
  });
  await Promise.all(all.slice(0, 2));
  expect(entered).toEqual([1, 2]);
  expect(slots.areTaken).toBe(true);
  leaves[0]?.();
  await all[2];
  expect(entered).toEqual([1, 2, 3]);
  leaves[1]?.();
  await all[3];
  expect(entered).toEqual([1, 2, 3, 4]);
  leaves[2]?.();
  leaves[3]?.();
  expect(slots.areTaken).toBe(false);
});

it('[R42] takes out of the line who gives up, and leaves the slot to the next', async () => {
  const slots = new Slots(1);
  const leave = await slots.take(never);
  const abort = new AbortController();
  const second = slots.take(abort.signal);
  const third = slots.take(never);
  abort.abort(new Error('stopped'));
  await expect(second).rejects.toThrow('stopped');
  leave();
  (await third)();
  expect(slots.areTaken).toBe(false);
});

it('gives no slot to who has given up before', async () => {
  await expect(new Slots(1).take(AbortSignal.abort(new Error('stopped')))).rejects.toThrow(
    'stopped',
  );
});
