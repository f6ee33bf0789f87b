/** Follows the end of the page for a view. */
export interface EndFollower {
  /** Says whether the page grows by itself. */
  setGrowing: (isGrowing: boolean) => void;
  /** Goes to the end, and stays there. */
  goToEnd: () => void;
  stop: () => void;
}

/** Fractions of pixels are no distance. */
const NEAR_PX = 2;

/**
 * Scrolls to the end of the page as it grows by itself, from a moment at which the end was in sight until
 * the person scrolls up. What comes with the end of growing, like a receipt, is followed too, until the
 * person does something.
 *
 * @param onChange hears whether the end is out of sight and not followed, and whether the page is growing
 */
export function followEnd(onChange: (isAway: boolean, isGrowing: boolean) => void): EndFollower {
  const page = document.documentElement;
  const isAtEnd = () => page.scrollHeight - page.clientHeight - page.scrollTop <= NEAR_PX;
  let isGrowing = false;
  let isAtRest = true;
  let isFollowing = isAtEnd();
  let top = page.scrollTop;

  const tell = () => onChange(!isFollowing && !isAtEnd(), isGrowing);
  const goToEnd = () => {
    isFollowing = true;
    page.scrollTo({ top: page.scrollHeight, behavior: 'instant' });
    tell();
  };
  const onScroll = () => {
    if (isAtEnd()) isFollowing = true;
    else if (page.scrollTop < top) isFollowing = false;
    top = page.scrollTop;
    tell();
  };
  const onResize = () => {
    if (isAtEnd()) isFollowing = true;
    else if (isFollowing && !isAtRest) goToEnd();
    else isFollowing = false;
    tell();
  };
  const onInput = () => {
    isAtRest = !isGrowing;
  };
  const observer = new ResizeObserver(onResize);
  observer.observe(document.body);
  document.addEventListener('scroll', onScroll, { passive: true });
  document.addEventListener('pointerdown', onInput);
  document.addEventListener('keydown', onInput);
  return {
    setGrowing: (next) => {
      isGrowing = next;
      if (next) isAtRest = false;
      tell();
    },
    goToEnd,
    stop: () => {
      observer.disconnect();
      document.removeEventListener('scroll', onScroll);
      document.removeEventListener('pointerdown', onInput);
      document.removeEventListener('keydown', onInput);
    },
  };
}
