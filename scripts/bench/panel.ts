import { CdpView } from '../../tests/drivers/cdp-view.ts';
import { pages } from '../../tests/drivers/cdp-targets.ts';
import { poll } from '../../tests/drivers/poll.ts';
import type { Subject, SubjectName } from './subject.ts';
import type { View } from '../../tests/drivers/driver.ts';

const TRY_AGAIN = `[...document.querySelectorAll('button')].find((button) => button.textContent === 'Try again')`;

/** The page of a subject that shows answers. It is asked by script, as the accessibility tree would cost it time. */
interface PanelKind {
  /** Of its menu items, the one that opens the panel. */
  readonly opensBy: number;
  /** Where the answer appears. */
  readonly answer: string;
  /** Asks the same again. */
  readonly ask: string;
  /** Whether it has taken in that the answer is complete. */
  readonly hasEnded: string;
}

export const PANELS: Readonly<Record<SubjectName, PanelKind>> = {
  ours: {
    opensBy: 0,
    answer: 'section.answer',
    ask: `${TRY_AGAIN}.click()`,
    hasEnded: `${TRY_AGAIN} !== undefined`,
  },
  floor: {
    opensBy: 1,
    answer: '#answer',
    ask: 'globalThis.isAsking = true, void ask().finally(() => { globalThis.isAsking = false; })',
    hasEnded: '!globalThis.isAsking',
  },
};

/** How many menu items each subject has. */
export const MENU_ITEMS = 6;

/** The panels that are open now, one for each window. */
async function openPanels({ browser, connection }: Subject): Promise<CdpView[]> {
  const url = browser.extensionUrl('sidepanel.html');
  const found = (await pages(connection)).filter((target) => target.url === url);
  return found.map(({ targetId }) => new CdpView(connection, targetId));
}

/** Opens one more panel, in a tab's window, by the native menu; Companion's with a first answer in it. */
export async function openPanel(subject: Subject, tab: View): Promise<CdpView> {
  const { browser, name } = subject;
  const before = new Set((await openPanels(subject)).map(({ targetId }) => targetId));
  const added = async (): Promise<CdpView | undefined> =>
    (await openPanels(subject)).find(({ targetId }) => !before.has(targetId));
  await browser.select(tab, '#p1');
  await browser.chooseFromContextMenu(tab, '#p1', {
    index: PANELS[name].opensBy,
    of: MENU_ITEMS,
    arrived: async () => (await added()) !== undefined,
  });
  const panel = await poll('the panel', added);
  await panel.loaded();
  await untilEnded(subject, panel);
  return panel;
}

/** Asks the same again in the panel. */
export async function ask({ name }: Subject, panel: View): Promise<void> {
  await panel.evaluate(PANELS[name].ask);
}

/** Waits until the panel shows that the answer is complete, and has drawn it. */
export async function untilEnded({ name }: Subject, panel: View): Promise<void> {
  await panel.waitUntil(
    'the end of the answer',
    () => panel.evaluate<boolean>(PANELS[name].hasEnded),
    60_000,
  );
  await panel.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
}
