import { i18n } from '#i18n';
import { Note } from '@/components/ui/notice';
import type { AppModel } from '@/utils/state/app-model';
import { HistorySettings } from './history-settings';

/** What is kept of the account in use, and for how long. */
export function HistorySection({ app }: { app: AppModel }) {
  const account = app.inUse.value;
  const isOff = app.configuration.value.isHistoryDisabled;
  return (
    <section id="history">
      <h2>{i18n.t('history.title')}</h2>
      {isOff && <Note>{i18n.t('history.offByPolicy')}</Note>}
      {!isOff && !account && <p class="hint">{i18n.t('history.signedOut')}</p>}
      {!isOff && account && <HistorySettings key={account.sub} account={account} />}
    </section>
  );
}
