import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import { isComposing } from '@/utils/keyboard/is-composing';
import { describeError } from '@/utils/errors/describe-error';
import type { Result } from '@/utils/result';

/** One setting of the OAuth app: takes what is pasted, and says at once when it cannot be right. */
export function SettingForm(props: {
  label: string;
  /** What a change comes to. */
  hint?: string;
  value: string | undefined;
  onSave: (value: string) => Promise<Result<null>>;
}) {
  const hintId = useId();
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
          aria-describedby={props.hint && hintId}
          value={draft.value}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
          }}
          onInput={(event) => {
            draft.value = event.currentTarget.value;
            outcome.value = undefined;
          }}
        />
      </label>
      <Button
        type="submit"
        kind="primary"
        aria-label={i18n.t('setup.saveField', { field: props.label })}
      >
        {i18n.t('setup.save')}
      </Button>
      <span class="hint" role="status">
        {outcome.value?.ok && i18n.t('setup.saved')}
      </span>
      {props.hint && (
        <p class="hint" id={hintId}>
          {props.hint}
        </p>
      )}
      {outcome.value && !outcome.value.ok && (
        <ErrorNotice description={describeError(outcome.value.error)} />
      )}
    </form>
  );
}
