import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { SignInState } from '@/components/account/sign-in-state';
import { PageLink } from '@/components/ui/page-link';
import { RequestFailure } from '@/components/ui/request-failure';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import type { AppModel } from '@/utils/state/app-model';
import { createSessionControls } from '@/utils/state/session-controls';
import { hasSignInWindow } from '@/utils/surfaces/sign-in-window';

/** Above the work of somebody who uses an endpoint of their own and has not signed in. */
export function WithoutAccountHeader(props: { app: AppModel; endpoint: OwnEndpoint }) {
  const { app, endpoint } = props;
  const header = useKeptFocus<HTMLElement>();
  const signIn = useRequestFailure();
  const session = createSessionControls(signIn.attempt);
  const isWaiting = app.signIn.value?.status === 'in-progress';
  const canSignIn = app.configuration.value.clientId !== undefined && hasSignInWindow();
  return (
    <header ref={header} class="account-area" tabIndex={-1}>
      <p class="hint">{i18n.t('endpoint.signedOut', { name: endpoint.name })}</p>
      <p class="row">
        <PageLink href="/options.html#endpoints">{i18n.t('endpoint.open')}</PageLink>
        {canSignIn && (
          <Button kind="quiet" disabled={isWaiting} onClick={session.onSignIn}>
            {i18n.t('account.signIn')}
          </Button>
        )}
      </p>
      <SignInState progress={app.signIn.value} onCancel={session.onCancel} />
      <RequestFailure error={signIn.error} />
    </header>
  );
}
