import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ACTS } from './acts/index.ts';
import { looksOf } from './looks.ts';
import { makeScene, type Scene } from './scene.ts';
import type { Screen } from './screen.ts';
import type { Ground } from './open-ground.ts';
import { takePicture } from './take-picture.ts';

/** A picture that was taken, and what the index says of it. */
export interface Picture {
  readonly screen: Screen;
  readonly look: string;
  readonly language: string;
  readonly browser: string;
  /** The document can be scrolled sideways, which nobody wants to. */
  readonly isTooWide: boolean;
  /** Relative to the folder of all pictures. */
  readonly file: string;
}

/** What came of one browser in one language. */
export interface Played {
  readonly pictures: readonly Picture[];
  /** A sentence for each screen that was not reached. */
  readonly failures: readonly string[];
}

/** Goes through all acts, and takes pictures of the screens that are wanted. */
export async function play(
  ground: Ground,
  folder: string,
  isWanted: (screen: Screen) => boolean,
): Promise<Played> {
  const scene = makeScene(ground);
  const played: { pictures: Picture[]; failures: string[] } = { pictures: [], failures: [] };
  const { browserName: browser, language } = ground;
  await mkdir(path.join(folder, browser, language), { recursive: true });
  for (const act of ACTS) {
    await act.begin?.(scene);
    for (const screen of act.screens.filter(isWanted)) {
      const place = `${browser}/${language}/${screen.surface}-${screen.name}`;
      try {
        played.pictures.push(
          ...(await takeAll(scene, screen, { folder, place, browser, language })),
        );
      } catch (error) {
        played.failures.push(`${place}: ${error instanceof Error ? error.message : String(error)}`);
      }
      await screen.leave?.(scene);
    }
  }
  return played;
}

async function takeAll(
  scene: Scene,
  screen: Screen,
  where: { folder: string; place: string; browser: string; language: string },
): Promise<Picture[]> {
  const { folder, place, browser, language } = where;
  let view = await screen.show(scene);
  const pictures: Picture[] = [];
  for (const named of looksOf(screen, language)) {
    const file = `${place}.${named.name}.png`;
    const { act } = screen;
    if (act && pictures.length > 0) view = await screen.show(scene);
    const shown = view;
    const isTooWide = await takePicture(
      shown,
      named,
      path.join(folder, file),
      act && (() => act(shown, scene)),
    );
    pictures.push({ isTooWide, screen, look: named.name, language, browser, file });
  }
  return pictures;
}
