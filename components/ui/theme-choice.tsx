import { useId } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import type { ThemeChoice as Choice } from '@/utils/surfaces/theme';
import { useRedraw } from './use-redraw';
import './theme-choice.css';

const CHOICES: readonly Choice[] = ['system', 'light', 'dark'];

/** Light, dark, or as the system has it. Shows at once what was chosen. */
export function ThemeChoice(props: {
  choice: Choice;
  /** @returns false where it cannot be kept */
  onChoose: (choice: Choice) => boolean;
}) {
  const choice = useSignal(props.choice);
  const isRefused = useSignal(false);
  const redraw = useRedraw();
  const name = useId();
  return (
    <fieldset class="theme-choice">
      <legend>{i18n.t('theme.title')}</legend>
      <div class="segments">
        {CHOICES.map((each) => (
          <label key={each} class="segment">
            <input
              type="radio"
              name={name}
              checked={choice.value === each}
              onChange={() => {
                isRefused.value = !props.onChoose(each);
                if (isRefused.value) redraw();
                else choice.value = each;
              }}
            />
            <span>{i18n.t(`theme.${each}`)}</span>
          </label>
        ))}
      </div>
      <p class="hint" role="status">
        {isRefused.value && i18n.t('theme.refused')}
      </p>
    </fieldset>
  );
}
