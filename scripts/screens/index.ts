/**
 * Takes a picture of every screen and state, in both browsers, themes and languages, in a few more looks, and
 * writes them to `.output/screens` with an index page.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensure } from '../tools/ensure.ts';
import { readArguments, type ScreensArguments } from './arguments.ts';
import { indexPage } from './index-page.ts';
import { openGround, type Ground } from './open-ground.ts';
import { play, type Played } from './play.ts';
import type { Screen } from './screen.ts';

const FOLDER = fileURLToPath(new URL('../../.output/screens/', import.meta.url));

async function takeAll({ browsers, languages, only }: ScreensArguments): Promise<Played> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const isWanted = ({ surface, name }: Screen) =>
    only.length === 0 || only.some((word) => `${surface}-${name}`.includes(word));
  const under: Promise<Played>[] = [];
  for (const browser of browsers) {
    for (const language of languages) {
      // One build at a time, while what was built is looked at.
      const ground = await openGround(browser, language);
      process.stdout.write(`${browser}, ${language}…\n`);
      under.push(playOn(ground, isWanted));
    }
  }
  const played = await Promise.all(under);
  return {
    pictures: played.flatMap(({ pictures }) => pictures),
    failures: played.flatMap(({ failures }) => failures),
  };
}

async function playOn(ground: Ground, isWanted: (screen: Screen) => boolean): Promise<Played> {
  try {
    return await play(ground, FOLDER, isWanted);
  } finally {
    await ground.close();
  }
}

try {
  const wanted = readArguments(process.argv.slice(2));
  if (ensure([...wanted.browsers, 'xvfb', 'xdotool'])) {
    const { pictures, failures } = await takeAll(wanted);
    const index = path.join(FOLDER, 'index.html');
    await writeFile(index, indexPage(pictures));
    const faults = [
      ...failures.map((line) => `not reached: ${line}`),
      ...pictures.filter(({ isTooWide }) => isTooWide).map(({ file }) => `too wide: ${file}`),
    ];
    process.stdout.write(`${[...faults, `${pictures.length} pictures: ${index}`].join('\n')}\n`);
    if (faults.length > 0) process.exitCode = 1;
  } else process.exitCode = 1;
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
