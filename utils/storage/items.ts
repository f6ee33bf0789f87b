import { accountSchema } from '@/utils/account/account';
import { signInProgressSchema } from '@/utils/account/sign-in-progress';
import { settingsSchema } from '@/utils/config/settings';
import { modelCatalogueSchema } from '@/utils/models/chat-model';
import { defineStoredItem } from './stored-item';

/*
 * What extension pages may read, a line each. Secrets are elsewhere, out of the pages' reach by lint:
 * utils/session/secret-items.ts and utils/session/refresh-token.ts. Only the background writes.
 */

/** Who is signed in; no secret. Removed by sign-out. */
export const accountItem = defineStoredItem('local:account', accountSchema);

/** The sign-in under way or just failed. Removed by success and by sign-out. */
export const signInProgressItem = defineStoredItem('session:signIn', signInProgressSchema);

/** The person's choices. Survives sign-out. */
export const settingsItem = defineStoredItem('local:settings', settingsSchema);

/** The model list of the router, as last seen. Public data; survives sign-out. */
export const modelCatalogueItem = defineStoredItem('local:modelCatalogue', modelCatalogueSchema);
