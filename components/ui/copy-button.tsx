import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { Button } from './button';

/** Copies a text as it is when pressed, and says so in its place. */
export function CopyButton(props: { label?: string; text: () => string }) {
  const outcome = useSignal<'copied' | 'refused' | undefined>(undefined);
  const copy = () =>
    navigator.clipboard.writeText(props.text()).then(
      () => {
        outcome.value = 'copied';
      },
      () => {
        outcome.value = 'refused';
      },
    );
  return (
    <>
      <Button kind="quiet" onClick={() => void copy()}>
        {props.label ?? i18n.t('run.copy')}
      </Button>
      <span class="hint" role="status">
        {outcome.value === 'copied' && i18n.t('run.copied')}
        {outcome.value === 'refused' && i18n.t('run.copyFailed')}
      </span>
    </>
  );
}
