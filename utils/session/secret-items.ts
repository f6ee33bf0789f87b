import { defineStoredItem } from '@/utils/storage/stored-item';
import { accessTokenSchema } from './access-token-record';

/** The access token. Removed by sign-out; gone with the browser's session. */
export const accessTokenItem = defineStoredItem('session:accessToken', accessTokenSchema);
