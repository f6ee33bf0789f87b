import { i18n } from '#i18n';
import { refusalOf } from '@/components/ui/refusal-of';
import { SavedField } from '@/components/ui/saved-field';
import type { Result } from '@/utils/result';
import { RedirectUri } from './redirect-uri';

/** Three steps from nothing to a client id, the last one done right here. */
export function SetupGuide(props: {
  redirectUri: string;
  scopes: string;
  newAppUrl: string;
  onSave: (clientId: string) => Promise<Result<null>>;
}) {
  return (
    <section class="setup">
      <h2 class="title">{i18n.t('setup.title')}</h2>
      <p class="hint">{i18n.t('setup.intro')}</p>
      <ol>
        <li>
          <p>{i18n.t('setup.step1')}</p>
          <RedirectUri uri={props.redirectUri} />
        </li>
        <li>
          <p>{i18n.t('setup.step2', { scopes: props.scopes })}</p>
          <p class="row">
            <a href={props.newAppUrl} target="_blank" rel="noreferrer">
              {i18n.t('setup.step2Link')}
            </a>
          </p>
        </li>
        <li>
          <p>{i18n.t('setup.step3')}</p>
          <SavedField
            label={i18n.t('setup.clientId')}
            value=""
            isStoredWhole
            onSave={async (pasted) => refusalOf(await props.onSave(pasted))}
          />
        </li>
      </ol>
      <p class="hint">{i18n.t('account.notAffiliated')}</p>
    </section>
  );
}
