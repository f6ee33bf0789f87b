import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import type { RunId } from './run';

/** Where a prepared run goes, and in whose name. */
export type RunTarget =
  | {
      kind: 'router';
      /** `sub` of the account that pays. */
      owner: string;
      /** What follows the model's id in the request: a policy of the router, or the only provider that may serve. */
      provider: string;
      /** User name of the organization that pays; `undefined` where the person does. */
      billTo: string | undefined;
    }
  | {
      kind: 'endpoint';
      endpoint: OwnEndpoint;
      /** `sub` of the account in use, if there is one. */
      owner: string | undefined;
    }
  | {
      /** The browser's own model, which a view must ask. */
      kind: 'built-in';
      runId: RunId;
      windowId: number;
    };
