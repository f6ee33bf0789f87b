import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';

/** More than anybody means to spend on a page of text. USD. */
const MAXIMUM_USD = 100_000;

/** A sum in USD that is stored as soon as it is one; an empty field takes it back to its default. */
export function AmountField(props: {
  label: string;
  hint: string;
  /** USD; `undefined` where the person has set none. */
  value: number | undefined;
  /** Shown in an empty field. */
  placeholder: string;
  onChange: (usd: number | null) => void;
}) {
  const hintId = useId();
  const isRefused = useSignal(false);
  const store = (text: string) => {
    const usd = Number(text.replace(',', '.'));
    isRefused.value = text !== '' && !(usd >= 0 && usd <= MAXIMUM_USD);
    if (!isRefused.value) props.onChange(text === '' ? null : usd);
  };
  return (
    <div class="field">
      <label class="field-inline">
        <span>{props.label}</span>
        <input
          type="text"
          inputMode="decimal"
          class="amount"
          value={props.value ?? ''}
          placeholder={props.placeholder}
          aria-describedby={hintId}
          aria-invalid={isRefused.value}
          onChange={(event) => store(event.currentTarget.value.trim())}
        />
      </label>
      <p id={hintId} class="hint" role="status">
        {isRefused.value ? i18n.t('money.noAmount') : props.hint}
      </p>
    </div>
  );
}
