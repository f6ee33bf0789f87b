import * as v from 'valibot';
import { storedObject } from '@/utils/storage/stored-object';
import type { CompanionError } from '@/utils/errors/companion-error';

/** The sign-in as the views show it: a popup closes when the sign-in window opens, and learns the end later. */
// Picklists where literals would do: they are in the popup already.
export const signInProgressSchema = v.union([
  storedObject({
    status: v.picklist(['in-progress']),
    /** Epoch milliseconds. */
    startedAt: v.number(),
    /** The browser window it goes on in, once it is known. */
    windowId: v.optional(v.number()),
  }),
  storedObject({
    status: v.picklist(['failed']),
    // Only this version's background writes it: the area does not outlive an update.
    error: storedObject({ kind: v.string() }) as unknown as v.GenericSchema<CompanionError>,
  }),
]);

export type SignInProgress = v.InferOutput<typeof signInProgressSchema>;
