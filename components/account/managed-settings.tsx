import { i18n } from '#i18n';
import type { ManagedSetting } from '@/utils/config/managed-policy';

/** Keys of `managed` in the locale files. */
const LABELS = {
  OAUTH_CLIENT_ID: 'clientId',
  OAUTH_SCOPES: 'scopes',
  OPENID_PROVIDER_URL: 'provider',
  INFERENCE_ROUTER_URL: 'router',
  ALLOWED_MODELS: 'models',
  ALLOWED_PROVIDERS: 'providers',
  BILLING_ORGANIZATION: 'billing',
  HISTORY_DISABLED: 'history',
} as const;

/** What an administrator has set; nothing where nobody has. */
export function ManagedSettings(props: { settings: readonly ManagedSetting[] }) {
  if (props.settings.length === 0) return null;
  return (
    <section id="managed" class="managed">
      <h2>{i18n.t('managed.title')}</h2>
      <dl>
        {props.settings.map((setting) => (
          <div key={setting.key}>
            <dt>{i18n.t(`managed.${LABELS[setting.key]}`)}</dt>
            <dd>{valueOf(setting)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function valueOf({ key, value }: ManagedSetting): string {
  if (value === undefined) return i18n.t('managed.unusable');
  if (key !== 'HISTORY_DISABLED') return value;
  return value === 'true' ? i18n.t('managed.yes') : i18n.t('managed.no');
}
