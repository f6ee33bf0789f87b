import type { ReadonlySignal } from '@preact/signals';
import { i18n } from '#i18n';
import { CostNote } from '@/components/money/cost-note';
import type { ActionId } from '@/utils/actions/action';
import { servedBy } from '@/utils/models/served-by';
import type { AppModel } from '@/utils/state/app-model';

/** Before a text is sent: who gets it, which model and provider answer, what it costs, and who pays. */
export function WhoGetsIt(props: {
  app: AppModel;
  text: ReadonlySignal<string>;
  action: ReadonlySignal<ActionId>;
}) {
  const { app, text, action } = props;
  const { model, provider, endpoint } = app.chosen(action.value);
  if (!model) return null;
  if (endpoint) return <p>{i18n.t('endpoint.sends', { model: model.id, name: endpoint.name })}</p>;
  const { providers } = servedBy(model, provider, app.modelPolicy.value.allowedProviders);
  return (
    <dl class="facts">
      <dt>{i18n.t('welcome.goesTo')}</dt>
      <dd>{goesTo(providers.map(({ name }) => name))}</dd>
      <dt>{i18n.t('welcome.model')}</dt>
      <dd>
        <bdi>{model.id}</bdi>
      </dd>
      <dt>{i18n.t('welcome.cost')}</dt>
      <dd>
        <CostNote text={text} action={action} app={app} /> {i18n.t('welcome.atListPrice')}
      </dd>
      <dt>{i18n.t('money.billTo')}</dt>
      <dd>{payerOf(app)}</dd>
    </dl>
  );
}

function goesTo(providers: string[]): string {
  if (providers.length === 0) return i18n.t('welcome.toSomebody');
  const names = new Intl.ListFormat(i18n.t('extension.language'), { type: 'disjunction' });
  return i18n.t('welcome.toProvider', { provider: names.format(providers) });
}

function payerOf({ account, configuration, settings }: AppModel): string {
  const organization = configuration.value.billingOrganization ?? settings.value.billTo;
  return organization ?? i18n.t('money.you', { username: account.value?.username ?? '' });
}
