import type { AuthorizationServer } from 'oauth4webapi';
import type { LiveRecord } from './live-record.ts';
import type { Finding } from './findings.ts';
import type { Person } from './person.ts';

/** Tokens of one authorization. They are kept in memory, and nowhere else. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
}

/** What the steps of a walk share. */
export interface Walk {
  readonly person: Person;
  readonly record: LiveRecord;
  readonly providerOrigin: string;
  readonly routerOrigin: string;
  /** Space-separated. */
  readonly scopes: string;
  clientId: string | undefined;
  server: AuthorizationServer | undefined;
  /** Those that the later steps use. */
  tokens: Tokens | undefined;
  /** A refresh token that was used, and the newer tokens that it bought. */
  renewal: { readonly used: string; readonly newer: Tokens } | undefined;
}

/** Thrown by a step that lacks what an earlier one would have brought. */
export class StepImpossible extends Error {
  override name = 'StepImpossible';
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding);
    this.finding = finding;
  }
}

/** @throws StepImpossible */
export function requireClientId({ clientId }: Walk): string {
  if (clientId === undefined) throw new StepImpossible('needs-client-id');
  return clientId;
}

/** @throws StepImpossible */
export function requireTokens({ tokens }: Walk): Tokens {
  if (tokens === undefined) throw new StepImpossible('needs-sign-in');
  return tokens;
}
