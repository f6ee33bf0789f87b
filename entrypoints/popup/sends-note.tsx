import type { ReadonlySignal } from '@preact/signals';
import { i18n } from '#i18n';
import { CostNote } from '@/components/money/cost-note';
import type { ActionId } from '@/utils/actions/action';
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
    <p class="hint">
      {model && endpoint ? (
        i18n.t('endpoint.sends', { model: model.id, name: endpoint.name })
      ) : (
        <CostNote lead={i18n.t('run.sends')} text={text} action={action} app={app} />
      )}
    </p>
  );
}
