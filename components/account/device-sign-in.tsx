import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError, type ErrorDescription } from '@/utils/errors/describe-error';
import { formatTimeOfDay } from '@/utils/format/times';
import type { DeviceSignInModel, DeviceSignInState } from '@/utils/state/device-sign-in-model';
import { DeviceCode } from './device-code';
import { MayDo } from './may-do';

/** Signing in by a code, from asking for it to its end. It is given up when this goes away. */
export function DeviceSignIn(props: {
  model: DeviceSignInModel;
  billingOrganization: string | undefined;
}) {
  const { model } = props;
  const state = model.state.value;
  const section = useRef<HTMLElement>(null);
  useEffect(() => () => model.cancel(), [model]);
  // A button that has done its work goes away, and the focus would go with it.
  const start = () => {
    section.current?.focus();
    model.start();
  };
  const cancel = () => {
    section.current?.focus();
    model.cancel();
  };
  const isUnderWay = state.kind === 'asking' || state.kind === 'code';
  return (
    <section ref={section} class="device" tabIndex={-1} aria-labelledby="device-title">
      <h2 id="device-title">{i18n.t('device.title')}</h2>
      {state.kind === 'idle' && (
        <>
          <p>{i18n.t('device.intro')}</p>
          <MayDo billingOrganization={props.billingOrganization} />
        </>
      )}
      {state.kind === 'code' && <DeviceCode code={state} />}
      {state.kind === 'failed' && <ErrorNotice description={describe(state.error)} />}
      <p class="hint" role="status">
        {statusOf(state)}
      </p>
      <div class="row">
        {isUnderWay && <Button onClick={cancel}>{i18n.t('device.cancel')}</Button>}
        {(state.kind === 'idle' || state.kind === 'failed') && (
          <Button kind="primary" onClick={start}>
            {state.kind === 'idle' ? i18n.t('device.getCode') : i18n.t('device.newCode')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Said to screen readers once for each state; the eye has the countdown. A failure is an alert of its own. */
function statusOf(state: DeviceSignInState): ComponentChildren {
  switch (state.kind) {
    case 'asking':
      return i18n.t('device.asking');
    case 'code':
      return (
        <>
          <span class="unseen">
            {i18n.t('device.ready', { time: formatTimeOfDay(state.expiresAt) })}{' '}
          </span>
          {i18n.t('device.keepOpen')}
        </>
      );
    case 'signed-in':
      return i18n.t('device.signedIn');
    case 'idle':
    case 'failed':
      return '';
  }
}

function describe(error: CompanionError): ErrorDescription {
  // Here it is a code that was lost, not a window that may still be open.
  return error.kind === 'sign-in-interrupted'
    ? {
        title: i18n.t('device.interruptedTitle'),
        detail: i18n.t('device.interruptedDetail'),
        next: [],
      }
    : describeError(error);
}
