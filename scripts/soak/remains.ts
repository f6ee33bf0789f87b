import { PEOPLE } from '../../tests/hub/accounts.ts';
import type { ExportedRun } from '../../utils/history/exported-run.ts';
import { hasEnded, type RunId } from '../../utils/runs/run.ts';
import type { BackgroundLine } from './background-line.ts';
import type { Remains } from './judge.ts';

/** Who is signed in. */
const sub = PEOPLE.ada.id;

/** Reads all that the extension knows of runs, by the requests of its own pages. */
export async function readRemains(line: BackgroundLine): Promise<Remains> {
  const now = await line.ask('history.now', { sub });
  if (!now) throw new Error('The background does not say what it is at.');
  const underWay = now.filter(({ state }) => !hasEnded(state)).map(({ id }) => id);
  return { runs: await exportAll(line), listed: await listAll(line), underWay };
}

async function exportAll(line: BackgroundLine): Promise<ExportedRun[]> {
  const runs: ExportedRun[] = [];
  let after: number | undefined;
  do {
    const page = await line.ask('history.export', {
      sub,
      ...(after === undefined ? {} : { after }),
    });
    if (!page) throw new Error('The history cannot be exported.');
    runs.push(...page.runs);
    after = page.next;
  } while (after !== undefined);
  return runs;
}

async function listAll(line: BackgroundLine): Promise<RunId[]> {
  const ids: RunId[] = [];
  let before: number | undefined;
  for (;;) {
    const span = before === undefined ? {} : { before };
    const page = await line.ask('history.list', { sub, query: '', ...span });
    if (!page) throw new Error('The history cannot be listed.');
    ids.push(...page.rows.map(({ id }) => id));
    before = page.rows.at(-1)?.startedAt;
    if (before === undefined) return ids;
  }
}
