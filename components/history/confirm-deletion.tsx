import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { useKeptFocus } from '@/components/ui/use-kept-focus';

/** A button that deletes, once it was pressed again: what it deletes cannot be brought back. */
export function ConfirmDeletion(props: {
  label: string;
  /** Its accessible name, where the label alone would be that of others too. */
  name?: string;
  question: string;
  /** The first press: the question may have to be made up. */
  onAsk?: () => void;
  onConfirm: () => void;
}) {
  const isAsking = useSignal(false);
  const group = useKeptFocus<HTMLDivElement>();
  const questionId = useId();
  const keep = () => {
    isAsking.value = false;
  };
  if (!isAsking.value) {
    return (
      <div key="ask" ref={group} class="row">
        <Button
          kind="quiet"
          aria-label={props.name}
          onClick={() => {
            props.onAsk?.();
            isAsking.value = true;
          }}
        >
          {props.label}
        </Button>
      </div>
    );
  }
  return (
    // An element of its own, so that the focus comes here first: on a button that had become the one that
    // deletes, a key that repeats would press it. Keys of its buttons bubble.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <div
      key="answer"
      ref={group}
      class="row"
      role="group"
      tabIndex={-1}
      aria-labelledby={questionId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // It takes back this, and nothing around it.
        event.preventDefault();
        keep();
      }}
    >
      <span id={questionId}>{props.question}</span>
      <Button
        kind="danger"
        onClick={() => {
          keep();
          props.onConfirm();
        }}
      >
        {i18n.t('history.delete')}
      </Button>
      <Button onClick={keep}>{i18n.t('history.keep')}</Button>
    </div>
  );
}
