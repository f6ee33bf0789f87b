import { Failure } from '@/utils/errors/failure';
import type { Run, RunId } from '@/utils/runs/run';
import type { Background } from './request-handlers';

/**
 * A run of the account in use with its conversation in memory, from the history if need be.
 *
 * @throws Failure `run-gone`
 */
export async function loadRun(
  { runs: { store }, journals, restored }: Pick<Background, 'runs' | 'journals' | 'restored'>,
  id: RunId,
): Promise<Run> {
  await restored;
  const { viewer } = store;
  const account = viewer === undefined ? undefined : await journals.of(viewer);
  const run = store.get(id) ?? (await account?.journal.load(id));
  if (!run) throw new Failure({ kind: 'run-gone' });
  if (account) store.restore(await account.journal.loadConversation(run.conversation));
  return store.get(id) ?? run;
}
