import { i18n } from '#i18n';
import { RedirectUri } from '@/components/account/redirect-uri';
import { SettingForm } from '@/components/account/setting-form';
import { SignInCard } from '@/components/account/sign-in-card';
import { Note } from '@/components/ui/notice';
import { RequestFailure, useRequestFailure } from '@/components/ui/request-failure';
import { browser } from '@/utils/browser';
import { hubLinks } from '@/utils/config/hub-links';
import { redirectUri } from '@/utils/config/redirect-uri';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';

/** The options page: account, OAuth app, about. */
export function OptionsApp(props: { app: AppModel }) {
  const { version } = browser.runtime.getManifest();
  return (
    <main>
      <h1>{i18n.t('options.title')}</h1>
      <AccountSection app={props.app} />
      <ApplicationSection app={props.app} />
      <section id="about">
        <h2>{i18n.t('options.about')}</h2>
        <p>
          {i18n.t('extension.name')}, {i18n.t('options.version', { version })}.{' '}
          {i18n.t('account.notAffiliated')}
        </p>
        <p>{i18n.t('options.privacy')}</p>
      </section>
    </main>
  );
}

function AccountSection({ app }: { app: AppModel }) {
  const account = app.account.value;
  const failure = useRequestFailure();
  return (
    <section id="account">
      <h2>{i18n.t('options.account')}</h2>
      <RequestFailure error={failure.error} />
      {account ? (
        <>
          <p>{i18n.t('options.signedInAs', { name: account.fullName })}</p>
          <p class="row">
            <button
              type="button"
              class="button"
              onClick={() => void failure.attempt(request('session.sign-out', {}))}
            >
              {i18n.t('account.signOut')}
            </button>
            <a href={hubLinks.connectedApps} target="_blank" rel="noreferrer">
              {i18n.t('account.connectedApps')}
            </a>
          </p>
        </>
      ) : (
        <SignInCard
          progress={app.signIn.value}
          onSignIn={() => void failure.attempt(request('session.sign-in', {}))}
        />
      )}
    </section>
  );
}

function ApplicationSection({ app }: { app: AppModel }) {
  const { clientId, clientIdSource, scopes, areScopesManaged } = app.configuration.value;
  return (
    <section id="application">
      <h2>{i18n.t('options.application')}</h2>
      {clientIdSource === 'build' && <Note>{i18n.t('setup.fromBuild')}</Note>}
      {clientIdSource === 'policy' ? (
        <Note>{i18n.t('setup.managed')}</Note>
      ) : (
        <SettingForm
          label={i18n.t('setup.clientId')}
          value={clientIdSource === 'settings' ? clientId : undefined}
          onSave={(pasted) => request('settings.set-client-id', { clientId: pasted })}
        />
      )}
      {areScopesManaged ? (
        <Note>{i18n.t('options.managedScopes', { scopes })}</Note>
      ) : (
        <SettingForm
          label={i18n.t('options.scopes')}
          value={scopes}
          onSave={(pasted) => request('settings.set-scopes', { scopes: pasted })}
        />
      )}
      <RedirectUri uri={redirectUri()} />
    </section>
  );
}
