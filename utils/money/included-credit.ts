/**
 * What a month of Inference Providers includes, USD, by the documentation of this date
 * (https://huggingface.co/docs/inference-providers/pricing). The real figure needs `read-billing`.
 */
export const INCLUDED_CREDIT = { free: 0.1, pro: 2, asOf: '2026-08-22' } as const;
