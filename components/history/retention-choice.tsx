import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { RETENTIONS, type Retention } from '@/utils/account/account-settings';

/** How long answers are kept. A choice that deletes some at once is asked about first. */
export function RetentionChoice(props: {
  retention: Retention;
  hint: string;
  /** What a choice deletes at once, in words; `undefined` when it deletes nothing. */
  lossOf: (retention: Retention) => Promise<string | undefined>;
  onSet: (retention: Retention) => Promise<void>;
}) {
  const hintId = useId();
  const questionId = useId();
  const pending = useSignal<{ retention: Retention; loss?: string } | undefined>(undefined);
  const set = async (retention: Retention) => {
    await props.onSet(retention);
    pending.value = undefined;
  };
  const choose = async (retention: Retention) => {
    const choice = { retention };
    pending.value = choice;
    const loss = await props.lossOf(retention);
    // Another choice may have followed.
    if (pending.value !== choice) return;
    if (loss === undefined) await set(retention);
    else pending.value = { retention, loss };
  };
  const group = useKeptFocus<HTMLFieldSetElement>();
  const asked = pending.value;
  return (
    <fieldset ref={group} aria-describedby={hintId}>
      <legend>{i18n.t('history.kept')}</legend>
      {RETENTIONS.map((retention) => (
        <label key={retention} class="choice">
          <input
            type="radio"
            name="retention"
            checked={(asked?.retention ?? props.retention) === retention}
            onChange={() => void choose(retention)}
          />{' '}
          {nameOf(retention)}
        </label>
      ))}
      <p id={hintId} class="hint">
        {props.hint}
      </p>
      {asked?.loss !== undefined && (
        <div class="notice notice-question" role="group" aria-labelledby={questionId}>
          <p id={questionId} role="alert">
            {asked.loss}
          </p>
          <div class="row">
            <Button kind="danger" onClick={() => void set(asked.retention)}>
              {i18n.t('history.deleteThem')}
            </Button>
            <Button
              onClick={() => {
                pending.value = undefined;
              }}
            >
              {i18n.t('history.keep')}
            </Button>
          </div>
        </div>
      )}
    </fieldset>
  );
}

function nameOf(retention: Retention): string {
  switch (retention) {
    case 'all':
      return i18n.t('history.keepAll');
    case '30-days':
      return i18n.t('history.keepThirtyDays');
    case 'none':
      return i18n.t('history.keepNone');
  }
}
