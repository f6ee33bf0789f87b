/**
 * What a person enters, and where (RFC 8628 §3.3). No secret: it is worth nothing without the device
 * code, which stays in the background.
 */
export interface UserCode {
  /** As the server spells it, with its own separators. */
  userCode: string;
  verificationUri: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}
