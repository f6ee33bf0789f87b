import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Button } from './button';

/** Something worth knowing, said until it is dismissed. */
export function DismissibleNote(props: { children: ComponentChildren; onDismiss: () => void }) {
  return (
    <div class="notice" role="status">
      <p>{props.children}</p>
      <Button kind="quiet" onClick={props.onDismiss}>
        {i18n.t('account.dismiss')}
      </Button>
    </div>
  );
}
