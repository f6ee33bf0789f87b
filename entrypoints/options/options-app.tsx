import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { DeviceSignIn } from '@/components/account/device-sign-in';
import { ManagedSettings } from '@/components/account/managed-settings';
import { FaultNotices } from '@/components/ui/fault-notices';
import { browser } from '@/utils/browser';
import type { AppModel } from '@/utils/state/app-model';
import { createDeviceSignInModel } from '@/utils/state/device-sign-in-model';
import { createFaultModel } from '@/utils/state/fault-model';
import { AccountSection } from './account-section';
import { AnswersSection } from './answers-section';
import { ApplicationSection } from './application-section';
import { EndpointsSection } from './endpoints-section';
import { HistorySection } from './history-section';
import { LanguageSection } from './language-section';
import { ModelsSection } from './models-section';
import { SpendingSection } from './spending-section';
import { useAddressedSection } from './use-addressed-section';

/** The options page: account, sign-in with a code, models, own endpoints, answers, spending, history, OAuth app, about; each has an address of its own. */
export function OptionsApp({ app }: { app: AppModel }) {
  const { version } = browser.runtime.getManifest();
  const configuration = app.configuration.value;
  const deviceSignIn = useMemo(() => createDeviceSignInModel(), []);
  const faults = useMemo(createFaultModel, []);
  const addressed = useAddressedSection();
  return (
    <main>
      <h1>{i18n.t('options.title')}</h1>
      <FaultNotices model={faults} />
      <AccountSection app={app} />
      {addressed === 'code' && (
        <div id="code">
          <DeviceSignIn
            model={deviceSignIn}
            billingOrganization={configuration.billingOrganization}
          />
        </div>
      )}
      <ModelsSection app={app} />
      <EndpointsSection app={app} />
      <AnswersSection app={app} />
      <LanguageSection app={app} />
      <SpendingSection app={app} />
      <HistorySection app={app} />
      <ApplicationSection app={app} />
      <ManagedSettings settings={configuration.managed} />
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
