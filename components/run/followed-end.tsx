import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { followEnd, type EndFollower } from './follow-end';

/**
 * Keeps the end of the page in sight while the page grows, but only for who is there: whoever has scrolled
 * up keeps their place, and is offered the way to the end.
 */
export function FollowedEnd(props: {
  isGrowing: boolean;
  /** The control that had the focus goes away. */
  onLeave: () => void;
}) {
  const isOffered = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const follower = useRef<EndFollower>(undefined);
  useEffect(() => {
    const following = followEnd((isAway, isGrowing) => {
      // Nobody who reads something old is offered its end.
      if (isAway && (isGrowing || isOffered.value)) isOffered.value = true;
      else {
        if (button.current && button.current === document.activeElement) props.onLeave();
        isOffered.value = false;
      }
    });
    follower.current = following;
    return following.stop;
  }, []);
  useEffect(() => follower.current?.setGrowing(props.isGrowing), [props.isGrowing]);
  return isOffered.value ? (
    <Button ref={button} class="to-end" onClick={() => follower.current?.goToEnd()}>
      {i18n.t('run.toEnd')}
    </Button>
  ) : null;
}
