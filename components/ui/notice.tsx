import type { ComponentChildren } from 'preact';
import type { ErrorDescription } from '@/utils/errors/describe-error';
import { i18n } from '#i18n';

/** An error in words, announced at once, with the one control that does something about it. */
export function ErrorNotice(props: {
  description: ErrorDescription;
  onSignIn?: (() => void) | undefined;
}) {
  const { title, detail, next } = props.description;
  return (
    <div class="notice notice-error" role="alert">
      <p class="notice-title">{title}</p>
      <p>{detail}</p>
      {next?.kind === 'sign-in' && props.onSignIn && (
        <button type="button" class="button" onClick={props.onSignIn}>
          {i18n.t('account.signIn')}
        </button>
      )}
      {next?.kind === 'link' && (
        <a href={next.href} target="_blank" rel="noreferrer">
          {next.label}
        </a>
      )}
    </div>
  );
}

/** Something worth knowing that is not an error. */
export function Note(props: { children: ComponentChildren }) {
  return <p class="notice notice-note">{props.children}</p>;
}
