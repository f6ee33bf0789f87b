import type { CardEvent, CardHead } from '@/utils/card/card-channel';

/** What a card shows. */
export interface CardRun extends CardHead {
  answer: string;
}

/** As it is shown before anything was heard. */
export const BEGINNING: CardRun = {
  answer: '',
  state: { kind: 'preparing' },
  seams: [],
  receipt: null,
};

/** What a card shows after an event that is not its end. */
export function afterEvent(run: CardRun, event: Exclude<CardEvent, { kind: 'gone' }>): CardRun {
  if (event.kind === 'delta') return { ...run, answer: run.answer + event.text };
  const { kind: _, ...change } = event;
  return { ...run, ...change };
}
