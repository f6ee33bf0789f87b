import { faultsSchema } from './fault';
import { defineStoredItem } from './stored-item';

/** What is wrong with storage, for the person to read. Not among the others: the popup has no room for it. */
export const faultsItem = defineStoredItem('session:faults', faultsSchema);
