import type { ComponentChildren } from 'preact';
import { isComposing } from '@/utils/keyboard/is-composing';
import { Field } from './field';
import { useSavedText, type SavedText } from './use-saved-text';

/** A text field without a button: what is typed is stored, or refused in words beside it. */
export function SavedField(
  props: SavedText & {
    label: string;
    /** What a change comes to. */
    hint?: ComponentChildren;
    placeholder?: string;
    isNumber?: boolean;
  },
) {
  const { isNumber } = props;
  const saved = useSavedText(props);
  return (
    <Field label={props.label} hint={props.hint} error={saved.refusal}>
      {(wiring) => (
        <input
          {...wiring}
          {...(props.isSecret ? { type: 'password' as const } : { type: 'text' as const })}
          {...(isNumber ? { class: 'amount', inputMode: 'decimal' as const } : {})}
          autocomplete="off"
          spellcheck={false}
          placeholder={props.placeholder}
          value={saved.text}
          onInput={(event) => saved.type(event.currentTarget.value, howOf(event))}
          onCompositionEnd={(event) => saved.type(event.currentTarget.value, 'typed')}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event)) saved.save();
          }}
          onChange={saved.save}
          onFocus={saved.enter}
          onBlur={saved.leave}
        />
      )}
    </Field>
  );
}

function howOf({ inputType, isComposing: isUnfinished }: InputEvent) {
  if (inputType === 'insertFromPaste' || inputType === 'insertFromDrop') return 'whole';
  return isUnfinished ? 'composing' : 'typed';
}
