import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { SetupGuide } from '@/components/account/setup-guide';
import { SignInCard } from '@/components/account/sign-in-card';
import { signInChoices } from '@/components/account/sign-in-choices';
import { precededBy } from '@/components/run/run-controls';
import { RunView } from '@/components/run/run-view';
import { Note } from '@/components/ui/notice';
import { RequestFailure, useRequestFailure } from '@/components/ui/request-failure';
import { hubLinks } from '@/utils/config/hub-links';
import { redirectUri } from '@/utils/config/redirect-uri';
import { request } from '@/utils/messaging/request-client';
import type { Result } from '@/utils/result';
import type { AppModel } from '@/utils/state/app-model';
import { createRunControls } from '@/utils/state/run-controls';
import type { RunModel } from '@/utils/state/run-model';
import { createSessionControls } from '@/utils/state/session-controls';
import { hasSignInWindow } from '@/utils/surfaces/sign-in-window';

/** The panel: the newest run of its window, or what is missing before there can be one. */
export function PanelApp(props: { app: AppModel; runs: RunModel }) {
  const { app, runs } = props;
  const failure = useRequestFailure();
  const controls = precededBy(
    () => failure.show(undefined),
    createRunControls(runs, (result) => failure.show(result.error)),
  );
  const run = runs.run.value;
  // What went wrong with another run is no news of this one.
  useEffect(() => failure.show(undefined), [run?.id]);
  const gate = (
    <Gate
      app={app}
      lead={run?.state.kind === 'held' ? i18n.t('run.holdSignIn') : undefined}
      attempt={failure.attempt}
    />
  );
  return (
    <main>
      <RequestFailure error={failure.error} />
      {run ? (
        <RunView run={run} answer={runs.answer} controls={controls} gate={gate} hasQuote />
      ) : (
        <section class="empty">
          <h1>{i18n.t('run.emptyTitle')}</h1>
          <p>{i18n.t('run.emptyHint')}</p>
          {gate}
        </section>
      )}
    </main>
  );
}

/** What stands between the person and a run; nothing when they are signed in. */
function Gate(props: {
  app: AppModel;
  lead: string | undefined;
  attempt: (answer: Promise<Result<unknown>>) => Promise<void>;
}) {
  const { lead } = props;
  const session = createSessionControls(props.attempt);
  const { inUse, account, accounts, configuration, signIn } = props.app;
  const { clientId, scopes, providerOrigin } = configuration.value;
  if (!clientId) {
    return (
      <>
        {lead && <Note>{i18n.t('run.holdSetup')}</Note>}
        <SetupGuide
          redirectUri={redirectUri()}
          scopes={scopes}
          newAppUrl={hubLinks(providerOrigin).newOAuthApp}
          onSave={(pasted) => request('settings.set-client-id', { clientId: pasted })}
        />
      </>
    );
  }
  if (account.value) return null;
  return (
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
  );
}
