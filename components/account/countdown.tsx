import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatCountdown } from '@/utils/format/times';

/** How long something is still good for. Silent to screen readers, which would hear every second of it. */
export function Countdown(props: {
  /** Epoch milliseconds. */
  to: number;
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
      {i18n.t('device.expiresIn', { time: formatCountdown(props.to - now.value) })}
    </span>
  );
}
