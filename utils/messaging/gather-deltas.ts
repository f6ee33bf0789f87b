import type { Run } from '@/utils/runs/run';

/** A frame: no view can show more often what has come. Milliseconds. */
const EVERY_MS = 16;

/** What an answer and its reasoning have grown by. */
interface Grown {
  text: string;
  reasoning: string;
}

/**
 * Gathers what runs grow by and tells it at most once a frame, the first at once: a message for each event
 * of a fast stream is most of what such a stream costs.
 */
export function gatherDeltas(tell: (run: Run, grown: Grown) => void) {
  const pending = new Map<Run, Grown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    const gathered = [...pending];
    pending.clear();
    for (const [run, grown] of gathered) tell(run, grown);
  };
  const tick = () => {
    timer = pending.size > 0 ? setTimeout(tick, EVERY_MS) : undefined;
    flush();
  };
  return {
    add: (run: Run, { text, reasoning }: Grown) => {
      const before = pending.get(run) ?? { text: '', reasoning: '' };
      pending.set(run, { text: before.text + text, reasoning: before.reasoning + reasoning });
      if (timer === undefined) tick();
    },
    /** Tells at once what has been gathered, so that something else can follow it. */
    flush,
  };
}
