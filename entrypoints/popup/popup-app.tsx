import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { AccountHeader } from '@/components/account/account-header';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import { DismissibleNote } from '@/components/ui/dismissible-note';
import { lazy } from '@/components/ui/lazy';
import { PageActions } from '@/components/ui/page-actions';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { Account } from '@/utils/account/account';
import { browser } from '@/utils/browser';
import { hubLinks } from '@/utils/config/hub-links';
import { redirectUri } from '@/utils/config/redirect-uri';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';
import { chooseEndpoint } from '@/utils/state/endpoint-controls';
import type { RunModel } from '@/utils/state/run-model';
import { createSessionControls } from '@/utils/state/session-controls';
import { Workbench } from './workbench';

const SetupGuide = lazy(() =>
  import('@/components/account/setup-guide').then((module) => module.SetupGuide),
);
const SignedOut = lazy(() => import('./signed-out').then((module) => module.SignedOut));
const SignInState = lazy(() =>
  import('@/components/account/sign-in-state').then((module) => module.SignInState),
);

const WithoutAccountHeader = lazy(() =>
  import('./without-account-header').then((module) => module.WithoutAccountHeader),
);
const EndpointOffer = lazy(() =>
  import('@/components/endpoint/endpoint-offer').then((module) => module.EndpointOffer),
);

/** Loads what the popup shows first, so that nothing comes after it. */
export async function loadFirstView({ account, configuration, endpoint }: AppModel): Promise<void> {
  if (!account.value && endpoint.value) await WithoutAccountHeader.load();
  else if (!configuration.value.clientId) await SetupGuide.load();
  else if (!account.value) await SignedOut.load();
}

/** The toolbar popup: set-up, sign-in, or the work. */
export function PopupApp(props: { app: AppModel; runs: RunModel; windowId: number }) {
  const { app } = props;
  const { clientId, scopes, providerOrigin } = app.configuration.value;
  const account = app.account.value;
  const failure = useRequestFailure();
  const replacesView = useRef(false);
  useLayoutEffect(() => {
    replacesView.current = !clientId || account !== undefined;
  });
  const endpoint = app.endpoint.value;
  if (!account && endpoint) {
    return (
      <>
        <WithoutAccountHeader app={app} endpoint={endpoint} />
        <main>
          <h1 class="unseen">{i18n.t('extension.name')}</h1>
          <Workbench {...props} failure={failure} />
        </main>
      </>
    );
  }
  if (!clientId) {
    return (
      <main>
        <h1 class="unseen">{i18n.t('extension.name')}</h1>
        <SetupGuide
          redirectUri={redirectUri()}
          scopes={scopes}
          newAppUrl={hubLinks(providerOrigin).newOAuthApp}
          onSave={(pasted) => request('settings.set-client-id', { clientId: pasted })}
        />
        <EndpointOffer
          endpoints={app.endpoints.value}
          onUse={(chosen) => void chooseEndpoint(app, chosen)}
        />
      </main>
    );
  }
  return account ? (
    <SignedIn {...props} account={account} />
  ) : (
    <SignedOut {...props} takesFocus={replacesView.current} />
  );
}

function SignedIn(props: { app: AppModel; runs: RunModel; windowId: number; account: Account }) {
  const { app, runs, windowId, account } = props;
  const failure = useRequestFailure();
  const top = useKeptFocus<HTMLDivElement>();
  const session = createSessionControls(failure.attempt);
  const actions = { ...useContext(PageActions), signOut: session.onSignOutForGood };
  const links = hubLinks(app.configuration.value.providerOrigin);
  return (
    <>
      <div ref={top} class="account-area">
        <AccountHeader
          account={account}
          others={app.accounts.value.filter(({ sub }) => sub !== account.sub)}
          links={{ ...links, profile: links.profile(account.username) }}
          onSwitch={session.onSwitch}
          onAdd={session.onAdd}
          onOptions={() => void browser.runtime.openOptionsPage()}
          onSignOut={() => session.onSignOut(account)}
        />
        {app.isMemoryOnly.value && (
          <DismissibleNote
            onDismiss={() => void failure.attempt(request('settings.know-memory-only', {}))}
          >
            {i18n.t('account.memoryOnly')}
          </DismissibleNote>
        )}
        <SignInState progress={app.signIn.value} onCancel={session.onCancel} />
      </div>
      <main>
        <h1 class="unseen">{i18n.t('extension.name')}</h1>
        <PageActions.Provider value={actions}>
          <Workbench app={app} runs={runs} windowId={windowId} failure={failure} />
        </PageActions.Provider>
      </main>
    </>
  );
}
