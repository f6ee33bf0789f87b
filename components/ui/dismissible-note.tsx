import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';

/** Something worth knowing, said until it is dismissed. */
export function DismissibleNote(props: { children: ComponentChildren; onDismiss: () => void }) {
  return (
    <div class="notice" role="status">
      <p>{props.children}</p>
      <button type="button" class="button button-quiet" onClick={props.onDismiss}>
        {i18n.t('account.dismiss')}
      </button>
    </div>
  );
}
