import type { RecordedChat } from '../../tests/hub/hub.ts';
import type { ExportedRun } from '../../utils/history/exported-run.ts';
import { hasEnded, type RunId } from '../../utils/runs/run.ts';
import { begunIn, chatsByRun } from './chats-by-run.ts';
import type { Diary, Span } from './diary.ts';
import { judgeAttempt, type AttemptVerdict } from './judge-attempt.ts';
import { numberedWords } from './numbered-text.ts';

/** A kill so soon after its start may take a run with it, whole. Milliseconds. */
const MAY_LOSE_MS = 1_500;

/** What the extension knows at the end. */
export interface Remains {
  /** The ended runs, exported, oldest first. */
  readonly runs: readonly ExportedRun[];
  /** Ids of the whole list in the history. */
  readonly listed: readonly RunId[];
  /** Ids of what has not ended. */
  readonly underWay: readonly RunId[];
}

/** What was found. `wrong` is empty when all is well. */
export interface Verdict {
  readonly wrong: readonly string[];
  readonly words: number;
  readonly lost: number;
  readonly doubled: number;
  /** The most that was rightly lost, in milliseconds before the end. */
  readonly mostLostMs: number;
  /** Runs that a kill took with it before anything of them was written. */
  readonly vanished: number;
}

/** Holds all that the extension kept against the Hub's own record of what it sent. */
export function judge(chats: readonly RecordedChat[], remains: Remains, diary: Diary): Verdict {
  const { runs } = remains;
  const wrong = [...diary.troubles, ...judgeLists(remains)];
  const { byRun, stray } = chatsByRun(chats, runs, diary.started);
  let [lost, doubled, words, mostLostMs] = [0, 0, 0, 0];
  const take = (verdict: AttemptVerdict, what: string) => {
    lost += verdict.lost;
    mostLostMs = Math.max(mostLostMs, verdict.lostMs);
    if (verdict.difference) wrong.push(`${what}: ${verdict.difference}`);
    if (verdict.lost > 0) wrong.push(`${what} lacks ${verdict.lost} words`);
  };
  for (const run of runs) {
    const { id, answer, state } = run;
    const own = byRun.get(run) ?? [];
    const ends = [...diary.kills, ...(diary.stops.get(id) ?? [])];
    for (const [index, chat] of own.entries()) {
      const next = own[index + 1];
      const kept = next ? begunIn(next) : answer;
      const isDone = !next && state.kind === 'done';
      take(judgeAttempt({ chat, kept, until: next?.at ?? Infinity, isDone }, ends), `run ${id}`);
    }
    if (own.length === 0 && answer !== '') wrong.push(`run ${id} has an answer that nobody sent`);
    if (state.kind === 'failed' && state.error.kind !== 'interrupted') {
      const fault = own.at(-1)?.fault?.kind;
      if (!fault || fault === 'slow') wrong.push(`run ${id} is ${state.error.kind} for no reason`);
    }
    const there = numberedWords(answer);
    words += there.length;
    doubled += there.length - new Set(there).size;
  }
  // Of runs that are gone: rightly so only where nothing had come.
  const ends = [...diary.kills, ...[...diary.stops.values()].flat()];
  for (const chat of stray) {
    const kept = begunIn(chat);
    take(judgeAttempt({ chat, kept, until: Infinity, isDone: false }, ends), 'a run that is gone');
  }
  if (doubled > 0) wrong.push(`${doubled} words are doubled`);
  const gone = goneRuns(remains, diary);
  for (const { id, isRight } of gone) if (!isRight) wrong.push(`run ${id} is gone`);
  return { wrong, words, lost, doubled, mostLostMs, vanished: gone.length };
}

function judgeLists({ runs, listed, underWay }: Remains): string[] {
  const ids = runs.map(({ id }) => id);
  const unended = runs.filter(({ state }) => !hasEnded(state));
  const onlyIn = (these: readonly RunId[], those: readonly RunId[]) =>
    these.filter((id) => !those.includes(id));
  return [
    ...[...underWay, ...unended.map(({ id }) => id)].map((id) => `run ${id} has not ended`),
    ...(new Set(listed).size < listed.length ? ['the history lists a run twice'] : []),
    ...(new Set(ids).size < ids.length ? ['the export has a run twice'] : []),
    ...onlyIn(ids, listed).map((id) => `run ${id} is not in the list`),
    ...onlyIn(listed, ids).map((id) => `run ${id} is not in the export`),
  ];
}

/** Runs whose start was answered and that are nowhere, but for those whose place another has taken. */
function goneRuns({ runs }: Remains, { started, triedAgain, kills }: Diary) {
  const kept = new Set(runs.map(({ id }) => id));
  const isRight = ({ from, to }: Span) =>
    kills.some((kill) => kill.to >= from && kill.from <= to + MAY_LOSE_MS);
  return started.flatMap(({ id, ...start }) =>
    id === undefined || kept.has(id) || triedAgain.has(id) ? [] : [{ id, isRight: isRight(start) }],
  );
}
