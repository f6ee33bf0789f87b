/** What only the real service can answer, in the order in which the walk asks. */
export const QUESTIONS = {
  'app-form': 'Does the form for an OAuth app take the redirect URIs?',
  'client-id': 'Which kind of client id is walked with?',
  discovery: 'What does the discovery document name?',
  'sign-in': 'What comes back from a sign-in: `iss`, nonce, claims, tokens?',
  'second-authorization': 'Is a second authorization for the same scopes silent?',
  renewal: 'Is there a refresh token, and is it rotated?',
  cors: 'Which CORS headers does an extension get?',
  'rate-limits': 'Which headers tell the rate limits?',
  account: 'What do userinfo and whoami-v2 say, and which `auth.type`?',
  device: 'How does the device flow answer?',
  chat: 'What does one chat completion bring?',
  'unknown-model': 'What does the error for an unknown model look like?',
  usage: 'Which scope does usage-v2 need?',
  'old-refresh-token': 'Is a refresh token dead once it was used?',
  revocation: 'Does the revocation of leaked credentials end an OAuth token?',
} as const;

export type Question = keyof typeof QUESTIONS;
