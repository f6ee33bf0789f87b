import type { Signal } from '@preact/signals';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { isComposing } from '@/utils/keyboard/is-composing';
import { isRunKey } from '@/utils/keyboard/is-run-key';

/** The question box and its button. Enter asks, Ctrl or Cmd+Enter too; not the Enter that ends a composition. */
export function QuestionForm(props: {
  question: Signal<string>;
  onAsk: () => void;
  takesFocus?: boolean;
  /** Hears of all keys but those that ask. */
  onKeyDown?: (event: KeyboardEvent) => void;
  /** Name and placeholder, where it is not the question about a text. */
  label?: string;
  placeholder?: string;
}) {
  const { question, onAsk } = props;
  return (
    <form
      class="question"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk();
      }}
    >
      <input
        type="text"
        aria-label={props.label ?? i18n.t('run.question')}
        placeholder={props.placeholder ?? i18n.t('run.questionPlaceholder')}
        autocomplete="off"
        value={question.value}
        ref={(input) => {
          // Only from what it stands in: never from another field.
          if (props.takesFocus && document.activeElement?.contains(input)) input?.focus();
        }}
        onInput={(event) => {
          question.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) {
            if (event.key === 'Enter') event.preventDefault();
          } else if (isRunKey(event)) {
            // Enter alone submits the form; with these keys not every browser does.
            event.preventDefault();
            onAsk();
          } else props.onKeyDown?.(event);
        }}
      />
      <Button type="submit">{i18n.t('action.ask')}</Button>
    </form>
  );
}
