import type { ComponentChildren } from 'preact';
import { namesOtherHost } from '@/utils/markdown/names-other-host';
import { safeUrl } from '@/utils/markdown/safe-url';

interface SafeLinkProps {
  readonly href: string;
  /** The link's text as it was written, to see whether it names another host. */
  readonly text: string;
  readonly children: ComponentChildren;
}

/**
 * A link that opens elsewhere, with its real host as title, and beside it if its text names
 * another one. An address that `safeUrl` refuses leaves the text alone.
 */
export function SafeLink({ href, text, children }: SafeLinkProps) {
  const url = safeUrl(href);
  if (url === undefined) return <>{children}</>;
  const { host, pathname } = new URL(url);
  return (
    <>
      <a href={url} title={host || pathname} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
      {host && namesOtherHost(text, host) && <span class="md-host"> ({host})</span>}
    </>
  );
}
