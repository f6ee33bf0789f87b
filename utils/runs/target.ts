import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';

/** Where a prepared run goes, and in whose name. */
export type RunTarget =
  | {
      kind: 'router';
      /** `sub` of the account that pays. */
      owner: string;
      /** The cheapest provider that the policy allows; `undefined` where it allows all. */
      provider: string | undefined;
    }
  | {
      kind: 'endpoint';
      endpoint: OwnEndpoint;
      /** `sub` of the account in use, if there is one. */
      owner: string | undefined;
    };
