import { i18n } from '#i18n';
import type { SignInProgress } from '@/utils/account/sign-in-progress';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError, type ErrorDescription } from '@/utils/errors/describe-error';
import { SignInFailure } from './sign-in-failure';
import { SignInWaiting } from './sign-in-waiting';

/** How a sign-in goes while a session is open: under way, or ended with nothing. */
export function SignInState(props: {
  progress: SignInProgress | undefined;
  /** Gives it up, or forgets how it ended. */
  onCancel: () => void;
}) {
  const { progress, onCancel } = props;
  return (
    <>
      <SignInWaiting isWaiting={progress?.status === 'in-progress'} onCancel={onCancel} />
      {progress?.status === 'failed' && (
        <SignInFailure
          error={progress.error}
          description={describe(progress.error)}
          onDismiss={onCancel}
        />
      )}
    </>
  );
}

/** Whoever has a session has lost nothing by a decision, and need not sign in again. */
function describe(error: CompanionError): ErrorDescription {
  if (error.kind === 'sign-in-denied') {
    return {
      title: i18n.t('account.declinedTitle'),
      detail: i18n.t('account.declinedDetail'),
      next: [],
    };
  }
  const description = describeError(error);
  return error.kind === 'sign-in-cancelled'
    ? { title: description.title, detail: i18n.t('account.cancelledDetail'), next: [] }
    : description;
}
