import * as v from 'valibot';
import { browser } from '@/utils/browser';
import type { Run } from '@/utils/runs/run';
import { storedRunSchema } from './stored-run';
import { fromStored, toStored } from './to-stored';

/** Longer runs are not kept: the area holds 10 MiB in all, and the session's tokens are in it too. */
const MAXIMUM_CHARACTERS = 3_000_000;

const PREFIX = 'run.';

const sessionRunSchema = v.object({
  stored: storedRunSchema,
  owner: v.optional(v.string()),
  isPrivate: v.boolean(),
  text: v.string(),
  answer: v.string(),
  reasoning: v.string(),
});

/*
 * Runs that may not be on disk: of private windows, of nobody yet, of who wants no history, and all of
 * them where there is no database. `storage.session` outlives the background but not the browser, is in
 * memory alone, and closed to content scripts.
 */

/** Writes a run. @throws what the browser's storage throws */
export async function writeSessionRun(run: Run): Promise<void> {
  const { id, owner, isPrivate, text, answer, reasoning } = run;
  if (text.length + answer.length + reasoning.length > MAXIMUM_CHARACTERS) {
    // It goes on in memory alone; half of it would be taken for the whole.
    await forgetSessionRun(run);
    return;
  }
  const kept = { stored: toStored(run), owner, isPrivate, text, answer, reasoning };
  await browser.storage.session.set({ [PREFIX + id]: kept });
}

/** Forgets a run. */
export async function forgetSessionRun({ id }: Run): Promise<void> {
  await browser.storage.session.remove(PREFIX + id);
}

/** All runs that are there and can be read. */
export async function readSessionRuns(): Promise<Run[]> {
  const all = await browser.storage.session.get(null);
  return Object.keys(all).flatMap((key) => {
    const parsed = v.safeParse(sessionRunSchema, all[key]);
    if (!key.startsWith(PREFIX) || !parsed.success) return [];
    const { stored, owner, isPrivate, text, answer, reasoning } = parsed.output;
    const run = fromStored(stored, { text, answer, reasoning }, owner ?? '');
    return run ? [{ ...run, owner, isPrivate }] : [];
  });
}

/** Forgets them all. */
export async function forgetSessionRuns(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(keys.filter((key) => key.startsWith(PREFIX)));
}
