import { randomUUID } from 'node:crypto';
import { answerLanguage, otherwiseLanguage } from '../../utils/actions/answer-language.ts';
import { maskOf, type SentRun } from '../../utils/actions/sent-text.ts';
import type { ChatModel } from '../../utils/models/chat-model.ts';
import { isThinkingName } from '../../utils/models/thinking-name.ts';
import { planRun, type PlannedRun } from '../../utils/runs/plan-run.ts';
import type { Mask } from '../../utils/text/create-mask.ts';
import { repairText } from '../../utils/text/repair-text.ts';
import type { TextCase, TextFile } from './text-file.ts';

/** What the extension would send for a case. */
export interface CaseRequest {
  run: SentRun;
  plan: PlannedRun;
  mask: Mask;
}

/**
 * Makes the request of a case as the extension does, but for the two things that only a browser has: the
 * detector of languages, in whose place the file says the language, and the list of models.
 *
 * @throws Error when the text does not fit the model
 */
export function caseRequest(file: TextFile, one: TextCase, modelId: string): CaseRequest {
  const run = runOf(file, one, modelId);
  const model: ChatModel = {
    id: modelId,
    liveProviders: 1,
    contextLength: one.contextLength,
    isThinking: isThinkingName(modelId),
  };
  const plan = planRun(run, [], model);
  if (!plan) throw new Error(`${file.name}: the text does not fit the model`);
  return { run, plan, mask: maskOf(run, []) };
}

function runOf({ text, language }: TextFile, one: TextCase, modelId: string): SentRun {
  const id = randomUUID();
  const { action, own, second, question, sentence, title, masks } = one;
  const choice = { text: language, own, second, accepted: [] };
  return {
    id,
    conversation: id,
    action,
    text,
    question,
    surroundings: sentence === undefined ? undefined : { sentence, title },
    brief: {
      language: answerLanguage(action, choice),
      otherwise: otherwiseLanguage(action, choice),
      isRepaired: repairText(text) !== text,
      isMasked: masks,
    },
    choice: { model: modelId },
    sentCharacters: undefined,
    droppedTurns: 0,
    answer: '',
    seams: [],
  };
}
