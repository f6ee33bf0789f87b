import * as v from 'valibot';
import { settingsByAccountSchema } from '@/utils/account/account-settings';
import { accountsSchema } from '@/utils/account/accounts';
import { signInProgressSchema } from '@/utils/account/sign-in-progress';
import { settingsSchema } from '@/utils/config/settings';
import { ownEndpointsSchema } from '@/utils/endpoints/own-endpoint';
import { billingUsagesSchema } from '@/utils/money/billing-usage';
import { ledgersSchema } from '@/utils/money/ledger';
import { tokenRatiosSchema } from '@/utils/money/token-ratio';
import { modelCatalogueSchema } from '@/utils/models/chat-model';
import { privateModelsSchema } from '@/utils/models/private-model';
import { defineStoredItem } from './stored-item';

/*
 * What extension pages may read, a line each. Secrets are elsewhere, out of the pages' reach by lint:
 * utils/session/secret-items.ts, utils/session/refresh-token.ts and utils/endpoints/endpoint-key.ts. Only the background writes.
 */

/** Who is signed in; no secret. Sign-out takes the account out of it. */
export const accountsItem = defineStoredItem('local:accounts', accountsSchema);

/** The choices of each account. Survives sign-out, for when they come back. */
export const settingsByAccountItem = defineStoredItem(
  'local:settingsByAccount',
  settingsByAccountSchema,
);

/** The sign-in under way or just failed. Removed by success, by Cancel and by sign-out. */
export const signInProgressItem = defineStoredItem('session:signIn', signInProgressSchema);

/** The choices for all accounts of this browser. Survives sign-out. */
export const settingsItem = defineStoredItem('local:settings', settingsSchema);

/** The endpoints of the person's own, for all accounts and without any; their keys are elsewhere. */
export const ownEndpointsItem = defineStoredItem('local:endpoints', ownEndpointsSchema);

/** The model list of the router, as last seen. Public data; survives sign-out. */
export const modelCatalogueItem = defineStoredItem('local:modelCatalogue', modelCatalogueSchema);

/** The private models of each account that lets them be read. In `session`, which no content script can read. */
export const privateModelsItem = defineStoredItem('session:privateModels', privateModelsSchema);

/** What each account has spent, by month, model and action. Survives sign-out, as the month goes on. */
export const ledgersItem = defineStoredItem('local:ledgers', ledgersSchema);

/** Hugging Face's own count of the month, of each account that lets it be read. */
export const billingUsagesItem = defineStoredItem('session:billingUsages', billingUsagesSchema);

/** How families of models count tokens, as receipts have told. Nobody's data. */
export const tokenRatiosItem = defineStoredItem('local:tokenRatios', tokenRatiosSchema);

/** Set until the person has read that this browser keeps nothing on disk: signing in lasts until it closes. */
export const memoryOnlyItem = defineStoredItem('session:memoryOnly', v.boolean());

/** Which conversations windows show, the latest last. Absent until this browser session's first background has started. */
export const shownConversationsItem = defineStoredItem(
  'session:shownConversations',
  v.array(v.object({ windowId: v.number(), conversation: v.string() })),
);
