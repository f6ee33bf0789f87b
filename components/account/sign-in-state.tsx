import type { SignInProgress } from '@/utils/account/sign-in-progress';
import { SignInFailure } from './sign-in-failure';
import { SignInWaiting } from './sign-in-waiting';

/** How a sign-in goes while a session is open: under way, or ended with nothing. */
export function SignInState(props: {
  progress: SignInProgress | undefined;
  /** Gives it up, or forgets how it ended. */
  onCancel: () => void;
}) {
  const { progress, onCancel } = props;
  switch (progress?.status) {
    case undefined:
      return null;
    case 'in-progress':
      return <SignInWaiting isWaiting onCancel={onCancel} />;
    case 'failed':
      return <SignInFailure error={progress.error} onDismiss={onCancel} />;
  }
}
