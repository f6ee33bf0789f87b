import { firstOf, isDense, lastOf } from './dense-script.ts';
import { joinHyphen } from './join-hyphen.ts';
import { lineShape } from './line-shape.ts';
import { readsAsProse } from './reads-as-prose.ts';

/** Columns of a text are at least so wide: shorter lines are meant. In halves of a full-width character. */
const NARROWEST = 30;

/** A line is full when the next word would have come to this part of the widest: fonts differ by letter. */
const FULL = 0.78;

/** Lines that go on in the middle of a sentence may be shorter still. */
const MID_SENTENCE = 0.5;

/** The part of the lines inside a paragraph that is full, where lines were broken by a machine. */
const FULL_SHARE = 0.6;

/** Verse is narrower than most columns, */
const WIDEST_VERSE = 64;
/** and most of its lines begin with a capital. */
const VERSE_CAPITALS = 0.8;

/** Longer than any word, and its brackets. Characters. */
const LONGEST_END = 40;

/** Of the lines on both sides of a break, as much as shows whether they are prose. Characters. */
const LONGEST_AROUND = 200;

/** Full-width characters are twice as wide. */
const WIDE =
  /^[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]$/u;

/** No sentence, no heading and hardly a verse ends so: in a word that something must follow. */
const UNFINISHED =
  /\s(?:the|an?|of|and|or|to|in|on|at|by|for|with|from|as|is|are|was|that|der|die|das|den|dem|des|ein|eine|einen|einem|einer|kein|keine|und|oder|in|im|auf|an|am|von|vom|zu|zum|zur|mit|für|ist|als|le|la|les|un|une|de|des|du|et|ou|el|los|las|en|y)$/iu;

const SENTENCE_END = /[.!?…:。！？：؟۔]["'”’»)\]」』）]*$/u;

/**
 * Joins the lines of a block that a page's width broke. What shows that they were broken so: most are as
 * full as the next word allows, and somewhere a sentence goes on from one to the next. Verse, lists,
 * tables and headings stay.
 *
 * @param isWord whether the whole text holds this word, unbroken
 */
export function joinLines(lines: readonly string[], isWord: (word: string) => boolean): string[] {
  const pairs = lines.slice(1).map((next, index) => pairOf(lines[index] ?? '', next));
  const width = lines.reduce(
    (widest, line) => (lineShape(line) === 'alone' ? widest : Math.max(widest, widthOf(line))),
    0,
  );
  if (!isBrokenByWidth(lines, pairs, width)) return [...lines];
  const joined: string[] = [];
  let begun = '';
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const pair = pairs[index];
    if (pair && next !== undefined && goesOn(pair, width)) {
      begun += joint(begun === '' ? line : line.trimStart(), next, isWord);
    } else {
      joined.push(begun + (begun === '' ? line : line.trimStart()));
      begun = '';
    }
  }
  return joined;
}

/** Two neighbouring lines. */
interface Pair {
  /** They are prose, or an item and its rest. */
  isJoinable: boolean;
  /** Width of the first, with the first word of the second. */
  reach: number;
  /** A sentence, or a word, goes on from the one to the other. */
  isMidSentence: boolean;
}

function pairOf(line: string, next: string): Pair {
  const text = line.trimEnd();
  const after = next.trimStart();
  // The end says enough.
  const end = text.slice(-LONGEST_END);
  const around = `${text.slice(-LONGEST_AROUND)}\n${after.slice(0, LONGEST_AROUND)}`;
  const isDenseNext = isDense(firstOf(after));
  const word = isDenseNext ? firstOf(after) : (/^\S{1,100}/.exec(after)?.[0] ?? '');
  const shape = lineShape(line);
  // Scripts without case say less: that the sentence has not ended.
  const isCaseless = /^[\p{Lo}\p{M}]/u.test(after) && !SENTENCE_END.test(end);
  return {
    isJoinable: (shape === 'prose' || shape === 'item') && lineShape(next) === 'prose',
    reach: widthOf(text) + (isDenseNext ? 0 : 1) + widthOf(word),
    isMidSentence:
      isCaseless ||
      (/^["'(„“‚‘«]?\p{Ll}/u.test(after) && !SENTENCE_END.test(end) && readsAsProse(around)) ||
      UNFINISHED.test(end) ||
      /[,،，、]$/.test(end) ||
      /\p{L}[-‐\u00ad]$/u.test(end),
  };
}

function isBrokenByWidth(lines: readonly string[], pairs: readonly Pair[], width: number): boolean {
  const joinable = pairs.filter(({ isJoinable }) => isJoinable);
  if (width < NARROWEST || !joinable.some(({ isMidSentence }) => isMidSentence)) return false;
  if (isVerse(lines, width)) return false;
  const full = joinable.filter(({ reach }) => reach >= width * FULL);
  return full.length >= joinable.length * FULL_SHARE;
}

function isVerse(lines: readonly string[], width: number): boolean {
  if (lines.length < 3 || width > WIDEST_VERSE) return false;
  if (lines.some((line) => UNFINISHED.test(line.trimEnd().slice(-LONGEST_END)))) return false;
  const capitals = lines.filter((line) => /^\s*["'„“«]?\p{Lu}/u.test(line));
  return capitals.length >= lines.length * VERSE_CAPITALS;
}

function goesOn({ isJoinable, reach, isMidSentence }: Pair, width: number): boolean {
  return isJoinable && reach >= width * (isMidSentence ? MID_SENTENCE : FULL);
}

/** A line as it stands before the next one, with what comes between. */
function joint(line: string, next: string, isWord: (word: string) => boolean): string {
  const [text, after] = [line.trimEnd(), next.trimStart()];
  const hyphen = joinHyphen(text, after, isWord);
  if (hyphen) return hyphen.head + hyphen.between;
  const isTight = isDense(lastOf(text)) && isDense(firstOf(after));
  return text + (isTight ? '' : ' ');
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text.trim()) width += WIDE.test(character) ? 2 : 1;
  return width;
}
