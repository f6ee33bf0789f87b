import { useSignal } from '@preact/signals';
import { useContext, useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { AccountDetails } from '@/components/account/account-details';
import { AccountList } from '@/components/account/account-list';
import { Permissions } from '@/components/account/permissions';
import { SignInCard } from '@/components/account/sign-in-card';
import { signInChoices } from '@/components/account/sign-in-choices';
import { SignInState } from '@/components/account/sign-in-state';
import { PageActions } from '@/components/ui/page-actions';
import { PageLink } from '@/components/ui/page-link';
import { RequestFailure } from '@/components/ui/request-failure';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { Account } from '@/utils/account/account';
import { hubLinks } from '@/utils/config/hub-links';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';
import { createSessionControls } from '@/utils/state/session-controls';
import { hasSignInWindow } from '@/utils/surfaces/sign-in-window';

/** Where a sign-in was asked for: adding an account, or the switch of a scope. */
type Asked = { kind: 'account' } | { kind: 'scope'; scope: string };

/** Who is in use, what they allow, and everybody else on the list. */
export function AccountSection({ app }: { app: AppModel }) {
  const account = app.account.value;
  const accounts = app.accounts.value;
  const progress = app.signIn.value;
  const { scopes, areScopesManaged, providerOrigin } = app.configuration.value;
  const failure = useRequestFailure();
  const section = useKeptFocus<HTMLElement>();
  const asked = useSignal<Asked | undefined>(undefined);
  useEffect(() => {
    if (!progress) asked.value = undefined;
  }, [progress]);
  const isWaiting = progress?.status === 'in-progress';
  const session = createSessionControls(failure.attempt);
  // Said beside the list: the top of the section may be far above it.
  const leaving = useRequestFailure();
  const { onSignOut, onSignOutForGood } = createSessionControls(leaving.attempt);
  const actions = { ...useContext(PageActions), signOut: onSignOutForGood };
  const signInAgain = async ({ sub }: Account) => {
    const switched = await request('session.switch-account', { sub });
    return switched.ok ? await request('session.sign-in', {}) : switched;
  };
  const state = <SignInState progress={progress} onCancel={session.onCancel} />;
  return (
    <section ref={section} id="signed-in" tabIndex={-1}>
      <h2>{i18n.t('options.signedIn')}</h2>
      <RequestFailure error={failure.error} />
      {account ? (
        <>
          {!asked.value && state}
          <AccountDetails account={account} />
          <Permissions
            granted={account.scopes}
            configured={scopes.split(' ')}
            isManaged={areScopesManaged}
            isWaiting={isWaiting}
            stateOf={(scope) =>
              asked.value?.kind === 'scope' && asked.value.scope === scope && state
            }
            onSet={(scope, isOn) => {
              asked.value = { kind: 'scope', scope };
              void failure.attempt(request('session.set-scope', { scope, isOn }));
            }}
          />
        </>
      ) : (
        <SignInCard
          progress={progress}
          // The list below has the others.
          choices={{ ...signInChoices(accounts, app.inUse.value), others: [] }}
          billingOrganization={app.configuration.value.billingOrganization}
          hasWindow={hasSignInWindow()}
          onSignIn={session.onSignIn}
          onCancel={session.onCancel}
          onSwitch={session.onSwitch}
        />
      )}
      {accounts.length > 0 && (
        <AccountList
          accounts={accounts}
          inUse={app.inUse.value}
          isWaiting={isWaiting}
          state={account && asked.value?.kind === 'account' && state}
          onAdd={() => {
            asked.value = { kind: 'account' };
            session.onAdd();
          }}
          onUse={session.onSwitch}
          onSignInAgain={(other) => void failure.attempt(signInAgain(other))}
          onSignOut={onSignOut}
        />
      )}
      <PageActions.Provider value={actions}>
        <RequestFailure error={leaving.error} />
      </PageActions.Provider>
      <p class="hint">
        {i18n.t('options.forgotten')}{' '}
        <PageLink href={hubLinks(providerOrigin).connectedApps}>
          {i18n.t('account.connectedApps')}
        </PageLink>
      </p>
    </section>
  );
}
