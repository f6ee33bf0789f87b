import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { lazy } from '@/components/ui/lazy';
import type { RunControls } from './run-controls';

const SentText = lazy(() => import('./sent-text').then((module) => module.SentText));

/** What was sent, folded away; it is asked for when it is opened. */
export function SentDetails(props: { runId: string; controls: RunControls }) {
  const isOpen = useSignal(false);
  return (
    <details
      class="sent"
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{i18n.t('sent.title')}</summary>
      {isOpen.value && <SentText {...props} />}
    </details>
  );
}
