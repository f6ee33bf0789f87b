import { parseClientId } from '../../../utils/config/client-id.ts';
import { askText, type Person } from '../person.ts';
import type { Step } from '../step.ts';

/** The client id is used and not written; only its kind is. */
export const clientId: Step = {
  question: 'client-id',
  about: 'You paste the client ID. It is not written down. Most steps need it.',
  run: async (walk, note) => {
    const pasted = await askClientId(walk.person);
    walk.clientId = pasted;
    walk.record.confidential.add(pasted);
    const finding = pasted.startsWith('https:') ? 'client-id-document' : 'client-id-application';
    note({ kind: 'finding', finding });
  },
};

async function askClientId(person: Person): Promise<string> {
  for (;;) {
    const parsed = parseClientId(await askText(person, 'Paste the client ID (s to skip):'));
    if (parsed.ok) return parsed.value;
    person.say('That is no client ID: it should be the one that the app shows, and no token.');
  }
}
