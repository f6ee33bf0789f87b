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
  | { kind: 'credits-used-up' }
  | { kind: 'scope-missing' }
  | { kind: 'model-not-supported'; model: string }
  | { kind: 'model-gone'; model: string }
  /** By the policy; `allowed` names some of what is. Without a model, nothing on the list is. */
  | {
      kind: 'model-not-allowed';
      reason: 'models' | 'providers';
      model: string | undefined;
      allowed: string;
    }
  | { kind: 'text-too-long' }
  | { kind: 'request-refused'; status: number; message: string | undefined }
  | { kind: 'rate-limited'; retryAfterSeconds: number | undefined }
  | { kind: 'service-busy'; status: number }
  // The stream
  | { kind: 'stream-cut' }
  | { kind: 'stream-damaged' }
  | { kind: 'stream-error'; message: string | undefined }
  | { kind: 'empty-answer'; finish: 'stop' | 'length' }
  | { kind: 'answer-filtered' }
  | { kind: 'stalled' }
  | { kind: 'interrupted' }
  // The work itself
  | { kind: 'no-text' }
  | { kind: 'no-question' }
  | { kind: 'no-models' }
  | { kind: 'model-list-unavailable' }
  | { kind: 'run-gone' }
  | { kind: 'unexpected' };
