import { Failure } from '@/utils/errors/failure';
import type { RequestHandlers } from '@/utils/messaging/request-server';
import { readModelCatalogue } from '@/utils/models/model-catalogue';
import { keepAlive } from '@/utils/runs/keep-alive';
import type { RunService } from '@/utils/runs/run-service';
import { endSession } from '@/utils/session/end-session';
import { signIn } from '@/utils/session/sign-in';
import { setClientId, setScopes } from '@/utils/session/set-application';
import { settingsItem } from '@/utils/storage/items';

/** What the handlers work on. */
export interface Background {
  runs: RunService;
  /** Resolves when the runs from before the background was stopped are back. */
  restored: Promise<void>;
  /** Goes on with runs that waited for an account or a client id. */
  resume: () => Promise<void>;
}

/** What each request of a view does. */
export function createRequestHandlers({ runs, restored, resume }: Background): RequestHandlers {
  const must = (isDone: boolean): null => {
    if (!isDone) throw new Failure({ kind: 'run-gone' });
    return null;
  };
  return {
    // Answered at once: a sign-in lasts minutes, and the views learn its end from storage.
    'session.sign-in': () => {
      // Not by the watch alone: signing in as before changes nothing in storage.
      void keepAlive(signIn().then(resume)).catch(() => undefined);
      return null;
    },
    'session.sign-out': async () => {
      await restored;
      runs.forgetAll();
      await endSession();
      // What was started while the session ended.
      runs.forgetAll();
      return null;
    },
    'settings.set-client-id': async ({ clientId }) => {
      await setClientId(clientId);
      return null;
    },
    'settings.set-scopes': async ({ scopes }) => {
      await setScopes(scopes);
      return null;
    },
    'settings.select-model': async ({ model }) => {
      const { model: _, ...others } = (await settingsItem.get()) ?? {};
      await settingsItem.set(model === undefined ? others : { ...others, model });
      return null;
    },
    'models.refresh': async () => {
      await readModelCatalogue();
      return null;
    },
    'run.start': (input) => runs.start(input),
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
    'run.retry': async ({ runId }) => {
      await restored;
      const id = runs.retry(runId);
      if (!id) throw new Failure({ kind: 'run-gone' });
      return id;
    },
  };
}
