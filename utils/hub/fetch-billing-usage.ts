import * as v from 'valibot';
import type { BillingUsage } from '@/utils/money/billing-usage';
import { monthOf } from '@/utils/money/ledger';

const NANO = 1_000_000_000;

const amount = v.pipe(v.number(), v.finite(), v.minValue(0));

/** Not in Hugging Face's documentation, so what does not fit is no answer. */
const usageSchema = v.object({
  usage: v.object({
    inferenceProviders: v.object({
      usedNanoUsd: amount,
      includedNanoUsd: amount,
      limitNanoUsd: v.nullish(amount),
    }),
  }),
});

/**
 * Asks Hugging Face what an account has used in the month so far, which takes the scope `read-billing`.
 *
 * @returns `undefined` where it does not say
 * @throws Failure where it can't be reached
 */
export async function fetchBillingUsage(
  hubUrl: string,
  accessToken: string,
): Promise<BillingUsage | undefined> {
  const fetchedAt = Date.now();
  const month = monthOf(fetchedAt);
  const query = new URLSearchParams({
    startDate: String(Date.parse(`${month}-01T00:00:00Z`) / 1000),
    endDate: String(Math.ceil(fetchedAt / 1000)),
  });
  const response = await fetch(`${hubUrl}/api/settings/billing/usage-v2?${query}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const body: unknown = response.ok ? await response.json().catch(() => undefined) : undefined;
  const parsed = v.safeParse(usageSchema, body);
  if (!parsed.success) return undefined;
  const { usedNanoUsd, includedNanoUsd, limitNanoUsd } = parsed.output.usage.inferenceProviders;
  return {
    fetchedAt,
    month,
    usedUsd: usedNanoUsd / NANO,
    includedUsd: includedNanoUsd / NANO,
    ...(typeof limitNanoUsd === 'number' ? { limitUsd: limitNanoUsd / NANO } : {}),
  };
}
