import { i18n } from '#i18n';
import type { SignInProgress } from '@/utils/account/sign-in-progress';
import { ErrorNotice } from '@/components/ui/notice';
import { describeError } from '@/utils/errors/describe-error';

/** One button, one line on what it may do, and how the last try ended. */
export function SignInCard(props: {
  progress: SignInProgress | undefined;
  onSignIn: () => void;
  /** Said above the button, such as what goes on after it. */
  lead?: string;
}) {
  const { progress } = props;
  const isWaiting = progress?.status === 'in-progress';
  return (
    <section class="sign-in">
      {progress?.status === 'failed' && <ErrorNotice description={describeError(progress.error)} />}
      {props.lead && <p>{props.lead}</p>}
      <button
        type="button"
        class="button button-primary button-wide"
        disabled={isWaiting}
        onClick={props.onSignIn}
      >
        {i18n.t('account.signIn')}
      </button>
      <p class="hint" role="status">
        {isWaiting && `${i18n.t('account.signingIn')} ${i18n.t('account.signingInHint')}`}
      </p>
      {!isWaiting && <p class="hint">{i18n.t('account.mayDo')}</p>}
      <p class="hint">{i18n.t('account.notAffiliated')}</p>
    </section>
  );
}
