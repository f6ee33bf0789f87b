import { formatCountdown } from '@/utils/format/times';
import { useNow } from './use-now';

/**
 * How long it is until a moment. Silent to screen readers, which would hear every second of it: the words
 * around it must name the moment.
 */
export function Countdown(props: {
  /** Epoch milliseconds. */
  to: number;
  /** Puts what is left, as 4:32, into words. */
  words: (time: string) => string;
}) {
  const now = useNow();
  return (
    <span class="hint" aria-hidden="true">
      {props.words(formatCountdown(props.to - now.value))}
    </span>
  );
}
