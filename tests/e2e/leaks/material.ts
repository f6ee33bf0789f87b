import type { Secret, SecretKind } from '../../hub/secrets.ts';

/** Something that can be looked at. */
export interface Material {
  /** Where it is, in words, without any of it. */
  readonly place: string;
  readonly text: string;
  /** The secrets that belong there. */
  readonly mayHold?: readonly SecretKind[];
}

/** Which secrets are where they should not be: `<kind> in <place>`, never the secret itself. */
export function findSecrets(materials: readonly Material[], secrets: readonly Secret[]): string[] {
  const found = materials.flatMap(({ place, text, mayHold = [] }) =>
    secrets
      .filter(({ kind, value }) => !mayHold.includes(kind) && text.includes(value))
      .map(({ kind }) => `${kind} in ${place}`),
  );
  return [...new Set(found)];
}
