import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { SetupGuide } from '@/components/account/setup-guide';
import { SignInCard } from '@/components/account/sign-in-card';
import { RunView } from '@/components/run/run-view';
import { ErrorNotice, Note } from '@/components/ui/notice';
import { hubLinks } from '@/utils/config/hub-links';
import { redirectUri } from '@/utils/config/redirect-uri';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';
import { createRunControls } from '@/utils/state/run-controls';
import type { RunModel } from '@/utils/state/run-model';

/** The panel: the newest run of its window, or what is missing before there can be one. */
export function PanelApp(props: { app: AppModel; runs: RunModel }) {
  const { app, runs } = props;
  const error = useSignal<CompanionError | undefined>(undefined);
  const controls = createRunControls(runs, (result) => {
    error.value = result.error;
  });
  const run = runs.run.value;
  const gate = (
    <Gate
      app={app}
      lead={run ? i18n.t('run.holdSignIn') : undefined}
      onSignIn={controls.onSignIn}
    />
  );
  return (
    <main>
      {error.value && <ErrorNotice description={describeError(error.value)} />}
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
function Gate(props: { app: AppModel; lead: string | undefined; onSignIn: () => void }) {
  const { account, configuration, signIn } = props.app;
  const { clientId, scopes } = configuration.value;
  if (!clientId) {
    return (
      <>
        {props.lead && <Note>{i18n.t('run.holdSetup')}</Note>}
        <SetupGuide
          redirectUri={redirectUri()}
          scopes={scopes}
          newAppUrl={hubLinks.newOAuthApp}
          onSave={(pasted) => request('settings.set-client-id', { clientId: pasted })}
        />
      </>
    );
  }
  if (account.value) return null;
  return (
    <SignInCard
      progress={signIn.value}
      onSignIn={props.onSignIn}
      {...(props.lead ? { lead: props.lead } : {})}
    />
  );
}
