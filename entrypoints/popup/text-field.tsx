import type { ReadonlySignal, Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import type { SelectionNote } from '@/utils/selection/selection-note';
import { SelectionHint } from './selection-hint';

/** The text that actions work on, and what there is to say about the selection it came from. */
export function TextField(props: {
  text: Signal<string>;
  textBox: RefObject<HTMLTextAreaElement | null>;
  note: ReadonlySignal<SelectionNote | undefined>;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { text, textBox, note, onKeyDown } = props;
  return (
    <div class="text-place">
      <label class="field">
        <span>{i18n.t('run.text')}</span>
        <textarea
          ref={textBox}
          rows={3}
          dir="auto"
          onKeyDown={onKeyDown}
          placeholder={i18n.t('run.textPlaceholder')}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
      </label>
      <SelectionHint note={note} />
    </div>
  );
}
