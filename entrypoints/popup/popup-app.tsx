import { SetupGuide } from '@/components/account/setup-guide';
import { SignInCard } from '@/components/account/sign-in-card';
import { AccountHeader } from '@/components/account/account-header';
import { RequestFailure, useRequestFailure } from '@/components/ui/request-failure';
import type { Account } from '@/utils/account/account';
import { browser } from '@/utils/browser';
import { hubLinks } from '@/utils/config/hub-links';
import { redirectUri } from '@/utils/config/redirect-uri';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';
import type { RunModel } from '@/utils/state/run-model';
import { Workbench } from './workbench';

/** The toolbar popup: set-up, sign-in, or the work. */
export function PopupApp(props: { app: AppModel; runs: RunModel; windowId: number }) {
  const { app } = props;
  const { clientId, scopes } = app.configuration.value;
  const account = app.account.value;
  if (!clientId) {
    return (
      <main>
        <SetupGuide
          redirectUri={redirectUri()}
          scopes={scopes}
          newAppUrl={hubLinks.newOAuthApp}
          onSave={(pasted) => request('settings.set-client-id', { clientId: pasted })}
        />
      </main>
    );
  }
  return account ? <SignedIn {...props} account={account} /> : <SignedOut app={app} />;
}

function SignedOut({ app }: { app: AppModel }) {
  const failure = useRequestFailure();
  return (
    <main>
      <RequestFailure error={failure.error} />
      <SignInCard
        progress={app.signIn.value}
        onSignIn={() => void failure.attempt(request('session.sign-in', {}))}
      />
    </main>
  );
}

function SignedIn(props: { app: AppModel; runs: RunModel; windowId: number; account: Account }) {
  const { app, runs, windowId, account } = props;
  const failure = useRequestFailure();
  return (
    <>
      <AccountHeader
        account={account}
        links={{ ...hubLinks, profile: hubLinks.profile(account.username) }}
        onSignOut={() => void failure.attempt(request('session.sign-out', {}))}
        onOptions={() => void browser.runtime.openOptionsPage()}
      />
      <main>
        <Workbench app={app} runs={runs} windowId={windowId} failure={failure} />
      </main>
    </>
  );
}
