import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ui/notice';
import { describeError } from '@/utils/errors/describe-error';
import type { Result } from '@/utils/result';

/** One setting of the OAuth app: takes what is pasted, and says at once when it cannot be right. */
export function SettingForm(props: {
  label: string;
  value: string | undefined;
  onSave: (value: string) => Promise<Result<null>>;
}) {
  const draft = useSignal(props.value ?? '');
  const outcome = useSignal<Result<null> | undefined>(undefined);
  const save = async (event: Event) => {
    event.preventDefault();
    outcome.value = await props.onSave(draft.value);
  };
  return (
    <form class="setting" onSubmit={(event) => void save(event)}>
      <label class="field">
        <span>{props.label}</span>
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
