import type { Account } from '@/utils/account/account';
import type { AccountSettings } from '@/utils/account/account-settings';
import type { Configuration } from '@/utils/config/configuration';
import type { CompanionError } from '@/utils/errors/companion-error';
import { allowedModel, allowedModels } from '@/utils/models/allowed-models';
import { chosenModel } from '@/utils/models/chosen-model';
import { costUsd as costOf } from '@/utils/models/cost';
import type { ModelChoice } from '@/utils/models/model-choice';
import { readModelCatalogue } from '@/utils/models/model-catalogue';
import { modelNotAllowed } from '@/utils/models/model-not-allowed';
import { narrowPolicy } from '@/utils/models/narrow-policy';
import { providerSuffix } from '@/utils/models/provider-suffix';
import { asServed, servedBy } from '@/utils/models/served-by';
import { payerOf } from '@/utils/money/payer';
import { reasonToAsk } from '@/utils/money/reason-to-ask';
import { ratioOf } from '@/utils/money/token-ratio';
import { tokenRatiosItem } from '@/utils/storage/items';
import { holdForConfirmation, isConfirmed } from './hold-for-confirmation';
import { makeBrief } from './make-brief';
import { planRun } from './plan-run';
import type { Preparation } from './preparation';
import { readLimits } from './read-limits';
import type { Run } from './run';

/** A run that its owner pays Hugging Face for. */
interface RouterRun {
  run: Run;
  earlier: readonly Run[];
  /** Absent means the default of the list. */
  choice: ModelChoice | undefined;
}

/** For whom, and under what, a run is prepared. */
interface RouterRunContext {
  /** The one in use, or whose run it is. */
  account: Account | undefined;
  /** Its settings. */
  settings: AccountSettings | undefined;
  configuration: Configuration;
}

/** Hugging Face's scope for Inference Providers (https://huggingface.co/docs/hub/oauth). */
const INFERENCE_SCOPE = 'inference-api';

/**
 * Goes through what a run by Inference Providers needs: an application, a sign-in with its scope, a model and a
 * provider that policy and the person let have the text, and a yes to what is cut or dear.
 *
 * @throws Failure when the model list cannot be had
 */
export async function prepareRouterRun(
  { run, earlier, choice: wanted }: RouterRun,
  { account, settings, configuration }: RouterRunContext,
): Promise<Preparation> {
  const owner = run.owner ?? account?.sub;
  const fail = (error: CompanionError): Preparation => ({ kind: 'failed', error, owner });
  const hold = (by: 'client-id' | 'sign-in' | 'scope'): Preparation => ({
    kind: 'held',
    state: { kind: 'held', by },
    owner,
  });
  if (!configuration.clientId) return hold('client-id');
  if (owner === undefined || account?.session !== 'open') return hold('sign-in');
  if (!account.scopes.includes(INFERENCE_SCOPE)) return hold('scope');

  const { models } = await readModelCatalogue();
  const policy = narrowPolicy(configuration, settings?.providers);
  const chosen = chosenModel(allowedModels(models, policy), wanted?.model);
  if (!chosen && models.length === 0) return fail({ kind: 'no-models' });
  const model = chosen && allowedModel(chosen, policy);
  const provider = model && providerSuffix(model, wanted?.provider, policy.allowedProviders);
  if (!model || provider === undefined) {
    return fail(modelNotAllowed(chosen?.id, policy, settings?.providers));
  }

  const served = asServed(model, servedBy(model, wanted?.provider, policy.allowedProviders));
  const brief = await makeBrief(run, settings);
  const plan = planRun({ ...run, brief }, earlier, served);
  if (!plan) return fail({ kind: 'text-too-long' });
  const tokenRatio = ratioOf(await tokenRatiosItem.get(), model.id);
  // The bound on the answer is in the model's own tokens.
  const inputTokens = plan.inputTokens * tokenRatio;
  const costUsd = costOf(served, { inputTokens, outputTokens: plan.maxTokens });
  const billTo = payerOf(configuration, run.override, settings);
  const choice = { ...wanted, model: model.id };
  const proposal = { owner, brief, choice, characters: plan.characters, costUsd };
  if (!isConfirmed(run, proposal)) {
    const limits = await readLimits(account, billTo);
    const reason = reasonToAsk({ isCut: plan.isCut, costUsd }, limits);
    if (reason) return holdForConfirmation(reason, proposal);
  }
  const target = { kind: 'router', owner, provider, billTo } as const;
  const prepared = { ...plan, brief, choice, target, served, tokenRatio, costUsd };
  return { kind: 'ready', owner, prepared };
}
