// @vitest-environment node
import { expect, it } from 'vitest';
import { DatabaseJournal } from '@/utils/journal/database-journal';
import { openRunsDatabase } from '@/utils/journal/runs-database';
import { run } from '../support/runs';

it('[R1] an answer that is gone on with by the next background stays in its order', async () => {
  const database = await openRunsDatabase('ada', () => undefined);
  const first = run('one', { owner: 'ada' });
  const before = new DatabaseJournal(database, 'ada');
  // Its states come before its text.
  await before.write(first);
  first.state = { kind: 'streaming' };
  await before.write(first);
  first.answer = 'I can';
  await before.write(first);
  const after = new DatabaseJournal(database, 'ada');
  const again = await after.load('one');
  if (!again) throw new Error('the run is gone');
  again.answer += ' only quote.';
  await after.write(again);
  expect((await new DatabaseJournal(database, 'ada').load('one'))?.answer).toBe(
    'I can only quote.',
  );
  database.close();
});
