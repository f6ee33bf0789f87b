import { i18n } from '#i18n';
import { costWords } from '@/components/money/cost-note';
import { findEndpoint } from '@/utils/endpoints/own-endpoint';
import { chosenModel } from '@/utils/models/chosen-model';
import { estimateTokens } from '@/utils/models/estimate-tokens';
import { asServed, servedBy } from '@/utils/models/served-by';
import { estimateFollowUp } from '@/utils/money/estimate-cost';
import { ratioOf } from '@/utils/money/token-ratio';
import type { RunHead } from '@/utils/runs/run';
import type { AppModel } from '@/utils/state/app-model';
import type { RunModel } from '@/utils/state/run-model';

/** What one more question sends, and where or for about how much. */
export function FollowUpNote(props: {
  app: Pick<AppModel, 'chosen' | 'endpoints' | 'catalogue' | 'modelPolicy' | 'tokenRatios'>;
  runs: Pick<RunModel, 'earlier' | 'answer'>;
  run: RunHead;
}) {
  const { app, runs, run } = props;
  const asked = app.chosen('ask');
  // What has gone to an own endpoint stays there, and so does what the browser's own model was asked.
  const kept = run.choice?.endpoint === undefined ? undefined : run.choice;
  const endpoint = kept ? findEndpoint(app.endpoints.value, kept.endpoint) : asked.endpoint;
  if (endpoint) {
    const model = kept?.model ?? asked.model?.id ?? '';
    return <p class="hint">{i18n.t('endpoint.sends', { model, name: endpoint.name })}</p>;
  }
  const own = run.ownChoice;
  const model = own ? chosenModel(app.catalogue.value?.models ?? [], own.model) : asked.model;
  if (kept || !model) return null;
  const provider = own ? own.provider : asked.provider;
  const serving = servedBy(model, provider, app.modelPolicy.value.allowedProviders);
  const said = [...runs.earlier.value, { ...run, answer: runs.answer.value }].map(tokensOf);
  const tokens = said.reduce((sum, one) => sum + one, 0);
  const ratio = ratioOf(app.tokenRatios.value, model.id);
  const estimate = estimateFollowUp(tokens, asServed(model, serving), serving, ratio);
  return <p class="hint">{[i18n.t('run.followUpSends'), costWords('ask', estimate)].join(' ')}</p>;
}

/** Of one turn, about: of a long text only the beginning is here, which stands for the rest. */
function tokensOf(turn: RunHead & { answer: string }): number {
  const { quote, textLength, sentCharacters, question, answer } = turn;
  const share = quote === '' ? 0 : (sentCharacters ?? textLength) / quote.length;
  return estimateTokens(quote) * share + estimateTokens(question ?? '') + estimateTokens(answer);
}
