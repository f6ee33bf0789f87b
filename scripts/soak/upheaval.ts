import { setTimeout as delay } from 'node:timers/promises';
import type { View } from '../../tests/drivers/driver.ts';
import type { Soak } from './soak.ts';

/** The part of the runs in which the background is killed; after it one lives on, for its memory to be measured. */
const KILLED_PART = 0.4;

/** More views than this nobody has open at once. */
const MAXIMUM_VIEWS = 3;

/**
 * Opens and closes views and, in the first part, kills the background, until it is told to stop.
 */
export async function causeUpheaval(soak: Soak, isOver: () => boolean): Promise<void> {
  const { browser, chance, diary, goal, windows } = soak;
  const views: View[] = [];
  const openPanel = async () => {
    const url = browser.extensionUrl(`sidepanel.html?window=${chance.of(windows)}`);
    views.push(await browser.openTab(url));
    diary.count('panel opened');
  };
  const closePanel = async () => {
    await views.shift()?.close();
    diary.count('panel closed');
  };
  const popUp = async () => {
    await browser.openPopup();
    await delay(chance.between(100, 1_000));
    await browser.closePopup();
    diary.count('popup');
  };
  const kill = async () => {
    await diary.during(diary.kills, () => browser.killBackground());
    diary.count('kill');
  };
  while (!isOver()) {
    await delay(chance.between(200, 1_500));
    const panel = views.length < MAXIMUM_VIEWS ? openPanel : closePanel;
    const mayKill = diary.runs < goal * KILLED_PART;
    await chance.of([
      panel,
      panel,
      panel,
      closePanel,
      popUp,
      ...(mayKill ? [kill, kill, kill] : []),
    ])();
  }
  for (const view of views) await view.close();
}
