import { useNow } from '@/components/ui/use-now';
import { formatElapsed } from '@/utils/format/times';

/** How long something has been going on. Silent to screen readers, which would hear every second of it. */
export function Elapsed(props: {
  /** Epoch milliseconds. */
  since: number;
}) {
  const now = useNow();
  return (
    <span class="hint elapsed" aria-hidden="true">
      {formatElapsed(now.value - props.since)}
    </span>
  );
}
