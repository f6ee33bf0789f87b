import { messagesOf, type ChatMessage } from '../actions/messages.ts';
import { contextRoom, planAction } from '../actions/plan.ts';
import { planConversation } from '../actions/plan-conversation.ts';
import { maskOf, mendedText, sentCharactersOf, type SentRun } from '../actions/sent-text.ts';
import type { ChatModel } from '@/utils/models/chat-model';
import { estimateTokens } from '../models/estimate-tokens.ts';

/** What a run would send, and what that means. */
export interface PlannedRun {
  messages: ChatMessage[];
  /** Bound on the answer, in tokens. */
  maxTokens: number;
  /** How many characters of the text go; of a follow-up, of everything. */
  characters: number;
  isCut: boolean;
  /** How many of the conversation's oldest questions had no room. */
  droppedTurns: number;
  /** Of all that is sent, as we estimate them. */
  inputTokens: number;
}

/** Less room than this for the rest of an answer is none. Tokens. */
const SMALLEST_REST = 128;

/**
 * Plans what a run sends: an action on a text, a follow-up with its conversation, or either with the
 * answer that broke off.
 *
 * @param run with its brief
 * @returns `undefined` when it does not fit the model
 */
export function planRun(
  run: SentRun,
  earlier: readonly SentRun[],
  model: ChatModel,
): PlannedRun | undefined {
  const isFirst = run.conversation === run.id;
  const plan = isFirst ? planFirst(run, model) : planFollowUp(run, earlier, model);
  return run.answer === '' ? plan : plan && planRest(plan, model);
}

function planFirst(run: SentRun, model: ChatModel): PlannedRun | undefined {
  const { action, question = '', surroundings } = run;
  const text = maskOf(run, []).hide(mendedText(run));
  const besides = [question, surroundings?.sentence, surroundings?.title].join('\n');
  const { text: fitting, isCut, maxTokens, inputTokens } = planAction(action, text, model, besides);
  if (fitting.trim() === '') return undefined;
  const sentCharacters = sentCharactersOf(run, fitting, isCut);
  const choice = { ...run.choice, model: model.id };
  return {
    messages: messagesOf({ ...run, sentCharacters, choice }, []),
    maxTokens,
    characters: sentCharacters,
    isCut,
    droppedTurns: 0,
    inputTokens,
  };
}

function planFollowUp(
  run: SentRun,
  earlier: readonly SentRun[],
  model: ChatModel,
): PlannedRun | undefined {
  const plan = planConversation(run, earlier, model);
  const { messages, dropped: droppedTurns, maxTokens, characters, inputTokens } = plan;
  return messages && { messages, maxTokens, characters, isCut: false, droppedTurns, inputTokens };
}

/** The rest of an answer has what room the answer so far leaves, which is sent and paid for too. */
function planRest(plan: PlannedRun, model: ChatModel): PlannedRun | undefined {
  const tokens = plan.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  const inputTokens = Math.max(plan.inputTokens, tokens);
  const maxTokens = Math.min(plan.maxTokens, contextRoom(model) - tokens);
  return maxTokens < SMALLEST_REST ? undefined : { ...plan, maxTokens, inputTokens };
}
