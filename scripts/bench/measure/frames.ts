import type { View } from '../../../tests/drivers/driver.ts';

const START = `(() => {
  const times = (globalThis.frameTimes = []);
  const note = (time) => {
    times.push(time);
    if (globalThis.frameTimes === times) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
})()`;

const END = `(() => {
  const times = globalThis.frameTimes;
  globalThis.frameTimes = undefined;
  return times;
})()`;

/**
 * Counts the frames of a visible document.
 *
 * @returns ends it and tells the milliseconds between two frames on the average: 16.7 where none was
 * dropped, on a screen of 60 Hz
 */
export async function watchFrames(view: View): Promise<() => Promise<number>> {
  await view.evaluate(START);
  return async () => {
    const times = await view.evaluate<number[]>(END);
    const [first, last] = [times[0], times.at(-1)];
    if (first === undefined || last === undefined || times.length < 2) {
      throw new Error('The document drew no frames; is it hidden?');
    }
    return (last - first) / (times.length - 1);
  };
}
