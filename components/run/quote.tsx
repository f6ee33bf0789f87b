import { i18n } from '#i18n';
import { formatCount } from '@/utils/format/numbers';
import { plural } from '@/utils/format/plural';
import type { RunHead } from '@/utils/runs/run';

/** The text a run works on, and in plain words how much of it is used. */
export function Quote(props: { run: RunHead }) {
  const { run } = props;
  const isPartSent = run.sentCharacters !== null && run.sentCharacters < run.textLength;
  return (
    <figure class="quote">
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
