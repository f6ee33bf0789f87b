import { Failure } from '@/utils/errors/failure';
import type { RequestHandlers } from '@/utils/messaging/request-server';
import { describeSent } from '@/utils/runs/describe-sent';
import type { RunId } from '@/utils/runs/run';
import type { RunPlace } from '@/utils/runs/run-input';
import { isPrivateWindow } from '@/utils/surfaces/panel';
import { loadRun } from './load-run';
import type { Background } from './request-handlers';

type RunKind = Extract<keyof RequestHandlers, `run.${string}`>;

/** What the requests about runs do. */
export function createRunHandlers(background: Background): Pick<RequestHandlers, RunKind> {
  const { runs, restored } = background;
  const gone = () => new Failure({ kind: 'run-gone' });
  const must = (isDone: boolean): null => {
    if (!isDone) throw gone();
    return null;
  };
  const mustHave = (id: RunId | undefined): RunId => {
    if (id === undefined) throw gone();
    return id;
  };
  const load = (id: RunId) => loadRun(background, id);
  const placeOf = async (windowId: number): Promise<RunPlace> => ({
    windowId,
    isPrivate: await isPrivateWindow(windowId),
  });
  return {
    'run.start': async (input) => {
      await restored;
      return runs.start({ ...input, ...(await placeOf(input.windowId)) });
    },
    'run.ask': async ({ runId, question }) => {
      await restored;
      return must(runs.ask(runId, question));
    },
    'run.confirm': async ({ runId }) => {
      await restored;
      return must(runs.confirm(runId));
    },
    'run.stop': async ({ runId }) => {
      await restored;
      // Already ended is what was wanted.
      runs.stop(runId);
      return null;
    },
    'run.retry': async ({ runId, windowId, override }) => {
      await load(runId);
      return mustHave(runs.retry(runId, await placeOf(windowId), override));
    },
    'run.continue': async ({ runId }) => {
      await load(runId);
      return must(runs.continue(runId));
    },
    'run.follow-up': async ({ runId, question, windowId }) => {
      await load(runId);
      return mustHave(runs.followUp(runId, question, await placeOf(windowId)));
    },
    'run.sent': async ({ runId }) => {
      const run = await load(runId);
      return describeSent(run, runs.store.earlierThan(run));
    },
    'run.send-edited': async ({ runId, text, windowId }) => {
      await load(runId);
      return mustHave(runs.sendEdited(runId, text, await placeOf(windowId)));
    },
    'run.show': async ({ runId, windowId }) => {
      runs.store.show(windowId, await load(runId));
      return null;
    },
  };
}
