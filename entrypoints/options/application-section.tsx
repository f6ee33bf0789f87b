import { i18n } from '#i18n';
import { RedirectUri } from '@/components/account/redirect-uri';
import { Note } from '@/components/ui/notice';
import { refusalOf } from '@/components/ui/refusal-of';
import { SavedField } from '@/components/ui/saved-field';
import { redirectUri } from '@/utils/config/redirect-uri';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';

/** The OAuth app that signs people in, as far as this installation may change it. */
export function ApplicationSection({ app }: { app: AppModel }) {
  const { clientId, clientIdSource, scopes, areScopesManaged } = app.configuration.value;
  return (
    <section id="application">
      <h2>{i18n.t('options.application')}</h2>
      {clientIdSource === 'build' && <Note>{i18n.t('setup.fromBuild')}</Note>}
      {clientIdSource === 'policy' ? (
        <Note>{i18n.t('setup.managed')}</Note>
      ) : (
        <SavedField
          label={i18n.t('setup.clientId')}
          hint={i18n.t('setup.clientIdHint')}
          value={clientIdSource === 'settings' && clientId !== undefined ? clientId : ''}
          isStoredWhole
          onSave={async (pasted) =>
            refusalOf(await request('settings.set-client-id', { clientId: pasted }))
          }
        />
      )}
      {areScopesManaged ? (
        <Note>{i18n.t('options.managedScopes', { scopes })}</Note>
      ) : (
        <SavedField
          label={i18n.t('options.scopes')}
          hint={i18n.t('options.scopesHint')}
          value={scopes}
          isStoredWhole
          onSave={async (pasted) =>
            refusalOf(await request('settings.set-scopes', { scopes: pasted }))
          }
        />
      )}
      <RedirectUri uri={redirectUri()} />
    </section>
  );
}
