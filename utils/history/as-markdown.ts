import { i18n } from '#i18n';
import { actionTitle } from '@/utils/actions/action-title';
import { describeError } from '@/utils/errors/describe-error';
import { modelWords } from '@/utils/format/model-words';
import { closingLine } from './close-block';
import type { ExportedRun } from './exported-run';

/** Begins our headings. Where an answer holds some in a row, ours begin with one more. */
const MARK = '◆';

/**
 * Runs as Markdown to read, conversations together and in the order of their first run. Answers stand in it
 * as they came, with headings of their own: ours begin with a mark that no answer holds, and a block that
 * an answer leaves open is closed. Selected text, questions and reasoning are quoted.
 *
 * @returns the parts of the file in their order, which can be longer together than a string may be
 */
export function asMarkdown(runs: readonly ExportedRun[]): string[] {
  const mark = MARK.repeat(longestMark(runs) + 1);
  const ordered = runs.toSorted((a, b) => a.startedAt - b.startedAt);
  const conversations = Map.groupBy(ordered, ({ conversation }) => conversation);
  const title = blocks(`# ${mark} ${i18n.t('extension.name')}`, i18n.t('exported.intro', { mark }));
  return [title, ...Array.from(conversations.values(), (turns) => asConversation(turns, mark))];
}

function longestMark(runs: readonly ExportedRun[]): number {
  let longest = 0;
  for (const { answer } of runs) {
    for (const [found] of answer.matchAll(/◆+/g)) longest = Math.max(longest, found.length);
  }
  return longest;
}

function asConversation(turns: readonly ExportedRun[], mark: string): string {
  const [first] = turns;
  if (!first) return '';
  const title = oneLine(first.page?.title ?? first.quote);
  const time = formatMoment(first.startedAt);
  return blocks(
    `# ${mark} ${title === '' ? time : `${time}: ${title}`}`,
    first.page && `<${encodeBrackets(first.page.url)}>`,
    ...turns.flatMap((turn) => asTurn(turn, mark)),
  );
}

function asTurn(run: ExportedRun, mark: string): (string | undefined)[] {
  const { text, question, reasoning, answer, choice } = run;
  const section = (heading: string, content: string) =>
    content === '' ? [] : [`### ${mark} ${heading}`, content];
  const end = endOf(run);
  return [
    `## ${mark} ${actionTitle(run.action)}`,
    choice && i18n.t('run.withModel', { model: oneLine(modelWords(choice)) }),
    ...section(i18n.t('run.quote'), quoted(text ?? '')),
    ...section(i18n.t('run.question'), quoted(question ?? '')),
    ...section(i18n.t('exported.reasoning'), quoted(reasoning)),
    ...section(i18n.t('run.answer'), closed(answer)),
    ...(end ? [`### ${mark} ${end.title}`, end.detail] : []),
  ];
}

/** How a run ended, where it did not end as it should. */
function endOf({ state, answer }: ExportedRun): { title: string; detail?: string } | undefined {
  if (state.kind === 'failed') return describeError(state.error);
  if (state.kind === 'stopped' && answer === '') return { title: i18n.t('run.stoppedWithoutText') };
  if (state.kind === 'stopped') return { title: i18n.t('run.stopped') };
  const isAtLimit = state.kind === 'done' && state.finish === 'length';
  return isAtLimit ? { title: i18n.t('run.doneAtLimit') } : undefined;
}

function closed(answer: string): string {
  const closing = closingLine(answer);
  return closing === undefined ? answer : `${answer}\n${closing}`;
}

/** Each line quoted: whatever the text opens ends with the quotation. */
function quoted(text: string): string {
  if (text === '') return '';
  return text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** Text for a heading, without any Markdown in it. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#~|&]/g, '\\$&');
}

function encodeBrackets(url: string): string {
  return url.replace(/[<>\s]/g, encodeURIComponent);
}

function formatMoment(epochMs: number): string {
  const language = i18n.t('extension.language');
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(epochMs);
}

function blocks(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n\n') + '\n\n';
}
