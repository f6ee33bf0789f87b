import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatElapsed } from '@/utils/format/times';

/** How long something has been going on. Silent to screen readers, which would hear every second of it. */
export function Elapsed(props: {
  /** Epoch milliseconds. */
  since: number;
}) {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now();
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span class="hint elapsed" aria-hidden="true">
      {formatElapsed(now.value - props.since)}
    </span>
  );
}
