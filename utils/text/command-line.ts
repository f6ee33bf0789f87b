import { readsAsProse } from './reads-as-prose.ts';

/* No word of a language is among them. */
const PROGRAM =
  /^\s*(?:sudo\s+)?(?:apt|apt-get|awk|aws|brew|cd|chmod|chown|cp|curl|docker|gcloud|git|grep|helm|kubectl|ls|mkdir|mv|npm|npx|pip3?|pnpm|podman|psql|python3?|rm|rsync|scp|sed|ssh|systemctl|tar|terraform|wget|yarn)\s+\S/;

const OPTION = /^\s*[a-z][\w./-]*\s(?:.*\s)?(?:-[a-z]{1,2}|--[a-z][\w-]*)(?=[\s=]|$)/i;

/** Characters. Nobody types longer ones, and expressions would be slow on them. */
const LONGEST = 400;

/** Whether a line is one for a shell, without its prompt: a program that is known, and what it takes. */
export function isCommandLine(line: string): boolean {
  if (line.length > LONGEST || !PROGRAM.test(line)) return false;
  return OPTION.test(line) || !readsAsProse(line);
}

/** Whether a line may be one for another program, by its options. A sentence that names an option is none. */
export function hasOptions(line: string): boolean {
  return line.length <= LONGEST && OPTION.test(line) && !readsAsProse(line);
}
