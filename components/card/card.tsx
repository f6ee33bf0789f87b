import { useComputed, useSignal, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ReceiptLine } from '@/components/money/receipt-line';
import { AnnouncedAnswer } from '@/components/run/announced-answer';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { actionTitle } from '@/utils/actions/action-title';
import type { ActionId } from '@/utils/actions/action';
import { hasEnded, type RunState } from '@/utils/runs/run';
import { CardAnswer } from './card-answer';
import type { CardRun } from './card-run';
import { cardWords } from './card-words';
import { useMoving, type Distance } from './use-moving';

/** What a card can do, each at a press of the person. */
export interface CardControls {
  stop: () => void;
  more: () => void;
  close: () => void;
  /** @returns whether the clipboard has it now */
  copy: (answer: string) => Promise<boolean>;
  /**
   * By CSS pixels.
   *
   * @returns how far it went: it stays in the viewport
   */
  moveBy: (by: Distance) => Distance;
}

/** The answer to one action, next to the selection. There is nothing to type, to decide or to pay here. */
export function Card(props: {
  action: ActionId;
  run: ReadonlySignal<CardRun>;
  controls: CardControls;
}) {
  const { controls } = props;
  const { answer, state, seams, receipt } = props.run.value;
  const isOver = hasEnded(state as RunState);
  const told = useComputed(() => props.run.value.answer);
  const moving = useMoving(controls.moveBy);
  return (
    <>
      <header class="card-bar" {...moving.bar}>
        <button
          type="button"
          data-moves
          class="card-handle"
          aria-label={i18n.t('card.move')}
          {...moving.handle}
        >
          <Icon name="move" />
        </button>
        <h2>{actionTitle(props.action)}</h2>
        <Button
          kind="quiet"
          icon="close"
          class="card-close"
          aria-label={i18n.t('card.close')}
          onClick={controls.close}
        />
      </header>
      <div class="card-body">
        {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- scrolls: the keyboard must reach it */}
        <section
          class="card-answer answer"
          aria-label={i18n.t('run.answer')}
          aria-busy={!isOver}
          tabIndex={answer === '' ? undefined : 0}
        >
          {answer !== '' && <CardAnswer answer={answer} seams={seams} isBusy={!isOver} />}
        </section>
        {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
        {isOver && receipt && <ReceiptLine receipt={receipt} />}
      </div>
      <AnnouncedAnswer answer={told} isBusy={!isOver} known={0} />
      <footer class="card-foot">
        <p class="hint" role="status">
          {cardWords(state, answer !== '')}
        </p>
        <CardButtons
          answer={answer}
          controls={controls}
          isOver={isOver}
          isHeld={state.kind === 'held'}
        />
      </footer>
    </>
  );
}

function CardButtons(props: {
  answer: string;
  controls: CardControls;
  isOver: boolean;
  isHeld: boolean;
}) {
  const { controls, answer } = props;
  const isCopied = useSignal<boolean | undefined>(undefined);
  const copy = async () => {
    isCopied.value = await controls.copy(answer);
  };
  return (
    <div class="row">
      {!props.isOver && !props.isHeld && <StopButton onStop={controls.stop} />}
      {props.isOver && answer !== '' && (
        <Button onClick={() => void copy()}>{i18n.t('run.copy')}</Button>
      )}
      <Button kind="quiet" onClick={controls.more}>
        {i18n.t('card.more')}
      </Button>
      <span class="hint" role="status">
        {isCopied.value !== undefined &&
          (isCopied.value ? i18n.t('run.copied') : i18n.t('run.copyFailed'))}
      </span>
    </div>
  );
}

/** Goes when there is nothing to stop any more, and leaves the focus to the card. */
function StopButton(props: { onStop: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const { current } = button;
    return () => {
      const root = current?.getRootNode();
      const isFocused = root instanceof ShadowRoot && root.activeElement === current;
      if (isFocused) current?.closest<HTMLElement>('[role="dialog"]')?.focus();
    };
  }, []);
  return (
    <Button ref={button} onClick={props.onStop}>
      {i18n.t('run.stop')}
    </Button>
  );
}
