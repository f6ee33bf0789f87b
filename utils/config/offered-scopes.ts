/** What sign-in asks for unless others are set: without them there is no sign-in, no name, no answer. */
export const BASE_SCOPES = ['openid', 'profile', 'inference-api'] as const;

/** What a person may grant besides, in the options, each for a feature. */
export const OPTIONAL_SCOPES = ['email', 'read-memberships', 'read-repos', 'read-billing'] as const;
