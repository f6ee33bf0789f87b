import * as v from 'valibot';
import { storedObject } from './stored-object';

const FAULT_KINDS = [
  /** A value could not be read; `what` is its key. A copy is kept. */
  'damaged',
  /** The stored values are of a newer version of the extension. */
  'newer-version',
  /** The stored values are of an older version, and could not be brought up to date. */
  'migration-failed',
  /** Extension storage took no more. */
  'storage-full',
  /** The database of runs: took no more, could not be read, is of a newer version, can't be opened. */
  'history-full',
  'history-damaged',
  'history-newer',
  'history-unavailable',
] as const;

/** {@link FaultKind} as it is sent and stored. */
export const faultKindSchema = v.picklist(FAULT_KINDS);

/** A way in which storage can fail that a person has to know of, although no request of theirs has failed. */
export type FaultKind = v.InferOutput<typeof faultKindSchema>;

/** Those of this session of the browser, the oldest first. */
export const faultsSchema = v.array(
  storedObject({
    kind: faultKindSchema,
    /** What it is about, where there can be several. */
    what: v.optional(v.string()),
    /** The person has read it. It stays on the list, so that it is not told again. */
    isDismissed: v.optional(v.boolean()),
  }),
);

export type Fault = v.InferOutput<typeof faultsSchema>[number];
