import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openChromium } from '../../tests/drivers/chromium.ts';
import { startXvfb } from '../../tests/drivers/xvfb.ts';
import { buildAgainst } from '../../tests/hub/build-against.ts';
import { startHub, type Hub } from '../../tests/hub/hub.ts';
import type { ScriptedAnswer } from '../../tests/hub/scripted-answer.ts';
import { CHROMIUM_REDIRECT_URI } from '../../utils/config/extension-ids.ts';
import { makeFloor } from './make-floor.ts';
import { signIn } from './sign-in.ts';
import type { Subject, SubjectName } from './subject.ts';

/** Both subjects before the same local Hub. */
export interface Bench {
  readonly hub: Hub;
  readonly ours: Subject;
  readonly floor: Subject;
  /** Folder of the unpacked build of Companion. */
  readonly oursDir: string;
  /** What the Hub answers to every chat from now on. */
  readonly answerWith: (answer: ScriptedAnswer) => void;
  close(): Promise<void>;
}

type Cleanup = () => Promise<void>;

/** Three windows fit on it side by side. */
const SCREEN = '2100x900x24';

/** Builds Companion, makes the floor, and opens both, signed in. */
export async function openBench(): Promise<Bench> {
  const cleanups: Cleanup[] = [];
  const close: Cleanup = async () => {
    for (const cleanup of cleanups.toReversed()) await cleanup();
  };
  try {
    let next: ScriptedAnswer | undefined;
    const hub = await startHub({ redirectUris: [CHROMIUM_REDIRECT_URI], script: () => next });
    cleanups.push(() => hub.close());
    const oursDir = await buildAgainst(hub, 'bench');
    const floorDir = await makeFloor(hub);
    const ours = await openSubject('ours', oursDir, hub, cleanups);
    const floor = await openSubject('floor', floorDir, hub, cleanups);
    await signIn(ours.browser, ours.article);
    return {
      hub,
      ours,
      floor,
      oursDir,
      answerWith: (answer) => {
        next = answer;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openSubject(
  name: SubjectName,
  extensionDir: string,
  hub: Hub,
  cleanups: Cleanup[],
): Promise<Subject> {
  const display = await startXvfb(SCREEN);
  cleanups.push(() => display.stop());
  const userDataDir = await mkdtemp(path.join(tmpdir(), 'companion-bench-'));
  cleanups.push(() => rm(userDataDir, { recursive: true, force: true, maxRetries: 10 }));
  const { session, connection } = await openChromium({ extensionDir, display, userDataDir });
  cleanups.push(() => session.close());
  const article = await session.openTab(hub.articleUrl);
  return { name, browser: session, connection, display, article, userDataDir };
}
