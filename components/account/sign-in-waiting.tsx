import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';

/** Says that the sign-in goes on in its window, and gives it up on demand. Speaks from where it stood silent. */
export function SignInWaiting(props: { isWaiting: boolean; onCancel: () => void }) {
  const statusId = useId();
  return (
    <div class="sign-in-waiting">
      <p class="hint" role="status" id={statusId}>
        {props.isWaiting && `${i18n.t('account.signingIn')} ${i18n.t('account.signingInHint')}`}
      </p>
      {props.isWaiting && (
        <Button aria-describedby={statusId} onClick={props.onCancel}>
          {i18n.t('account.cancel')}
        </Button>
      )}
    </div>
  );
}
