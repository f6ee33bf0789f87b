import { createInterface } from 'node:readline';
import { PersonLeft, type Person } from './person.ts';

/** A person at the terminal. */
export interface TerminalPerson extends Person {
  /** Gives the terminal back. */
  close(): void;
}

/** @param interrupted called on Ctrl-C, whatever is under way */
export function terminalPerson(interrupted: () => void): TerminalPerson {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // In a terminal readline keeps Ctrl-C to itself; a pipe leaves it to the process.
  terminal.on('SIGINT', interrupted);
  process.once('SIGINT', interrupted);
  // The iterator keeps lines that were typed ahead; `question` would lose them.
  const lines = terminal[Symbol.asyncIterator]();
  return {
    say: (text) => {
      process.stdout.write(`${text}\n`);
    },
    ask: async (question) => {
      terminal.setPrompt(question);
      terminal.prompt();
      const line = await lines.next();
      if (line.done) throw new PersonLeft();
      return line.value;
    },
    close: () => terminal.close(),
  };
}
