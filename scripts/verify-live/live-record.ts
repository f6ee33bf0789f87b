import { Confidential } from './confidential.ts';
import type { Observation } from './observation.ts';
import { QUESTIONS, type Question } from './questions.ts';
import { writable } from './writable.ts';

/** What a record says of itself. */
export interface RecordOptions {
  /** As yyyy-mm-dd. */
  readonly date: string;
  /** Whether the service is Hugging Face itself. */
  readonly isLive: boolean;
  /** Told the whole record after each observation. */
  readonly save: (markdown: string) => void;
}

/** What a walk has seen so far. Every observation is saved at once, so that Ctrl-C loses none. */
export class LiveRecord {
  readonly confidential = new Confidential();
  readonly #observations = new Map<Question, Observation[]>();
  readonly #options: RecordOptions;

  constructor(options: RecordOptions) {
    this.#options = options;
  }

  add(question: Question, observation: Observation): void {
    const earlier = this.#observations.get(question) ?? [];
    this.#observations.set(question, [...earlier, observation]);
    this.#options.save(this.#markdown());
  }

  /** Written anew each time: what turned out to be confidential is then gone from earlier rows too. */
  #markdown(): string {
    const { date, isLive } = this.#options;
    const rows = [...this.#observations].map(([question, observations]) => {
      const texts = observations.map((each) => writable(each, this.confidential));
      return `| ${QUESTIONS[question]} | ${texts.map(cell).join('<br>')} |`;
    });
    return [
      `# ${date}, ${isLive ? 'Hugging Face' : 'another service than Hugging Face'}`,
      '',
      'Written by `npm run verify:live` while one person walked through it; see [README.md](README.md).',
      '',
      '| Question | Observed |',
      '| --- | --- |',
      ...rows,
      '',
    ].join('\n');
  }
}

/** Text as Markdown shows it in a cell of a table. */
function cell(text: string): string {
  return text.replace(/[\\|<>*]/g, '\\$&');
}
