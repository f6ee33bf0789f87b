import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { ACTION_IDS } from '../../utils/actions/action.ts';

const strings = v.optional(v.array(v.string()), []);

const requestSchema = v.strictObject({
  /** The text to the letter, or mended: then it must differ. */
  sends: v.optional(v.picklist(['verbatim', 'repaired'])),
  /** Of the answer, BCP 47. */
  language: v.optional(v.string()),
  /** What the user's message must and must not hold. */
  holds: strings,
  lacks: strings,
  /** Bound that must not be exceeded, in tokens, thinking left out. */
  maxTokens: v.optional(v.number()),
  isCut: v.optional(v.boolean(), false),
});

const answerSchema = v.strictObject({
  language: v.optional(v.string()),
  holds: strings,
  lacks: strings,
  /** Longest, in times of the text's length. */
  atMost: v.optional(v.number()),
  atMostCharacters: v.optional(v.number()),
  /** It has as many lines as the text. */
  lines: v.optional(v.boolean(), false),
  /** What an answer says that obeys the text: with so little besides it has. */
  isNotOnly: v.optional(v.string()),
});

const caseSchema = v.strictObject({
  action: v.picklist(ACTION_IDS),
  /** The language of the person, and the second one, BCP 47. */
  own: v.string(),
  second: v.optional(v.string()),
  question: v.optional(v.string()),
  sentence: v.optional(v.string()),
  title: v.optional(v.string(), ''),
  masks: v.optional(v.boolean(), false),
  /** Tokens; that of an ordinary model, if absent. */
  contextLength: v.optional(v.number(), 131_072),
  request: requestSchema,
  answer: v.nullish(answerSchema),
});

const headSchema = v.strictObject({
  about: v.string(),
  /** Of the text, as a detector says it; absent where that can't be relied on. */
  language: v.optional(v.string()),
  /** How many times the text stands one after the other, for long ones. */
  repeat: v.optional(v.number(), 1),
  cases: v.array(caseSchema),
});

/** One thing that is asked about a text, and what must hold of the request and of an answer. */
export type TextCase = v.InferOutput<typeof caseSchema>;

/** A text with its cases. */
export interface TextFile {
  name: string;
  about: string;
  language: string | undefined;
  text: string;
  cases: readonly TextCase[];
}

const FOLDER = path.join(import.meta.dirname, '../../tests/fixtures/texts');

/** Reads all texts: a JSON head, a line with three hyphens, and the text to the letter. */
export function readTextFiles(): TextFile[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) =>
      parseTextFile(path.basename(file, '.txt'), readFileSync(path.join(FOLDER, file), 'utf8')),
    );
}

/** @throws Error that names the file, when its head is not as it must be */
function parseTextFile(name: string, content: string): TextFile {
  const at = content.indexOf('\n---\n');
  const parsed = v.safeParse(headSchema, JSON.parse(content.slice(0, at)));
  if (!parsed.success) throw new Error(`${name}: ${v.summarize(parsed.issues)}`);
  const { about, language, repeat, cases } = parsed.output;
  // The line break at the end is the file's.
  const text = content.slice(at + '\n---\n'.length, -1);
  return { name, about, language, cases, text: Array(repeat).fill(text).join('\n\n') };
}
