/** What is masked. The names stand in the placeholders. */
export const MASK_KINDS = ['EMAIL', 'PHONE', 'CARD', 'IBAN'] as const;

export type MaskKind = (typeof MASK_KINDS)[number];
