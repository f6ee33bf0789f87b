import { NOBODY } from '@/utils/account/account-settings';
import { activeAccount } from '@/utils/account/accounts';
import { changeSettings } from '@/utils/account/change-settings';
import { setCardAction } from '@/utils/config/set-card-action';
import { addEndpoint, changeEndpoint, removeEndpoint } from '@/utils/endpoints/change-endpoints';
import { checkEndpoint } from '@/utils/endpoints/check-endpoint';
import { Failure } from '@/utils/errors/failure';
import { checkHistoryIsEmpty } from '@/utils/history/check-history-is-empty';
import type { Journals } from '@/utils/journal/journals';
import type { RequestHandlers } from '@/utils/messaging/request-server';
import { refreshBillingUsage } from '@/utils/hub/refresh-billing-usage';
import { refreshPrivateModels } from '@/utils/hub/refresh-private-models';
import { readModelCatalogue } from '@/utils/models/model-catalogue';
import { keepAlive } from '@/utils/runs/keep-alive';
import type { RunService } from '@/utils/runs/run-service';
import { signOut } from '@/utils/session/end-session';
import { setClientId, setScopes } from '@/utils/session/set-application';
import { cancelSignIn, signIn } from '@/utils/session/sign-in';
import type { SignInIntent } from '@/utils/session/sign-in-plan';
import { switchAccount } from '@/utils/session/switch-account';
import { accountsItem, memoryOnlyItem, settingsItem } from '@/utils/storage/items';
import { dismissFault } from '@/utils/storage/note-fault';
import { deleteAll } from './delete-all';
import { createHistoryHandlers } from './history-handlers';
import { createRunHandlers } from './run-handlers';
import { settleWelcomeStep } from './welcome';

/** What the handlers work on. */
export interface Background {
  runs: RunService;
  journals: Journals;
  /** Resolves when the runs from before the background was stopped are back, and it is known who looks. */
  restored: Promise<void>;
  /** Goes on with runs that waited for a sign-in, after one. */
  resume: () => Promise<void>;
}

/** What each request of a view does. */
export function createRequestHandlers(background: Background): RequestHandlers {
  const { runs, journals, restored, resume } = background;
  // Answered as soon as it is under way: it lasts minutes, and the views learn its end from storage. Where
  // storage can't say even that it began, this answer is all there is.
  const begin = (intent: SignInIntent) =>
    new Promise<null>((resolve, reject) => {
      const isUnderWay = () => resolve(null);
      // Not by the watch alone: signing in as before changes nothing in storage.
      keepAlive(signIn(intent, isUnderWay).then(resume)).then(isUnderWay, reject);
    });
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
    'session.sign-out': async ({ sub, deletesHistory = false }) => {
      await restored;
      if (!deletesHistory) await checkHistoryIsEmpty(sub, journals);
      await cancelSignIn();
      runs.forgetOwner(sub);
      await signOut(sub, () => journals.delete(sub));
      // What was started while the session ended.
      runs.forgetOwner(sub);
      await journals.delete(sub);
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
    'settings.set-card-action': async ({ action, isCard }) => {
      await setCardAction(action, isCard);
      return null;
    },
    'settings.set-theme': async ({ theme }) => {
      await settingsItem.update((settings) => ({ ...settings, theme }));
      return null;
    },
    'settings.know-memory-only': async () => {
      await settingsItem.update((settings) => ({ ...settings, isMemoryOnlyKnown: true }));
      await memoryOnlyItem.remove();
      return null;
    },
    'settings.change': async ({ sub, change }) => {
      // The account that is in use by now need not be the one that the page asks about.
      const inUse = activeAccount(await accountsItem.get())?.sub ?? NOBODY;
      if (sub !== inUse) throw new Failure({ kind: 'signed-out' });
      await changeSettings(sub, change);
      return null;
    },
    'welcome.settle': async ({ step, as }) => {
      await settleWelcomeStep(step, as);
      return null;
    },
    'faults.dismiss': async ({ fault }) => {
      await dismissFault(fault);
      return null;
    },
    'models.refresh': async () => {
      // Extras: without them the list is whole.
      const privateModels = refreshPrivateModels().catch(() => undefined);
      await readModelCatalogue();
      await privateModels;
      return null;
    },
    'endpoints.add': addEndpoint,
    'endpoints.check': ({ id }) => checkEndpoint(id),
    'endpoints.change': ({ id, ...change }) => changeEndpoint(id, change),
    'endpoints.remove': ({ id }) => removeEndpoint(id),
    'billing.refresh': async () => {
      await refreshBillingUsage();
      return null;
    },
    'device.delete-all': async () => {
      await deleteAll(background);
      return null;
    },
    ...createRunHandlers(background),
    ...createHistoryHandlers(background),
  };
}
