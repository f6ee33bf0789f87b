import { joinLines } from './join-lines.ts';
import { looksLikeCode } from './looks-like-code.ts';

/** Letters that fonts draw as one, and that copies of PDFs keep so. */
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/**
 * Mends what copies of PDFs and mails have broken: lines are joined to the paragraphs they were, words lose
 * the hyphen and the soft hyphens of the line, drawn-together letters come apart. Paragraphs, lists,
 * headings, tables and verse stay; code stays to the byte. Mending twice is mending once.
 */
export function repairText(text: string): string {
  if (latest?.text !== text) latest = { text, repaired: repairUntilStable(text) };
  return latest.repaired;
}

/** A request asks for the same several times, and a long text takes a while. */
let latest: { text: string; repaired: string } | undefined;

function repairUntilStable(text: string): string {
  if (looksLikeCode(text)) return text;
  for (let before = text; ;) {
    // Ends: each round that changes something has fewer line breaks or fewer special characters.
    const after = repairOnce(before);
    if (after === before) return after;
    before = after;
  }
}

function repairOnce(text: string): string {
  const isWord = wordsOf(text);
  return blocksOf(text)
    .map((block) => (isKept(block) ? block : repairBlock(block, isWord)))
    .join('\n');
}

/** Lines between blank ones; a block of code between fences is one, and so is each run of blank lines. */
function blocksOf(text: string): string[] {
  const blocks: string[][] = [];
  let kind: 'fenced' | 'blank' | 'lines' | undefined;
  for (const line of text.split('\n')) {
    const isFence = /^\s*(?:```|~~~)/.test(line);
    const next = kind === 'fenced' || isFence ? 'fenced' : line.trim() === '' ? 'blank' : 'lines';
    if (next === kind && !(isFence && kind !== 'fenced')) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    kind = kind === 'fenced' && isFence ? undefined : next;
  }
  return blocks.map((lines) => lines.join('\n'));
}

function isKept(block: string): boolean {
  return /^\s*(?:```|~~~)/.test(block) || block.trim() === '' || looksLikeCode(block);
}

function repairBlock(block: string, isWord: (word: string) => boolean): string {
  const lines = block.replaceAll('\r', '').split('\n');
  return joinLines(lines, isWord)
    .join('\n')
    .replace(/\u00ad(?!\n|$)/g, '')
    .replace(/[ﬀ-ﬆ]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** Made when it is first asked: most texts have no hyphen at the end of a line. */
function wordsOf(text: string): (word: string) => boolean {
  let words: Set<string> | undefined;
  return (word) => {
    words ??= new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu));
    return words.has(word.toLowerCase());
  };
}
