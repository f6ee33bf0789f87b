import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { signInChoices } from '@/components/account/sign-in-choices';
import { LaterConversation } from '@/components/run/later-conversation';
import { lazy } from '@/components/ui/lazy';
import { Note } from '@/components/ui/notice';
import { RequestFailure } from '@/components/ui/request-failure';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import { hubLinks } from '@/utils/config/hub-links';
import { redirectUri } from '@/utils/config/redirect-uri';
import { request } from '@/utils/messaging/request-client';
import { hasEnded, isUnderWay } from '@/utils/runs/run';
import type { AppModel } from '@/utils/state/app-model';
import { createFaultModel } from '@/utils/state/fault-model';
import { chooseEndpoint } from '@/utils/state/endpoint-controls';
import { createRunControls } from '@/utils/state/run-controls';
import type { RunModel } from '@/utils/state/run-model';
import { createSessionControls } from '@/utils/state/session-controls';
import { hasSignInWindow } from '@/utils/surfaces/sign-in-window';

const SetupGuide = lazy(() =>
  import('@/components/account/setup-guide').then((module) => module.SetupGuide),
);
const SignInCard = lazy(() =>
  import('@/components/account/sign-in-card').then((module) => module.SignInCard),
);
const EndpointOffer = lazy(() =>
  import('@/components/endpoint/endpoint-offer').then((module) => module.EndpointOffer),
);
const FollowedEnd = lazy(() =>
  import('@/components/run/followed-end').then((module) => module.FollowedEnd),
);
const FaultNotices = lazy(() =>
  import('@/components/ui/fault-notices').then((module) => module.FaultNotices),
);
const FollowUpNote = lazy(() => import('./follow-up-note').then((module) => module.FollowUpNote));
const PanelHistory = lazy(() => import('./panel-history').then((module) => module.PanelHistory));

/** Loads what the panel shows first to who is not signed in, so that nothing comes after it. */
export async function loadFirstView({ account, configuration }: AppModel): Promise<void> {
  if (account.value) return;
  await (configuration.value.clientId ? SignInCard.load() : SetupGuide.load());
}

/** The panel: the newest run of its window, or what is missing before there can be one. */
export function PanelApp(props: { app: AppModel; runs: RunModel; windowId: number }) {
  const { app, runs } = props;
  const faults = useMemo(createFaultModel, []);
  const run = runs.run.value;
  const isHistoryOpen = useSignal(false);
  const main = useRef<HTMLElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  // It stands below what an answer ends with, and later than that it would move it.
  useEffect(() => void FollowUpNote.load(), []);
  const turnTo = (isHistory: boolean) => {
    isHistoryOpen.value = isHistory;
  };
  useEffect(() => {
    // Whoever starts a run wants to see it.
    if (run && !hasEnded(run.state)) isHistoryOpen.value = false;
  }, [run?.id]);
  const isHeld = run?.state.kind === 'held';
  const gate = (
    <Gate
      app={app}
      {...(isHeld
        ? { signInFor: i18n.t('run.holdSignIn'), setUpFor: i18n.t('run.holdSetup') }
        : {})}
    />
  );
  return (
    <>
      <header class="panel-bar">
        <h1 class="unseen">{i18n.t('extension.name')}</h1>
        <Button ref={toggle} kind="quiet" onClick={() => turnTo(!isHistoryOpen.value)}>
          {isHistoryOpen.value ? i18n.t('history.back') : i18n.t('history.title')}
        </Button>
      </header>
      <main ref={main} tabIndex={-1}>
        <FaultNotices model={faults} />
        {isHistoryOpen.value ? (
          <PanelHistory
            app={app}
            runs={runs}
            windowId={props.windowId}
            gate={
              <Gate
                app={app}
                signInFor={i18n.t('history.signedOut')}
                setUpFor={i18n.t('history.signedOut')}
              />
            }
            onBack={() => {
              turnTo(false);
              toggle.current?.focus();
            }}
            onShown={() => {
              turnTo(false);
              main.current?.focus();
            }}
          />
        ) : run ? (
          <>
            <LaterConversation
              run={run}
              earlier={runs.earlier.value}
              answer={runs.answer}
              reasoning={runs.reasoning}
              controls={createRunControls(runs, props.windowId)}
              gate={gate}
              hasQuote
              hasFollowUp
              followUpNote={<FollowUpNote app={app} runs={runs} run={run} />}
            />
            <FollowedEnd
              isGrowing={isUnderWay(run.state)}
              onLeave={() => main.current?.focus({ preventScroll: true })}
            />
          </>
        ) : (
          <section class="empty">
            <h2 class="title">{i18n.t('run.emptyTitle')}</h2>
            <p>{i18n.t('run.emptyHint')}</p>
            {gate}
          </section>
        )}
      </main>
    </>
  );
}

/** What stands between the person and a run; nothing when they are signed in. */
function Gate(props: {
  app: AppModel;
  /** What needs a sign-in, in words; */
  signInFor?: string;
  /** and before that a client id. */
  setUpFor?: string;
}) {
  const { signInFor: lead } = props;
  const failure = useRequestFailure();
  const session = createSessionControls(failure.attempt);
  const { inUse, account, accounts, configuration, signIn } = props.app;
  const { clientId, scopes, providerOrigin } = configuration.value;
  // Who uses an endpoint of their own needs to sign in for certain things alone.
  if (account.value || (props.app.endpoint.value && !lead)) return null;
  const offer = (
    <>
      <RequestFailure error={failure.error} />
      <EndpointOffer
        endpoints={props.app.endpoints.value}
        onUse={(endpoint) => void failure.attempt(chooseEndpoint(props.app, endpoint))}
      />
    </>
  );
  if (!clientId) {
    return (
      <>
        {props.setUpFor && <Note>{props.setUpFor}</Note>}
        <SetupGuide
          redirectUri={redirectUri()}
          scopes={scopes}
          newAppUrl={hubLinks(providerOrigin).newOAuthApp}
          onSave={(pasted) => request('settings.set-client-id', { clientId: pasted })}
        />
        {offer}
      </>
    );
  }
  return (
    <>
      <SignInCard
        progress={signIn.value}
        choices={signInChoices(accounts.value, inUse.value)}
        billingOrganization={configuration.value.billingOrganization}
        hasWindow={hasSignInWindow()}
        onSignIn={session.onSignIn}
        onCancel={session.onCancel}
        onSwitch={session.onSwitch}
        {...(lead ? { lead } : {})}
      />
      {offer}
    </>
  );
}
