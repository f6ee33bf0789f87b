import { NOBODY } from '@/utils/account/account-settings';
import { findAccount } from '@/utils/account/accounts';
import { readConfiguration } from '@/utils/config/configuration';
import type { CompanionError } from '@/utils/errors/companion-error';
import { allowedModel, allowedModels } from '@/utils/models/allowed-models';
import { BUILT_IN_MODEL, isBuiltIn, isBuiltInAllowed } from '@/utils/models/built-in';
import { choiceFor } from '@/utils/models/choice-for';
import { chosenModel } from '@/utils/models/chosen-model';
import type { ChatModel } from '@/utils/models/chat-model';
import { costUsd as costOf } from '@/utils/models/cost';
import type { ModelChoice } from '@/utils/models/model-choice';
import { readModelCatalogue } from '@/utils/models/model-catalogue';
import { modelNotAllowed } from '@/utils/models/model-not-allowed';
import { accountsItem, settingsByAccountItem, tokenRatiosItem } from '@/utils/storage/items';
import { asServed, servedBy } from '@/utils/models/served-by';
import { narrowPolicy } from '@/utils/models/narrow-policy';
import { providerSuffix } from '@/utils/models/provider-suffix';
import { ratioOf } from '@/utils/money/token-ratio';
import { reasonToAsk } from '@/utils/money/reason-to-ask';
import { makeBrief } from './make-brief';
import { readLimits } from './read-limits';
import { planRun, type PlannedRun } from './plan-run';
import { prepareEndpointRun } from './prepare-endpoint-run';
import { prepareFreeRun } from './prepare-free-run';
import type { Brief, Run, RunState } from './run';
import type { RunTarget } from './target';

/** What is to be sent. */
export interface PreparedRun extends PlannedRun {
  brief: Brief;
  choice: ModelChoice;
  target: RunTarget;
  /** The model at the highest price of who may serve it, with the prices of all who do. */
  served: ChatModel;
  /** At most, at list price; `undefined` where no price is known. */
  costUsd: number | undefined;
  /** Tokens of this model for one that we estimate. */
  tokenRatio: number;
}

/** What a run waits for. */
export type Held = Extract<RunState, { kind: 'held' }>;

/** A run is ready, or waits for the person, or cannot be done. `owner` is the account it is for, if one is known. */
export type Preparation =
  | { kind: 'ready'; prepared: PreparedRun; owner: string | undefined }
  | { kind: 'held'; state: Held; brief?: Brief; choice?: ModelChoice; owner: string | undefined }
  | { kind: 'failed'; error: CompanionError; owner: string | undefined };

/** Hugging Face's scope for Inference Providers (https://huggingface.co/docs/hub/oauth). */
export const INFERENCE_SCOPE = 'inference-api';

/**
 * Goes through what a run needs, in the order in which a person would be asked. It can be called again
 * after each answer; nothing is sent and nothing is changed here.
 *
 * @param earlier the turns before it of its conversation, the first first
 * @throws Failure when the model list cannot be had
 */
export async function prepareRun(run: Run, earlier: readonly Run[]): Promise<Preparation> {
  const { action, question } = run;
  const [accounts, configuration, settings] = await Promise.all([
    accountsItem.get(),
    readConfiguration(),
    settingsByAccountItem.get(),
  ]);
  const account = findAccount(accounts, run.owner ?? accounts?.active);
  const owner = run.owner ?? account?.sub;
  const fail = (error: CompanionError): Preparation => ({ kind: 'failed', error, owner });
  const hold = (by: 'question' | 'client-id' | 'sign-in' | 'scope'): Preparation => ({
    kind: 'held',
    state: { kind: 'held', by },
    owner,
  });
  const isFollowUp = run.conversation !== run.id;
  if (!isFollowUp && run.text.trim() === '') return fail({ kind: 'no-text' });
  if (action === 'ask' && !question?.trim()) return hold('question');
  const own = settings?.[owner ?? NOBODY];
  const choice = run.override?.choice ?? choiceFor(action, own);
  if (choice && isBuiltIn(choice)) {
    if (!isBuiltInAllowed(configuration)) return fail({ kind: 'endpoint-not-allowed' });
    const target = { kind: 'built-in', runId: run.id, windowId: run.windowId } as const;
    const context = { owner, settings: own, served: BUILT_IN_MODEL, target };
    return await prepareFreeRun({ run, earlier, choice }, context);
  }
  if (choice?.endpoint !== undefined) {
    const context = { account, settings: own, configuration };
    return await prepareEndpointRun({ run, earlier, choice }, context);
  }
  if (!configuration.clientId) return hold('client-id');
  if (owner === undefined || account?.session !== 'open') return hold('sign-in');
  if (!account.scopes.includes(INFERENCE_SCOPE)) return hold('scope');

  const { models } = await readModelCatalogue();
  const policy = narrowPolicy(configuration, own?.providers);
  const chosen = chosenModel(allowedModels(models, policy), choice?.model);
  if (!chosen && models.length === 0) return fail({ kind: 'no-models' });
  const model = chosen && allowedModel(chosen, policy);
  const provider = model && providerSuffix(model, choice?.provider, policy.allowedProviders);
  if (!model || provider === undefined) {
    return fail(modelNotAllowed(chosen?.id, policy, own?.providers));
  }

  const served = asServed(model, servedBy(model, choice?.provider, policy.allowedProviders));
  const brief = await makeBrief(run, own);
  const plan = planRun({ ...run, brief }, earlier, served);
  if (!plan) return fail({ kind: 'text-too-long' });
  const { characters, isCut } = plan;
  const tokenRatio = ratioOf(await tokenRatiosItem.get(), model.id);
  // The bound on the answer is in the model's own tokens.
  const inputTokens = plan.inputTokens * tokenRatio;
  const costUsd = costOf(served, { inputTokens, outputTokens: plan.maxTokens });
  const billTo = configuration.billingOrganization ?? run.override?.billTo ?? own?.billTo;
  const { confirmed } = run;
  const isConfirmed =
    confirmed?.model === model.id &&
    confirmed.characters === characters &&
    isAgreed(costUsd, confirmed.costUsd);
  const reason = isConfirmed
    ? undefined
    : reasonToAsk({ isCut, costUsd }, await readLimits(account, billTo));
  if (reason) {
    const asked = { reason, sendCharacters: characters, costUsd };
    const state: Held = { kind: 'held', by: 'confirmation', ...asked };
    return { kind: 'held', state, brief, choice: { ...choice, model: model.id }, owner };
  }
  return {
    kind: 'ready',
    owner,
    prepared: {
      ...plan,
      brief,
      choice: { ...choice, model: model.id },
      target: { kind: 'router', owner, provider, billTo },
      served,
      tokenRatio,
      costUsd,
    },
  };
}

/** What is not known is never within what was agreed to. */
function isAgreed(costUsd: number | undefined, agreedUsd: number | undefined): boolean {
  return costUsd === undefined ? agreedUsd === undefined : costUsd <= (agreedUsd ?? 0);
}
