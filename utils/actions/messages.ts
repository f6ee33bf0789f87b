import type { Mask } from '../text/create-mask.ts';
import { isWordOrTwo } from '../text/is-word-or-two.ts';
import { UNDETERMINED } from './language-name.ts';
import { createFence, type FencedPart } from './fence.ts';
import {
  followUpInstruction,
  GO_ON,
  instructionOf,
  MASK_RULE,
  requestOf,
  type Assignment,
} from './instructions.ts';
import { reasoningEffort } from './reasoning-effort.ts';
import { begunAnswer, maskOf, plainSentText, type SentRun } from './sent-text.ts';

/** One message of a chat completion request. */
export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/**
 * The messages of a run. They follow from the run, its brief and the turns before it alone, so that what was
 * sent can be shown at any time.
 *
 * @param earlier the turns before it of its conversation, the first first
 */
export function messagesOf(run: SentRun, earlier: readonly SentRun[]): ChatMessage[] {
  const mask = maskOf(run, earlier);
  const isFirst = run.conversation === run.id;
  const messages = isFirst ? firstTurn(run, mask) : followUp(run, earlier, mask);
  const begun = begunAnswer(run);
  if (begun !== '') {
    messages.push(
      { role: 'assistant', content: mask.hide(begun) },
      { role: 'user', content: GO_ON },
    );
  }
  return withReasoningEffort(messages, run.choice?.model ?? '');
}

/** The turns before a follow-up that can go with it: what was never answered says nothing. */
export function answeredTurns<R extends Pick<SentRun, 'answer'>>(earlier: readonly R[]): R[] {
  return earlier.filter(({ answer }) => answer.trim() !== '');
}

/** How an earlier turn of a conversation stands in its messages. */
export function requestOfTurn(turn: SentRun): string {
  return requestOf(assignmentOf(turn), turn.question?.toWellFormed());
}

function firstTurn(run: SentRun, mask: Mask): ChatMessage[] {
  const assignment = assignmentOf(run);
  const { fenced, rule } = createFence(run.id, partsOf(run, plainSentText(run), mask));
  const request = mask.hide(requestOf(assignment, run.question?.toWellFormed()));
  const label = run.action === 'ask' ? 'Question: ' : '';
  return [
    { role: 'system', content: systemMessage(instructionOf(assignment), rule, run) },
    { role: 'user', content: `${fenced}\n\n${label}${request}` },
  ];
}

/** Roles alternate whatever is left out, as some models insist. */
function followUp(run: SentRun, earlier: readonly SentRun[], mask: Mask): ChatMessage[] {
  const [first] = earlier;
  // Without its text, where the first turn was deleted.
  const parts = first ? partsOf(first, plainSentText(first), mask) : partsOf(run, '', mask);
  const { fenced, rule } = createFence(run.id, parts);
  const instruction = followUpInstruction(languageOf(run));
  const messages: ChatMessage[] = [
    { role: 'system', content: systemMessage(instruction, rule, run) },
  ];
  const ask = (request: string) => {
    const isFirst = messages.length === 1;
    messages.push({ role: 'user', content: isFirst ? `${fenced}\n\n${request}` : request });
  };
  for (const turn of answeredTurns(earlier).slice(run.droppedTurns)) {
    ask(mask.hide(requestOfTurn(turn)));
    messages.push({ role: 'assistant', content: mask.hide(turn.answer) });
  }
  ask(mask.hide((run.question ?? '').toWellFormed()));
  return messages;
}

function partsOf({ surroundings }: SentRun, text: string, mask: Mask): FencedPart[] {
  const parts: FencedPart[] = [{ name: 'TEXT', content: mask.hide(text) }];
  if (surroundings?.sentence) {
    parts.push({ name: 'SENTENCE', content: mask.hide(surroundings.sentence) });
  }
  if (surroundings?.title) parts.push({ name: 'TITLE', content: mask.hide(surroundings.title) });
  return parts;
}

function systemMessage(instruction: string, rule: string, { brief }: SentRun): string {
  return [instruction, rule, ...(brief?.isMasked ? [MASK_RULE] : [])].join('\n\n');
}

function assignmentOf(run: SentRun): Assignment {
  const { action, text } = run;
  const isWord = action === 'explain' && isWordOrTwo(text);
  return { action, language: languageOf(run), otherwise: run.brief?.otherwise, isWord };
}

function languageOf({ brief }: SentRun): string {
  return brief?.language ?? UNDETERMINED;
}

/** Says to a model that thinks that it need not, where its family has a word for it. */
function withReasoningEffort(messages: ChatMessage[], model: string): ChatMessage[] {
  const { soft } = reasoningEffort(model);
  if (!soft) return messages;
  const at = messages.findLastIndex(({ role }) => role === soft.place);
  return messages.map((message, index) =>
    index === at ? { ...message, content: `${message.content}\n\n${soft.word}` } : message,
  );
}
