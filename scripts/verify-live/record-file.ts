import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** One file of a directory, under the day's name; it appears with the first text that is saved. */
export class RecordFile {
  readonly path: string;
  hasText = false;

  /** @param date as yyyy-mm-dd; a second walk on the same day gets a number */
  constructor(directory: string, date: string) {
    let name = `${date}.md`;
    for (let number = 2; existsSync(path.join(directory, name)); number += 1) {
      name = `${date}-${number}.md`;
    }
    this.path = path.join(directory, name);
  }

  /** Replaces the text. Done when it returns, so that nothing is lost when the process ends. */
  save(text: string): void {
    mkdirSync(path.dirname(this.path), { recursive: true });
    writeFileSync(this.path, text);
    this.hasText = true;
  }
}
