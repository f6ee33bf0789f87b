/**
 * Minutes of runs in a real browser against the local Hub, with random faults, kills and views that come
 * and go. At the end the Hub's own record of what it sent says whether a word was lost or doubled.
 */
import { toolsFor } from '../demo/browsers.ts';
import { ensure } from '../tools/ensure.ts';
import { readArguments, type SoakArguments } from './arguments.ts';
import { measureHeap } from './heap.ts';
import { judge } from './judge.ts';
import { openSoak } from './open-soak.ts';
import { livePerson } from './person.ts';
import { readRemains } from './remains.ts';
import { report } from './report.ts';
import { causeUpheaval } from './upheaval.ts';

/** As many runs at once; half of them wait for a place. */
const PERSONS = 6;

async function runSoak(options: SoakArguments): Promise<boolean> {
  const opened = await openSoak(options);
  const { soak } = opened;
  try {
    const startedAt = performance.now();
    let isOver = false;
    const persons = Promise.all(Array.from({ length: PERSONS }, () => livePerson(soak))).finally(
      () => {
        isOver = true;
        soak.watch.stop();
      },
    );
    const looking = soak.watch.look();
    const upheaval = causeUpheaval(soak, () => isOver);
    const [heap] = await Promise.all([measureHeap(soak, () => isOver), upheaval, persons, looking]);
    const seconds = (performance.now() - startedAt) / 1_000;
    const verdict = judge(soak.hub.chats, await readRemains(soak.line), soak.diary);
    return report(verdict, soak.diary, heap, seconds);
  } finally {
    await opened.close();
  }
}

try {
  const options = readArguments(process.argv.slice(2));
  const { browser, runs, seed } = options;
  process.stdout.write(`${runs} runs in ${browser}; --seed ${seed} makes the same choices.\n`);
  const isReady = ensure(toolsFor(browser, true));
  if (!isReady || !(await runSoak(options))) process.exitCode = 1;
} catch (error) {
  process.stdout.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
}
