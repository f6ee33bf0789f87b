import { i18n } from '#i18n';
import { SavedField } from '@/components/ui/saved-field';

/** More than anybody means to spend on a page of text. USD. */
const MAXIMUM_USD = 100_000;

/** A thousand to some, one to others: neither is guessed. */
const THOUSANDS = /^[1-9]\d*,\d{3}$/;

/** A sum in USD that is stored as it is typed; an empty field takes it back to its default. */
export function AmountField(props: {
  label: string;
  hint: string;
  /** USD; `undefined` where the person has set none. */
  value: number | undefined;
  /** Shown in an empty field. */
  placeholder: string;
  /** Stores it. @returns whether that was done */
  onChange: (usd: number | null) => Promise<boolean>;
}) {
  const store = async (entered: string) => {
    const text = entered.trim();
    if (THOUSANDS.test(text)) return i18n.t('money.noThousands');
    const usd = Number(text.replace(',', '.'));
    if (text !== '' && !(usd >= 0 && usd <= MAXIMUM_USD)) return i18n.t('money.noAmount');
    const isStored = await props.onChange(text === '' ? null : usd);
    return isStored ? undefined : i18n.t('options.notSaved');
  };
  return (
    <SavedField
      label={props.label}
      hint={props.hint}
      value={props.value === undefined ? '' : String(props.value)}
      placeholder={props.placeholder}
      isNumber
      onSave={store}
    />
  );
}
