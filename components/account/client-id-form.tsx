import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ui/notice';
import { describeError } from '@/utils/errors/describe-error';
import type { Result } from '@/utils/result';

/** Takes a pasted client id and says at once when it cannot be one. */
export function ClientIdForm(props: {
  clientId: string | undefined;
  onSave: (clientId: string) => Promise<Result<null>>;
}) {
  const draft = useSignal(props.clientId ?? '');
  const outcome = useSignal<Result<null> | undefined>(undefined);
  const save = async (event: Event) => {
    event.preventDefault();
    outcome.value = await props.onSave(draft.value);
  };
  return (
    <form class="client-id" onSubmit={(event) => void save(event)}>
      <label class="field">
        <span>{i18n.t('setup.clientId')}</span>
        <input
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={draft.value}
          onInput={(event) => {
            draft.value = event.currentTarget.value;
            outcome.value = undefined;
          }}
        />
      </label>
      <button type="submit" class="button button-primary">
        {i18n.t('setup.save')}
      </button>
      <span class="hint" role="status">
        {outcome.value?.ok && i18n.t('setup.saved')}
      </span>
      {outcome.value && !outcome.value.ok && (
        <ErrorNotice description={describeError(outcome.value.error)} />
      )}
    </form>
  );
}
