import { i18n } from '#i18n';
import { AccountName } from '@/components/account/account-name';
import { SetupGuide } from '@/components/account/setup-guide';
import { SignInCard } from '@/components/account/sign-in-card';
import { signInChoices } from '@/components/account/sign-in-choices';
import { SignInState } from '@/components/account/sign-in-state';
import { EndpointOffer } from '@/components/endpoint/endpoint-offer';
import { RequestFailure } from '@/components/ui/request-failure';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import { hubLinks } from '@/utils/config/hub-links';
import { redirectUri } from '@/utils/config/redirect-uri';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';
import { chooseEndpoint } from '@/utils/state/endpoint-controls';
import { createSessionControls } from '@/utils/state/session-controls';
import { hasSignInWindow } from '@/utils/surfaces/sign-in-window';

/** Who is signed in or which endpoint is used; before that, what leads there. */
export function SignInStep({ app }: { app: AppModel }) {
  const failure = useRequestFailure();
  const session = createSessionControls(failure.attempt);
  const account = app.account.value;
  const endpoint = app.endpoint.value;
  if (account) {
    return (
      <>
        <p class="row">
          <AccountName account={account} />
        </p>
        <SignInState progress={app.signIn.value} onCancel={session.onCancel} />
      </>
    );
  }
  if (endpoint) return <p>{i18n.t('endpoint.signedOut', { name: endpoint.name })}</p>;
  const { clientId, scopes, providerOrigin, billingOrganization } = app.configuration.value;
  return (
    <>
      <RequestFailure error={failure.error} />
      {clientId ? (
        <SignInCard
          progress={app.signIn.value}
          choices={signInChoices(app.accounts.value, app.inUse.value)}
          billingOrganization={billingOrganization}
          hasWindow={hasSignInWindow()}
          onSignIn={session.onSignIn}
          onCancel={session.onCancel}
          onSwitch={session.onSwitch}
        />
      ) : (
        <SetupGuide
          redirectUri={redirectUri()}
          scopes={scopes}
          newAppUrl={hubLinks(providerOrigin).newOAuthApp}
          onSave={(pasted) => request('settings.set-client-id', { clientId: pasted })}
        />
      )}
      <EndpointOffer
        endpoints={app.endpoints.value}
        onUse={(chosen) => void failure.attempt(chooseEndpoint(app, chosen))}
      />
    </>
  );
}
