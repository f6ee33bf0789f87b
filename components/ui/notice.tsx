import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ErrorDescription } from '@/utils/errors/describe-error';
import { PageActions } from './page-actions';
import { PageLink } from './page-link';

/** An error in words, announced at once, with the control that helps. A sign-in that helps is its owner's to offer. */
export function ErrorNotice(props: {
  description: ErrorDescription;
  /** What a person has decided is told as calmly as anything else. */
  isCalm?: boolean;
  /** Offers to take the notice away. */
  onDismiss?: () => void;
}) {
  const { title, detail, next } = props.description;
  const { allowHosts } = useContext(PageActions);
  return (
    <div class={props.isCalm ? 'notice' : 'notice notice-error'} role="alert">
      <p class="notice-title">{title}</p>
      <p>{detail}</p>
      <div class="row">
        {next?.kind === 'link' && <PageLink href={next.href}>{next.label}</PageLink>}
        {next?.kind === 'allow-hosts' && (
          <button type="button" class="button" onClick={allowHosts}>
            {i18n.t('error.hostAccessMissing.allow')}
          </button>
        )}
        {props.onDismiss && (
          <button type="button" class="button button-quiet" onClick={props.onDismiss}>
            {i18n.t('account.dismiss')}
          </button>
        )}
      </div>
    </div>
  );
}

/** Something worth knowing that is not an error. */
export function Note(props: { children: ComponentChildren }) {
  return <p class="notice notice-note">{props.children}</p>;
}
