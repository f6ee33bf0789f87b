import { useLayoutEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { SignInCard } from '@/components/account/sign-in-card';
import { signInChoices } from '@/components/account/sign-in-choices';
import { EndpointOffer } from '@/components/endpoint/endpoint-offer';
import { RequestFailure } from '@/components/ui/request-failure';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import type { AppModel } from '@/utils/state/app-model';
import { chooseEndpoint } from '@/utils/state/endpoint-controls';
import { createRunControls } from '@/utils/state/run-controls';
import type { RunModel } from '@/utils/state/run-model';
import { createSessionControls } from '@/utils/state/session-controls';
import { hasSignInWindow } from '@/utils/surfaces/sign-in-window';

/** The popup of somebody who is not signed in. */
export function SignedOut(props: {
  app: AppModel;
  runs: RunModel;
  windowId: number;
  takesFocus: boolean;
}) {
  const { app, runs, windowId, takesFocus } = props;
  const failure = useRequestFailure();
  const controls = createRunControls(runs, windowId);
  const session = createSessionControls(failure.attempt);
  const isHeld = runs.run.value?.state.kind === 'held';
  const main = useKeptFocus<HTMLElement>();
  useLayoutEffect(() => {
    // The control that had it has gone with the account, or with the setup guide.
    if (takesFocus) main.current?.focus();
  }, []);
  return (
    <main ref={main} tabIndex={-1}>
      <h1 class="unseen">{i18n.t('extension.name')}</h1>
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
      <EndpointOffer
        endpoints={app.endpoints.value}
        onUse={(endpoint) => void failure.attempt(chooseEndpoint(app, endpoint))}
      />
      {/* While a sign-in is under way, Cancel is the name of another button. */}
      {isHeld && app.signIn.value?.status !== 'in-progress' && (
        <p class="row">
          <Button onClick={() => void failure.attempt(controls.onStop())}>
            {i18n.t('run.cancel')}
          </Button>
        </p>
      )}
    </main>
  );
}
