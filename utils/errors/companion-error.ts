/** Why an authorization response or the tokens behind it were refused. */
export type RefusedCheck =
  | 'discovery'
  | 'redirect-uri'
  | 'state'
  | 'expired'
  | 'issuer'
  | 'authorization-response'
  | 'device-code'
  | 'token-response'
  | 'id-token'
  | 'userinfo';

/**
 * Everything that can go wrong and be told to a person. A new member does not compile until
 * `describeError` has words and a next step for it. Values are JSON-safe: they cross contexts.
 */
export type CompanionError =
  // Sign-in
  | { kind: 'client-id-missing' }
  | { kind: 'client-id-invalid'; reason: 'empty' | 'token' | 'format' }
  | { kind: 'scopes-invalid'; reason: 'openid' | 'format' }
  | { kind: 'sign-in-cancelled' }
  | { kind: 'sign-in-denied' }
  | { kind: 'sign-in-page-failed' }
  | { kind: 'sign-in-window-open' }
  | { kind: 'sign-in-interrupted' }
  | { kind: 'sign-in-timed-out' }
  | { kind: 'sign-in-unavailable' }
  | { kind: 'sign-in-refused'; check: RefusedCheck }
  | { kind: 'sign-in-failed'; code: string }
  | { kind: 'scope-not-granted'; scope: string }
  | { kind: 'other-account'; username: string }
  | { kind: 'account-in-use'; username: string }
  | { kind: 'device-code-expired' }
  | { kind: 'client-id-changed' }
  | { kind: 'signed-out' }
  | { kind: 'session-expired' }
  // Network
  | { kind: 'offline' }
  | { kind: 'host-access-missing'; host: string }
  | { kind: 'unreachable'; host: string }
  | { kind: 'unexpected-answer'; host: string }
  /** The Hub itself: 429 or from 500 on, at sign-in or renewal. */
  | { kind: 'hub-busy'; status: number }
  // Inference (statuses of the router)
  /**
   * With what it can go on, at most three of each: live models that cost nothing, own endpoints, who else can
   * pay. `builtIn`: the browser's own model, where the view finds that there is one. `isByOrganization`: it is
   * an organization's credits that are used up, and the person could pay.
   */
  | {
      kind: 'credits-used-up';
      free: string[];
      builtIn?: true | undefined;
      endpoints?: { id: string; name: string; model: string }[] | undefined;
      isByOrganization?: true | undefined;
      organizations?: { username: string; name: string }[] | undefined;
    }
  | { kind: 'scope-missing' }
  /** `nearest` is a live model that can stand in; `pinned` the provider that was named, where others serve the model. */
  | { kind: 'model-not-supported'; model: string; nearest?: string; pinned?: string }
  | { kind: 'model-gone'; model: string; nearest?: string; pinned?: string }
  /** By the policy, or by the person's own list of providers; `allowed` names some of what is. Without a model, nothing on the list is. */
  | {
      kind: 'model-not-allowed';
      reason: 'models' | 'providers' | 'own-providers';
      model: string | undefined;
      allowed: string;
    }
  /** `message`: what the provider said of its limit; absent where nothing was sent. */
  | { kind: 'text-too-long'; message?: string | undefined }
  | { kind: 'request-refused'; status: number; message: string | undefined }
  /** `retryAt`: epoch milliseconds from which on the server lets itself be asked again, where it says so. */
  | { kind: 'rate-limited'; retryAt: number | undefined }
  | { kind: 'service-busy'; status: number; retryAt: number | undefined }
  // An endpoint of one's own
  /** An address that cannot be one: nobody can reach it from here, or it carries a name and password. */
  | { kind: 'endpoint-url'; reason: 'format' | 'credentials' | 'host' }
  /** `hub-token`: a token of Hugging Face that would go to another host. */
  | { kind: 'endpoint-key'; reason: 'format' | 'hub-token' }
  | { kind: 'endpoint-gone' }
  /** By the policy. */
  | { kind: 'endpoint-not-allowed' }
  | { kind: 'endpoint-unreachable'; host: string; isLocal: boolean }
  /** `origin`: the server takes no requests of an extension. The others: what it was shown, if anything. */
  | { kind: 'endpoint-refused'; host: string; by: 'origin' | 'key' | 'token' | 'nothing' }
  | { kind: 'endpoint-not-compatible'; host: string }
  | { kind: 'endpoint-model-gone'; host: string; model: string }
  /** The browser's own model can't be used after all, or there is no view that could ask it. */
  | { kind: 'built-in-unavailable' }
  // The stream
  | { kind: 'stream-cut' }
  | { kind: 'stream-damaged' }
  | { kind: 'stream-error'; message: string | undefined }
  | { kind: 'empty-answer'; finish: 'stop' | 'length' }
  | { kind: 'answer-filtered' }
  /** Ours, against a stream that never ends: far above that of any model, which is a good end by `length`. */
  | { kind: 'answer-at-limit' }
  | { kind: 'stalled' }
  | { kind: 'interrupted' }
  // Extension storage
  | { kind: 'storage-full' }
  | { kind: 'storage-failed' }
  /** What is stored has the shape of another version, which must be able to read it again. */
  | { kind: 'other-version' }
  // The work itself
  | { kind: 'no-text' }
  | { kind: 'secret-field' }
  | { kind: 'unseen-field' }
  | { kind: 'no-question' }
  | { kind: 'no-models' }
  | { kind: 'model-list-unavailable' }
  | { kind: 'run-gone' }
  /** Of this account there is no history here: the browser keeps none, or a newer version has written it. */
  | { kind: 'no-history' }
  /** Signing out deletes this many answers. */
  | { kind: 'history-would-go'; count: number; sub: string }
  // A file of runs
  | { kind: 'import-not-readable' }
  | { kind: 'import-newer' }
  | { kind: 'unexpected' };
