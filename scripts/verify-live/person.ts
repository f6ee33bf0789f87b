/** Whoever plays the person's part of the walk: somebody at a terminal, or a test. */
export interface Person {
  /** Resolves to one line, as it was typed. Rejects with {@link PersonLeft} when nobody answers any more. */
  ask(question: string): Promise<string>;
  say(text: string): void;
}

/** Thrown when the person has gone; it ends the walk. */
export class PersonLeft extends Error {
  override name = 'PersonLeft';
}

/** Thrown when the person skips a step; the walk goes on with the next one. */
export class StepSkipped extends Error {
  override name = 'StepSkipped';
}

/**
 * Asks for a line of text.
 *
 * @throws StepSkipped when the answer is `s`
 */
export async function askText(person: Person, question: string): Promise<string> {
  const answer = (await person.ask(`${question} `)).trim();
  if (answer.toLowerCase() === 's') throw new StepSkipped();
  return answer;
}

/**
 * Asks until the answer is yes or no.
 *
 * @throws StepSkipped when the answer is `s`
 */
export async function askYesOrNo(person: Person, question: string): Promise<'yes' | 'no'> {
  for (;;) {
    const answer = (await askText(person, `${question} (y, n, s to skip)`)).toLowerCase();
    if (answer === 'y' || answer === 'yes') return 'yes';
    if (answer === 'n' || answer === 'no') return 'no';
    person.say('Please answer y, n or s.');
  }
}
