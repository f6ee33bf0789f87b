import { readPrompt } from '../../tests/hub/chat-prompt.ts';
import type { RecordedChat } from '../../tests/hub/hub.ts';
import type { ExportedRun } from '../../utils/history/exported-run.ts';
import type { Start } from './diary.ts';
import { keyOf } from './numbered-text.ts';

/**
 * The chats of each run at the Hub, in order. Runs with the same text are told apart by when they began:
 * nobody goes on with one after having tried again.
 *
 * @param starts also those of runs that are gone
 * @returns also the chats of runs that are gone
 */
export function chatsByRun(
  chats: readonly RecordedChat[],
  runs: readonly ExportedRun[],
  starts: readonly Start[],
): { readonly byRun: ReadonlyMap<ExportedRun, RecordedChat[]>; readonly stray: RecordedChat[] } {
  const byRun = new Map<ExportedRun, RecordedChat[]>(runs.map((run) => [run, []]));
  const stray: RecordedChat[] = [];
  const kept = new Set(runs.map(({ id }) => id));
  const began = [
    ...runs.map((run) => ({ run, at: run.startedAt, key: keyOfRun(run) })),
    ...starts
      .filter(({ id }) => id === undefined || !kept.has(id))
      .map(({ from, key }) => ({ run: undefined, at: from, key })),
  ].toSorted((a, b) => a.at - b.at);
  const byKey = Map.groupBy(began, ({ key }) => key);
  for (const chat of chats) {
    const run = byKey.get(keyOfChat(chat))?.findLast(({ at }) => at <= chat.at)?.run;
    if (run) byRun.get(run)?.push(chat);
    else stray.push(chat);
  }
  return { byRun, stray };
}

function keyOfRun({ question = '', text = '' }: ExportedRun): string | undefined {
  return keyOf(question) ?? keyOf(text);
}

/** The part of the answer that the Hub was given to go on with; empty when it was asked anew. */
export function begunIn({ messages }: RecordedChat): string {
  return readPrompt(messages).begun;
}

function keyOfChat({ messages }: RecordedChat): string | undefined {
  const { question, text } = readPrompt(messages);
  return keyOf(question) ?? keyOf(text);
}
