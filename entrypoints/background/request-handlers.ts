import { parseClientId } from '@/utils/config/client-id';
import { parseScopes } from '@/utils/config/scopes';
import { Failure } from '@/utils/errors/failure';
import type { RequestHandlers } from '@/utils/messaging/request-server';
import { readModelCatalogue } from '@/utils/models/model-catalogue';
import { keepAlive } from '@/utils/runs/keep-alive';
import type { RunService } from '@/utils/runs/run-service';
import { endSession } from '@/utils/session/end-session';
import { signIn } from '@/utils/session/sign-in';
import { settingsItem } from '@/utils/storage/items';

/**
 * What each request of a view does.
 *
 * @param restored resolves when the runs from before the background was stopped are back
 */
export function createRequestHandlers(runs: RunService, restored: Promise<void>): RequestHandlers {
  const must = (isDone: boolean): null => {
    if (!isDone) throw new Failure({ kind: 'run-gone' });
    return null;
  };
  return {
    // Answered at once: a sign-in lasts minutes, and the views learn its end from storage.
    'session.sign-in': () => {
      void keepAlive(signIn()).catch(() => undefined);
      return null;
    },
    'session.sign-out': async () => {
      await restored;
      runs.stopAll();
      await endSession();
      return null;
    },
    'settings.set-client-id': async ({ clientId }) => {
      const parsed = parseClientId(clientId);
      if (!parsed.ok) throw new Failure(parsed.error);
      await settingsItem.set({ ...(await settingsItem.get()), clientId: parsed.value });
      return null;
    },
    'settings.set-scopes': async ({ scopes }) => {
      const parsed = parseScopes(scopes);
      if (!parsed.ok) throw new Failure(parsed.error);
      await settingsItem.set({ ...(await settingsItem.get()), scopes: parsed.value });
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
