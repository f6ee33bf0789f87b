import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { Settled } from '@/utils/surfaces/welcome-steps';

/** A step of the first run: open, done, or passed over and shut until it is wanted after all. */
export function Step(props: {
  /** Its address on the page. */
  id: string;
  number: number;
  title: string;
  settled: Settled | undefined;
  onSkip: () => void;
  onReopen: () => void;
  children: ComponentChildren;
}) {
  const { number, title, settled } = props;
  const item = useKeptFocus<HTMLLIElement>();
  const headingId = useId();
  return (
    <li
      ref={item}
      id={props.id}
      class={`step ${settled ? `step-${settled}` : ''}`}
      tabIndex={-1}
      aria-labelledby={headingId}
    >
      <div class="step-head">
        <span class="step-mark" aria-hidden="true">
          {settled === 'done' ? <Icon name="check" /> : number}
        </span>
        <h2 id={headingId}>{title}</h2>
        <p class="hint step-state" role="status">
          {settled === 'done' && i18n.t('welcome.done')}
          {settled === 'skipped' && i18n.t('welcome.skipped')}
        </p>
        {settled === undefined && (
          <Button kind="quiet" aria-describedby={headingId} onClick={props.onSkip}>
            {i18n.t('welcome.skip')}
          </Button>
        )}
        {settled === 'skipped' && (
          <Button kind="quiet" aria-describedby={headingId} onClick={props.onReopen}>
            {i18n.t('welcome.reopen')}
          </Button>
        )}
      </div>
      {settled !== 'skipped' && <div class="step-body">{props.children}</div>}
    </li>
  );
}
