import type { ReadonlySignal } from '@preact/signals';
import { i18n } from '#i18n';
import type { AppModel } from '@/utils/state/app-model';
import { CostNote } from './cost-note';

/** Where the text goes, and what that costs at most. */
export function SendsNote({ app, text }: { app: AppModel; text: ReadonlySignal<string> }) {
  const name = app.endpoint.value?.name;
  const model = app.model.value?.id ?? '';
  return (
    <p class="hint">
      {name === undefined ? (
        <>
          {i18n.t('run.sends')} <CostNote text={text} model={app.model} />
        </>
      ) : (
        i18n.t('endpoint.sends', { model, name })
      )}
    </p>
  );
}
