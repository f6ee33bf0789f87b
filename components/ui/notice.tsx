import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { ErrorDescription } from '@/utils/errors/describe-error';
import { Button } from './button';
import { Countdown } from './countdown';
import { NextStepControl } from './next-step-control';
import { useIsDue } from './use-is-due';

/** An error in words, announced at once, with the controls that help. A sign-in that helps is its owner's to offer. */
export function ErrorNotice(props: {
  description: ErrorDescription;
  /** What a person has decided is told as calmly as anything else. */
  isCalm?: boolean;
  /** Offers to take the notice away. */
  onDismiss?: () => void;
}) {
  const { title, detail, next, retryAt } = props.description;
  const isDue = useIsDue(retryAt);
  return (
    <div class={props.isCalm ? 'notice' : 'notice notice-error'} role="alert">
      <p class="notice-title">{title}</p>
      <p>
        {detail}
        {retryAt !== undefined && !isDue && (
          <>
            {' '}
            <Countdown to={retryAt} words={(time) => i18n.t('error.retry.left', { time })} />
          </>
        )}
      </p>
      <div class="row">
        {next.map((step, index) => (
          <NextStepControl key={index} step={step} />
        ))}
        {props.onDismiss && (
          <Button kind="quiet" onClick={props.onDismiss}>
            {i18n.t('account.dismiss')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Something worth knowing that is not an error. */
export function Note(props: { kind?: 'success' | 'warning'; children: ComponentChildren }) {
  return (
    <div class={props.kind ? `notice notice-${props.kind}` : 'notice notice-note'}>
      {props.children}
    </div>
  );
}
