import { useEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { i18n } from '#i18n';

/** A button for the next page of a list, which scrolling to it presses as well. */
export function MoreRows(props: {
  /** How many there are: with more of them the button may still be in sight. */
  shown: number;
  onMore: () => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) props.onMore();
    });
    if (button.current) observer.observe(button.current);
    return () => observer.disconnect();
  }, [props.shown]);
  return (
    <Button ref={button} class="button-wide" onClick={props.onMore}>
      {i18n.t('history.more')}
    </Button>
  );
}
