import { createQueue } from '@/utils/storage/queue';

/**
 * For every change of who is signed in: opening, ending and renewing a session each write to several
 * places, and a sign-out must not fall between two of them.
 */
export const inOrder = createQueue();
