import { Failure } from '@/utils/errors/failure';
import type { RequestHandlers } from '@/utils/messaging/request-server';
import { refreshPrivateModels } from '@/utils/hub/refresh-private-models';
import { readModelCatalogue } from '@/utils/models/model-catalogue';
import { keepAlive } from '@/utils/runs/keep-alive';
import type { RunService } from '@/utils/runs/run-service';
import { signOut } from '@/utils/session/end-session';
import { selectModel } from '@/utils/session/select-model';
import { setClientId, setScopes } from '@/utils/session/set-application';
import { cancelSignIn, signIn } from '@/utils/session/sign-in';
import type { SignInIntent } from '@/utils/session/sign-in-plan';
import { switchAccount } from '@/utils/session/switch-account';
import { memoryOnlyItem, settingsItem } from '@/utils/storage/items';

/** What the handlers work on. */
export interface Background {
  runs: RunService;
  /** Resolves when the runs from before the background was stopped are back, and it is known who looks. */
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
  // Answered at once: a sign-in lasts minutes, and the views learn its end from storage.
  const begin = (intent: SignInIntent): null => {
    // Not by the watch alone: signing in as before changes nothing in storage.
    void keepAlive(signIn(intent).then(resume)).catch(() => undefined);
    return null;
  };
  return {
    'session.sign-in': () => begin({ kind: 'sign-in' }),
    'session.add-account': () => begin({ kind: 'add-account' }),
    'session.set-scope': ({ scope, isOn }) => begin({ kind: 'set-scope', scope, isOn }),
    'session.cancel-sign-in': async () => {
      await cancelSignIn();
      return null;
    },
    'session.switch-account': async ({ sub }) => {
      await switchAccount(sub);
      return null;
    },
    'session.sign-out': async ({ sub }) => {
      await restored;
      await cancelSignIn();
      runs.forgetOwner(sub);
      await signOut(sub);
      // What was started while the session ended.
      runs.forgetOwner(sub);
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
    'settings.set-answers-in': async ({ surface }) => {
      await settingsItem.update((settings) => ({ ...settings, answersIn: surface }));
      return null;
    },
    'settings.know-memory-only': async () => {
      await settingsItem.update((settings) => ({ ...settings, isMemoryOnlyKnown: true }));
      await memoryOnlyItem.remove();
      return null;
    },
    'settings.select-model': async ({ model }) => {
      await selectModel(model);
      return null;
    },
    'models.refresh': async () => {
      // Extras: without them the list is whole.
      const privateModels = refreshPrivateModels().catch(() => undefined);
      await readModelCatalogue();
      await privateModels;
      return null;
    },
    'run.start': async (input) => {
      await restored;
      return runs.start(input);
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
    'run.retry': async ({ runId }) => {
      await restored;
      const id = runs.retry(runId);
      if (!id) throw new Failure({ kind: 'run-gone' });
      return id;
    },
  };
}
