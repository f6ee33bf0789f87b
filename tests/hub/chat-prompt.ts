import type { ChatMessage } from './records.ts';

type Task = 'Summarize' | 'Explain' | 'Translate' | 'Rewrite' | 'Fix grammar' | 'Answer';

const TASKS: readonly Task[] = [
  'Summarize',
  'Explain',
  'Translate',
  'Rewrite',
  'Fix grammar',
  'Answer',
];

/** How a request to go on with a broken answer begins. */
const GO_ON = /^(Your answer broke off|Continue|Go on)\b/;

export interface ChatPrompt {
  readonly task: Task;
  /** The text between the marker lines. */
  readonly text: string;
  /** What is asked about the text: after the fence, or in the last message of a conversation. */
  readonly question: string;
  /** The part of the answer that was given before, when the request asks to go on. */
  readonly begun: string;
}

/**
 * Reads the task from the system message and the text from the last user message that has a
 * fence. Nothing inside the fence is ever taken for an instruction.
 */
export function readPrompt(messages: readonly ChatMessage[]): ChatPrompt {
  const users = messages.filter(({ role }) => role === 'user').map(contentText);
  const goesOn = GO_ON.test(users.at(-1) ?? '');
  const asking = goesOn ? users.slice(0, -1) : users;
  const fenced = asking.findLast((content) => readFence(content) !== undefined);
  const message = fenced ?? asking.at(-1) ?? '';
  const { text, after } = readFence(message) ?? { text: message, after: '' };
  const last = asking.at(-1) ?? '';
  const begun = goesOn ? messages.findLast(({ role }) => role === 'assistant') : undefined;
  return {
    task: readTask(messages),
    text,
    question: last === message ? after.trim().replace(/^Question: /, '') : last,
    begun: begun === undefined ? '' : contentText(begun),
  };
}

function readTask(messages: readonly ChatMessage[]): Task {
  const system = messages.find(({ role }) => role === 'system');
  const words = system === undefined ? '' : contentText(system).trimStart().toLowerCase();
  return TASKS.find((task) => words.startsWith(task.toLowerCase())) ?? 'Summarize';
}

// The closing line must carry the id of the opening one: a fence inside the text closes nothing.
function readFence(content: string): { text: string; after: string } | undefined {
  const lines = content.split(/\r?\n/);
  const start = lines.findIndex((line) => /^<<<TEXT \S+$/.test(line));
  const id = lines[start]?.slice('<<<TEXT '.length);
  const end = lines.indexOf(`TEXT ${id}>>>`, start + 1);
  if (start < 0 || end < 0) return undefined;
  return {
    text: lines.slice(start + 1, end).join('\n'),
    after: lines.slice(end + 1).join('\n'),
  };
}

/** The text of a message, whose content is a string or a list of typed parts (OpenAI chat API). */
export function contentText({ content }: ChatMessage): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map(partText).join('');
}

function partText(part: unknown): string {
  if (typeof part !== 'object' || part === null || !('text' in part)) return '';
  return typeof part.text === 'string' ? part.text : '';
}
