import type { ComponentChildren } from 'preact';
import type { ErrorDescription } from '@/utils/errors/describe-error';

/** An error in words, announced at once, with the link that helps. A sign-in that helps is its owner's to offer. */
export function ErrorNotice(props: { description: ErrorDescription }) {
  const { title, detail, next } = props.description;
  return (
    <div class="notice notice-error" role="alert">
      <p class="notice-title">{title}</p>
      <p>{detail}</p>
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
