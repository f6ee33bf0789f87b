/** Walks one person with a real account through what only Hugging Face itself can show. */
import { readArguments, type LiveArguments } from './arguments.ts';
import { PersonLeft } from './person.ts';
import { RecordFile } from './record-file.ts';
import { terminalPerson } from './terminal-person.ts';
import { takeWalk } from './walk.ts';

const GREETING = `This walk asks the real service what its documents leave open. You need an account there.
Nothing is written but what the record shows: no token, code, client id or name. Every step says
first what it does and can be skipped with s. Ctrl-C ends the walk and keeps what was recorded.`;

async function verify(where: LiveArguments): Promise<void> {
  const [date = ''] = new Date().toISOString().split('T');
  const file = new RecordFile(where.isLive ? 'docs/live' : '.output/live', date);
  const tell = (): void => {
    process.stdout.write(
      file.hasText ? `\nThe record: ${file.path}\n` : '\nNothing was recorded.\n',
    );
  };
  const person = terminalPerson(() => {
    tell();
    process.exit(130);
  });
  try {
    person.say(GREETING);
    await takeWalk({ ...where, person, date, save: (text) => file.save(text) });
    person.say(
      `\nThe tokens are forgotten with this program. ${where.providerOrigin}/settings/connected-applications withdraws the permission.`,
    );
    tell();
  } catch (cause) {
    if (!(cause instanceof PersonLeft)) throw cause;
    tell();
    process.exitCode = 1;
  } finally {
    person.close();
  }
}

try {
  await verify(readArguments(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
