import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { PageLink } from '@/components/ui/page-link';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { Account } from '@/utils/account/account';
import type { SignInProgress } from '@/utils/account/sign-in-progress';
import { AccountButtons } from './account-buttons';
import { MayDo } from './may-do';
import type { SignInChoices } from './sign-in-choices';
import { SignInFailure } from './sign-in-failure';
import { SignInWaiting } from './sign-in-waiting';

/** Where a code is got to sign in with. */
const CODE_PAGE = '/options.html#code';
/** Where what a server refuses to know can be put right. */
const APPLICATION_PAGE = '/options.html#application';

/** One button, one line on what it may do, how the last try ended, and who needs no sign-in. */
export function SignInCard(props: {
  progress: SignInProgress | undefined;
  choices: SignInChoices;
  billingOrganization: string | undefined;
  /** Whether this browser can open a sign-in window; otherwise a code is the way. */
  hasWindow: boolean;
  onSignIn: () => void;
  onCancel: () => void;
  onSwitch: (account: Account) => void;
  /** Said above the button, such as what goes on after it. */
  lead?: string;
}) {
  const { progress, hasWindow } = props;
  const { again, others } = props.choices;
  const section = useKeptFocus<HTMLElement>();
  const isWaiting = progress?.status === 'in-progress';
  const error = progress?.status === 'failed' ? progress.error : undefined;
  return (
    <section ref={section} class="sign-in">
      {error && (
        <SignInFailure
          error={error}
          isWithoutLink={!hasWindow && error.kind !== 'sign-in-failed'}
        />
      )}
      {props.lead && <p>{props.lead}</p>}
      {hasWindow ? (
        <Button kind="primary" class="button-wide" disabled={isWaiting} onClick={props.onSignIn}>
          {again
            ? i18n.t('account.signInAgain', { name: again.fullName })
            : i18n.t('account.signIn')}
        </Button>
      ) : (
        <PageLink class="button button-primary button-wide" href={CODE_PAGE}>
          {i18n.t('account.useCode')}
        </PageLink>
      )}
      <SignInWaiting isWaiting={isWaiting} onCancel={props.onCancel} />
      {!isWaiting && <MayDo billingOrganization={props.billingOrganization} />}
      {others.length > 0 && (
        <>
          <p aria-hidden="true">{i18n.t('account.goOnAs')}</p>
          <AccountButtons
            label={i18n.t('account.goOnAs')}
            accounts={others}
            onChoose={props.onSwitch}
          />
        </>
      )}
      <p class="hint">
        {i18n.t('account.notAffiliated')}{' '}
        {error?.kind !== 'sign-in-failed' && (
          <PageLink href={APPLICATION_PAGE}>{i18n.t('account.checkApp')}</PageLink>
        )}
      </p>
    </section>
  );
}
