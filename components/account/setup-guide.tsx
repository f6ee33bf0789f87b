import { i18n } from '#i18n';
import type { Result } from '@/utils/result';
import { RedirectUri } from './redirect-uri';
import { SettingForm } from './setting-form';

/** Three steps from nothing to a client id, the last one done right here. */
export function SetupGuide(props: {
  redirectUri: string;
  scopes: string;
  newAppUrl: string;
  onSave: (clientId: string) => Promise<Result<null>>;
}) {
  return (
    <section class="setup">
      <h1>{i18n.t('setup.title')}</h1>
      <p class="hint">{i18n.t('setup.intro')}</p>
      <ol>
        <li>
          <p>{i18n.t('setup.step1')}</p>
          <RedirectUri uri={props.redirectUri} />
        </li>
        <li>
          <p>{i18n.t('setup.step2', { scopes: props.scopes })}</p>
          <a href={props.newAppUrl} target="_blank" rel="noreferrer">
            {i18n.t('setup.step2Link')}
          </a>
        </li>
        <li>
          <p>{i18n.t('setup.step3')}</p>
          <SettingForm label={i18n.t('setup.clientId')} value={undefined} onSave={props.onSave} />
        </li>
      </ol>
      <p class="hint">{i18n.t('account.notAffiliated')}</p>
    </section>
  );
}
