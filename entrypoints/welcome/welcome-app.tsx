import { i18n } from '#i18n';
import { RequestFailure } from '@/components/ui/request-failure';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import { Step } from '@/components/welcome/step';
import type { AppModel } from '@/utils/state/app-model';
import type { RunModel } from '@/utils/state/run-model';
import type { WelcomeModel } from '@/utils/state/welcome-model';
import { WELCOME_STEPS, type Settled, type WelcomeStep } from '@/utils/surfaces/welcome-steps';
import { AllDone } from './all-done';
import { PinStep } from './pin-step';
import { SignInStep } from './sign-in-step';
import { TryStep } from './try-step';

/** The first run: sign in, pin, try, in any order. */
export function WelcomeApp(props: {
  app: AppModel;
  runs: RunModel;
  windowId: number;
  welcome: WelcomeModel;
}) {
  const { app, welcome } = props;
  const failure = useRequestFailure();
  const settled = welcome.settled.value;
  const settle = (step: WelcomeStep, as: Settled | undefined) =>
    void failure.attempt(welcome.settle(step, as));
  const stepProps = (step: WelcomeStep) => ({
    number: WELCOME_STEPS.indexOf(step) + 1,
    settled: settled[step],
    onSkip: () => settle(step, 'skipped'),
    onReopen: () => settle(step, undefined),
  });
  return (
    <main>
      <header class="welcome-head">
        <img src="/icon/128.png" alt="" width="56" height="56" />
        <h1>{i18n.t('welcome.title')}</h1>
        <p>{i18n.t('welcome.lead')}</p>
      </header>
      <RequestFailure error={failure.error} />
      <ol class="steps">
        <Step id="sign-in" title={i18n.t('welcome.signIn')} {...stepProps('signIn')}>
          <SignInStep app={app} />
        </Step>
        <Step id="pin" title={i18n.t('welcome.pin')} {...stepProps('pin')}>
          <PinStep
            isDone={settled.pin === 'done'}
            isSeen={welcome.isPinned.value !== undefined}
            onDone={() => settle('pin', 'done')}
          />
        </Step>
        <Step id="try" title={i18n.t('welcome.try')} {...stepProps('try')}>
          <TryStep
            app={app}
            runs={props.runs}
            windowId={props.windowId}
            onDone={() => {
              if (welcome.settled.peek().try !== 'done') settle('try', 'done');
            }}
          />
        </Step>
      </ol>
      {WELCOME_STEPS.every((step) => settled[step]) && <AllDone />}
    </main>
  );
}
