import type { Access } from './access.ts';
import type { Exchange } from './exchange.ts';
import { sendJson } from './respond.ts';

/** What Hugging Face has counted for a person in the asked time, in billionths of a USD. */
export interface BillingUsage {
  usedNanoUsd: number;
  includedNanoUsd: number;
  limitNanoUsd: number | null;
  numRequests: number;
}

/** `GET /api/settings/billing/usage-v2`, for tokens with the scope `read-billing`. Not in the Hub's documentation. */
export function answerBillingUsage(
  { response, record }: Exchange,
  access: Access,
  usage: BillingUsage,
): void {
  if (access.kind !== 'granted') {
    sendJson(response, 401, { error: 'Invalid username or password.' });
    return;
  }
  const { searchParams } = new URL(record.path, 'http://hub');
  const [start, end] = [Number(searchParams.get('startDate')), Number(searchParams.get('endDate'))];
  if (!access.scopes.has('read-billing')) {
    sendJson(response, 403, { error: 'This token has no permission to read billing.' });
  } else if (start > 0 && end > start) {
    sendJson(response, 200, { usage: { inferenceProviders: usage } });
  } else {
    sendJson(response, 400, { error: 'startDate and endDate are seconds since the epoch.' });
  }
}
