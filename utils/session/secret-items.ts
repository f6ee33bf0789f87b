import { pendingAuthorizationSchema } from '@/utils/oauth/pending-authorization';
import { defineStoredItem } from '@/utils/storage/stored-item';
import { accessTokenSchema } from './access-token-record';

/** The access token. Removed by sign-out; gone with the browser's session. */
export const accessTokenItem = defineStoredItem('session:accessToken', accessTokenSchema);

/** Verifier, state and nonce of the sign-in under way. Removed by the end of the flow. */
export const pendingAuthorizationItem = defineStoredItem(
  'session:pendingAuthorization',
  pendingAuthorizationSchema,
);
