import type { ReadonlySignal } from '@preact/signals';
import { i18n } from '#i18n';
import { CostNote } from '@/components/money/cost-note';
import { ACTION_IDS, type ActionId } from '@/utils/actions/action';
import { servedBy } from '@/utils/models/served-by';
import type { AppModel } from '@/utils/state/app-model';

/** Where the text goes, and what the action that is pointed at will cost there. */
export function SendsNote(props: {
  app: AppModel;
  text: ReadonlySignal<string>;
  action: ReadonlySignal<ActionId>;
}) {
  const { app, text, action } = props;
  const { model, endpoint } = app.chosen(action.value);
  return (
    <p class={ACTION_IDS.some((id) => hasRange(app, id)) ? 'hint sends-range' : 'hint'}>
      {model && endpoint ? (
        i18n.t('endpoint.sends', { model: model.id, name: endpoint.name })
      ) : (
        <CostNote lead={i18n.t('run.sends')} text={text} action={action} app={app} />
      )}
    </p>
  );
}

/** Whether the price depends on who serves, which takes a line more to say. */
function hasRange(app: AppModel, action: ActionId): boolean {
  const { model, provider, endpoint } = app.chosen(action);
  if (!model || endpoint) return false;
  const { price } = servedBy(model, provider, app.modelPolicy.value.allowedProviders);
  if (!price) return false;
  const { low, high } = price;
  return low.input !== high.input || low.output !== high.output;
}
