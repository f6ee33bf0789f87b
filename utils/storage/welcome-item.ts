import { welcomeSchema } from '@/utils/surfaces/welcome-steps';
import { defineStoredItem } from './stored-item';

/**
 * The first run: that its page was opened, and what is settled of it. For all accounts; survives sign-out. Not
 * among the others: only its own page has room for it.
 */
export const welcomeItem = defineStoredItem('local:welcome', welcomeSchema);
