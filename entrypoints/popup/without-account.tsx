import { i18n } from '#i18n';
import { SignInState } from '@/components/account/sign-in-state';
import { PageLink } from '@/components/ui/page-link';
import { RequestFailure } from '@/components/ui/request-failure';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import type { AppModel } from '@/utils/state/app-model';
import type { RunModel } from '@/utils/state/run-model';
import { createSessionControls } from '@/utils/state/session-controls';
import { hasSignInWindow } from '@/utils/surfaces/sign-in-window';
import { Workbench } from './workbench';

/** The popup of somebody who uses an endpoint of their own and has not signed in. */
export function WithoutAccount(props: {
  app: AppModel;
  runs: RunModel;
  windowId: number;
  endpoint: OwnEndpoint;
}) {
  const { app, runs, windowId, endpoint } = props;
  const signIn = useRequestFailure();
  const failure = useRequestFailure();
  const session = createSessionControls(signIn.attempt);
  const isWaiting = app.signIn.value?.status === 'in-progress';
  const canSignIn = app.configuration.value.clientId !== undefined && hasSignInWindow();
  return (
    <>
      <header class="account-area">
        <p class="hint">{i18n.t('endpoint.signedOut', { name: endpoint.name })}</p>
        <p class="row">
          <PageLink href="/options.html#endpoints">{i18n.t('endpoint.open')}</PageLink>
          {canSignIn && (
            <button
              type="button"
              class="button button-quiet"
              disabled={isWaiting}
              onClick={session.onSignIn}
            >
              {i18n.t('account.signIn')}
            </button>
          )}
        </p>
        <SignInState progress={app.signIn.value} onCancel={session.onCancel} />
        <RequestFailure error={signIn.error} />
      </header>
      <main>
        <Workbench app={app} runs={runs} windowId={windowId} failure={failure} />
      </main>
    </>
  );
}
