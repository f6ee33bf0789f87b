import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatCountdown } from '@/utils/format/times';

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
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now();
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span class="hint" aria-hidden="true">
      {props.words(formatCountdown(props.to - now.value))}
    </span>
  );
}
