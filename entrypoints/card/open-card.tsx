import { signal } from '@preact/signals';
import { render } from 'preact';
import { Card, type CardControls } from '@/components/card/card';
import { afterEvent, BEGINNING } from '@/components/card/card-run';
import { cardStyle, hostStyle } from '@/components/card/card-style';
import { answerAsText } from '@/components/run/answer-as-text';
import { i18n } from '#i18n';
import { actionTitle } from '@/utils/actions/action-title';
import type { CardInvitation } from '@/utils/card/card-channel';
import { attachHost } from '@/utils/card/card-host';
import { openCardPort } from '@/utils/card/card-port';
import { copyText } from '@/utils/card/copy-text';
import { guardEvents } from '@/utils/card/guard-events';
import { keepInPlace } from '@/utils/card/keep-in-place';
import { selectionAnchor } from '@/utils/card/selection-anchor';
import { watchTampering } from '@/utils/card/watch-tampering';
import { hasEnded, type RunState } from '@/utils/runs/run';

/** What our own scripts in this document share. A page's own have another `globalThis`. */
const shared = globalThis as {
  companionInvitation?: CardInvitation | undefined;
  /** Closes the card that shows. */
  companionCard?: (() => void) | undefined;
};

/**
 * Shows the run of the invitation that was left in this document.
 *
 * @returns whether the card shows; not where it would stand on what is selected
 */
export function openCard(): boolean {
  const { companionInvitation: invitation } = shared;
  shared.companionInvitation = undefined;
  if (!invitation) return false;
  shared.companionCard?.();
  const anchor = selectionAnchor();
  const host = attachHost(anchor.container);
  if (!host) return false;

  const run = signal(BEGINNING);
  const isOver = () => hasEnded(run.value.state as RunState);
  const returnTo = focusedElement();
  const sheet = document.createElement('style');
  const card = document.createElement('div');
  host.root.append(sheet, card);
  sheet.textContent = hostStyle;
  const rem = parseFloat(getComputedStyle(host.element).fontSize);
  sheet.textContent = cardStyle(rem);
  card.className = 'card-root';
  const place = keepInPlace(card, anchor, rem);
  if (!place) {
    host.element.remove();
    return false;
  }
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const showTheme = () => {
    const ofSystem = dark.matches ? 'dark' : 'light';
    card.dataset['theme'] = invitation.theme === 'system' ? ofSystem : invitation.theme;
  };
  showTheme();
  card.lang = i18n.t('extension.language');
  card.dir = i18n.t('extension.direction');
  card.role = 'dialog';
  card.ariaLabel = i18n.t('card.name', { action: actionTitle(invitation.action) });
  card.tabIndex = -1;

  const close = () => {
    const hadFocus = document.activeElement === host.element;
    for (const end of ends) end();
    host.element.remove();
    port.close();
    shared.companionCard = undefined;
    if (hadFocus) giveFocus(returnTo);
  };
  const tellSeen = () => {
    if (isOver() && document.visibilityState === 'visible') port.say('seen');
  };
  const port = openCardPort(
    invitation.ticket,
    (event) => {
      if (event.kind === 'gone') return close();
      run.value = afterEvent(run.value, event);
      if (event.kind !== 'delta') tellSeen();
    },
    () => !isOver(),
  );
  const controls: CardControls = {
    stop: () => port.say('stop'),
    more: () => {
      port.say('more');
      close();
    },
    close,
    copy: (answer) => copyText(answerAsText(answer)),
    moveBy: place.moveBy,
  };
  const ends = [
    place.end,
    watchTampering(host, card, close),
    guardEvents(host, card, close),
    listen(dark, 'change', showTheme),
    listen(document, 'visibilitychange', tellSeen),
    // A page that is kept for the way back has lost its port.
    listen(globalThis, 'pagehide', close),
  ];
  shared.companionCard = close;
  render(<Card action={invitation.action} run={run} controls={controls} />, card);
  card.focus({ preventScroll: true });
  return true;
}

function listen(target: EventTarget, type: string, listener: () => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}

/** The one that has the focus, also within open roots of the page. */
function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

function giveFocus(element: Element | null): void {
  if (element instanceof HTMLElement || element instanceof SVGElement) {
    element.focus({ preventScroll: true });
  }
}
