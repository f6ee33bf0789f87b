import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { AccountHeader } from '@/components/account/account-header';
import { SetupGuide } from '@/components/account/setup-guide';
import { SignInCard } from '@/components/account/sign-in-card';
import { signInChoices } from '@/components/account/sign-in-choices';
import { SignInState } from '@/components/account/sign-in-state';
import { precededBy } from '@/components/run/run-controls';
import { RequestFailure, useRequestFailure } from '@/components/ui/request-failure';
import { DismissibleNote } from '@/components/ui/dismissible-note';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { Account } from '@/utils/account/account';
import { browser } from '@/utils/browser';
import { hubLinks } from '@/utils/config/hub-links';
import { redirectUri } from '@/utils/config/redirect-uri';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';
import { createRunControls } from '@/utils/state/run-controls';
import type { RunModel } from '@/utils/state/run-model';
import { createSessionControls } from '@/utils/state/session-controls';
import { hasSignInWindow } from '@/utils/surfaces/sign-in-window';
import { Workbench } from './workbench';

/** The toolbar popup: set-up, sign-in, or the work. */
export function PopupApp(props: { app: AppModel; runs: RunModel; windowId: number }) {
  const { app } = props;
  const { clientId, scopes, providerOrigin } = app.configuration.value;
  const account = app.account.value;
  const replacesView = useRef(false);
  useLayoutEffect(() => {
    replacesView.current = !clientId || account !== undefined;
  });
  if (!clientId) {
    return (
      <main>
        <SetupGuide
          redirectUri={redirectUri()}
          scopes={scopes}
          newAppUrl={hubLinks(providerOrigin).newOAuthApp}
          onSave={(pasted) => request('settings.set-client-id', { clientId: pasted })}
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

function SignedOut(props: { app: AppModel; runs: RunModel; takesFocus: boolean }) {
  const { app, runs, takesFocus } = props;
  const failure = useRequestFailure();
  const controls = precededBy(
    () => failure.show(undefined),
    createRunControls(runs, (result) => failure.show(result.error)),
  );
  const session = createSessionControls(failure.attempt);
  const isHeld = runs.run.value?.state.kind === 'held';
  const main = useKeptFocus<HTMLElement>();
  useLayoutEffect(() => {
    // The control that had it has gone with the account, or with the setup guide.
    if (takesFocus) main.current?.focus();
  }, []);
  return (
    <main ref={main} tabIndex={-1}>
      <RequestFailure error={failure.error} />
      <SignInCard
        progress={app.signIn.value}
        choices={signInChoices(app.accounts.value, app.inUse.value)}
        billingOrganization={app.configuration.value.billingOrganization}
        hasWindow={hasSignInWindow()}
        onSignIn={session.onSignIn}
        onCancel={session.onCancel}
        onSwitch={session.onSwitch}
        {...(isHeld ? { lead: i18n.t('run.holdSignIn') } : {})}
      />
      {/* While a sign-in is under way, Cancel is the name of another button. */}
      {isHeld && app.signIn.value?.status !== 'in-progress' && (
        <p class="row">
          <button type="button" class="button" onClick={controls.onStop}>
            {i18n.t('run.cancel')}
          </button>
        </p>
      )}
    </main>
  );
}

function SignedIn(props: { app: AppModel; runs: RunModel; windowId: number; account: Account }) {
  const { app, runs, windowId, account } = props;
  const failure = useRequestFailure();
  const top = useKeptFocus<HTMLDivElement>();
  const session = createSessionControls(failure.attempt);
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
        <Workbench app={app} runs={runs} windowId={windowId} failure={failure} />
      </main>
    </>
  );
}
