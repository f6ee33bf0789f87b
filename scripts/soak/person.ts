import { setTimeout as delay } from 'node:timers/promises';
import { hasEnded, type RunId, type RunState } from '../../utils/runs/run.ts';
import type { Diary } from './diary.ts';
import { keyOf, numberedQuestion, numberedText } from './numbered-text.ts';
import { randomFault } from './random-fault.ts';
import type { Soak } from './soak.ts';

/** Whoever waits longer for a streaming answer presses Stop. Milliseconds. */
const PATIENCE_MS = 5_000;

/** Nothing may take longer, in a queue either. Milliseconds. */
const LONGEST_MS = 60_000;

/** One after the other, what a person does with a run before they start another. */
const LONGEST_PURSUIT = 4;

let texts = 0;
let questions = 0;

/** A run that somebody is at. */
interface Pursued {
  readonly id: RunId;
  /** Number of its text, or of that of its conversation. */
  readonly text: number;
  /** What its own text or question is told by. */
  readonly key: string | undefined;
}

/** Starts runs one after the other and deals with how they end, until enough have been started. */
export async function livePerson(soak: Soak): Promise<void> {
  const { diary, goal, line } = soak;
  while (diary.runs < goal) {
    let run = await begin(soak);
    for (let step = 0; run !== undefined && step < LONGEST_PURSUIT; step += 1) {
      const state = await untilEnded(soak, run.id);
      if (state === undefined) break;
      diary.count(`ended: ${state.kind === 'failed' ? state.error.kind : state.kind}`);
      await line.see(run.id);
      run = await goOn(soak, run, state);
    }
    if (run !== undefined) await untilEnded(soak, run.id);
  }
}

async function begin({ chance, diary, hub, line, windows }: Soak): Promise<Pursued | undefined> {
  texts += 1;
  if (chance.happens(0.6)) hub.fault(randomFault(chance));
  const action = chance.of(['summarize', 'explain', 'rewrite', 'ask'] as const);
  const text = numberedText(texts, chance.between(30, 160));
  const asked = action === 'ask' ? { question: `What is n${texts}w2 about?` } : {};
  const windowId = chance.of(windows);
  diary.count('start');
  const ask = () => line.ask('run.start', { windowId, action, text, ...asked });
  return await noted(diary, ask, { text: texts, key: keyOf(text) });
}

/** Starts a run and writes that down. */
async function noted(
  diary: Diary,
  start: () => Promise<RunId | undefined>,
  about: Omit<Pursued, 'id'>,
): Promise<Pursued | undefined> {
  const from = Date.now();
  const id = await start();
  diary.started.push({ id, key: about.key, from, to: Date.now() });
  return id === undefined ? undefined : { id, ...about };
}

/** Waits for the end of a run, or brings it about. @returns undefined for one that is nowhere any more */
async function untilEnded(soak: Soak, id: RunId): Promise<RunState | undefined> {
  const { chance, diary, line, watch } = soak;
  const startedAt = Date.now();
  let streamingSince: number | undefined;
  const patience = chance.happens(0.15) ? chance.between(200, 1_500) : PATIENCE_MS;
  for (;;) {
    const state = await watch.stateOf(id);
    if (!state || hasEnded(state)) return state;
    if (state.kind === 'streaming') streamingSince ??= Date.now();
    const isTired = Date.now() - (streamingSince ?? Infinity) > patience;
    const isHeld = state.kind === 'held';
    const isLate = Date.now() - startedAt > LONGEST_MS;
    if (isLate || isHeld) diary.troubles.push(`${id} is ${JSON.stringify(state)}`);
    if (isTired || isHeld || isLate) {
      diary.count('stop');
      const stops = diary.stops.get(id) ?? [];
      diary.stops.set(id, stops);
      await diary.during(stops, () => line.ask('run.stop', { runId: id }));
    }
  }
}

/** Continue, Try again, a follow-up, or nothing more. @returns the run to wait for */
async function goOn(soak: Soak, run: Pursued, state: RunState): Promise<Pursued | undefined> {
  const { chance, diary, line, windows } = soak;
  const { id, text, key } = run;
  if (chance.happens(0.4)) return undefined;
  if (state.kind === 'done') {
    if (!chance.happens(0.4)) return undefined;
    questions += 1;
    diary.count('follow-up');
    const question = numberedQuestion(questions, text);
    const windowId = chance.of(windows);
    const ask = () => line.ask('run.follow-up', { runId: id, question, windowId });
    return await noted(diary, ask, { text, key: keyOf(question) });
  }
  if (chance.happens(0.7)) {
    diary.count('continue');
    await line.ask('run.continue', { runId: id });
    // Without any answer it stays as it is.
    await delay(20);
    return run;
  }
  diary.count('try again');
  diary.triedAgain.add(id);
  const windowId = chance.of(windows);
  return await noted(diary, () => line.ask('run.retry', { runId: id, windowId }), { text, key });
}
