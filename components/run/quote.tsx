import { i18n } from '#i18n';
import { PageLink } from '@/components/ui/page-link';
import { formatCount } from '@/utils/format/numbers';
import { plural } from '@/utils/format/plural';
import type { RunHead } from '@/utils/runs/run';
import { linkToText } from '@/utils/text/link-to-text';

/** The text a run works on, the way back to where it was taken from, and how much of it is used. */
export function Quote(props: { run: RunHead }) {
  const { run } = props;
  const isPartSent = run.sentCharacters !== null && run.sentCharacters < run.textLength;
  return (
    <figure class="quote">
      <SourceLink run={run} />
      {/* Scrolls, so it must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region */}
      <blockquote aria-label={i18n.t('run.quote')} tabIndex={0} dir="auto">
        {run.quote}
        {run.quote.length < run.textLength && ' …'}
      </blockquote>
      <figcaption class="hint">
        {isPartSent
          ? plural('run.sentPart', run.textLength, { sent: formatCount(run.sentCharacters ?? 0) })
          : plural('run.characters', run.textLength)}
        {run.isSelectionCut && ` ${plural('run.selectionCut', run.textLength)}`}
      </figcaption>
    </figure>
  );
}

/** The page's title and host, as a link to the quoted words on it. */
function SourceLink({ run: { page, quote, textLength, isSelectionCut } }: { run: RunHead }) {
  const isWhole = quote.length === textLength && !isSelectionCut;
  const href = page && linkToText(page.url, quote, isWhole);
  if (!href) return null;
  return (
    <PageLink href={href} class="quote-page">
      <span class="quote-page-title" dir="auto">
        {page.title}
      </span>{' '}
      <span class="hint">{new URL(href).host}</span>
    </PageLink>
  );
}
