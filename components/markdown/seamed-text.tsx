import { Fragment } from 'preact';
import { SEAM } from '@/utils/markdown/seams';

/** Text, with a small mark where the answer was continued. */
export function SeamedText(props: { text: string; label: string }) {
  if (!props.text.includes(SEAM)) return props.text;
  return props.text.split(SEAM).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && (
        <span class="md-seam" role="img" aria-label={props.label} title={props.label} />
      )}
      {part}
    </Fragment>
  ));
}
