/** How far an answer has been read out. */
export interface ReadOut {
  /** Characters of the answer. */
  upTo: number;
  /** The marks that close the block of code it stands in. */
  fence: string | undefined;
}

/** Where reading out begins. */
export const NOTHING_READ: ReadOut = { upTo: 0, fence: undefined };

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** What begins a new block, whatever stands before: a heading, an item, a quote, a row of a table. */
const OWN_LINE = /^\s*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|\|)/;
/** Lines and rows that are drawn and have no words. */
const WORDLESS = /^[\s|:*_=>#-]*$/;

/**
 * The sentences of a growing answer in Markdown that are whole and have not been read out yet, as plain
 * words. Each comes once. Code is only mentioned: nobody wants to hear it unasked.
 *
 * @param isEnded no more will come: what is left counts as a sentence
 * @param code what is said in place of a block of code
 */
export function wholeSentences(
  answer: string,
  read: ReadOut,
  isEnded: boolean,
  code: string,
): { sentences: string[]; read: ReadOut } {
  const sentences: string[] = [];
  let { upTo, fence } = read;
  while (upTo < answer.length) {
    const { end, isWhole } = lineAt(answer, upTo, isEnded);
    const line = answer.slice(upTo, end);
    const marks = atLineStart(answer, upTo) ? FENCE.exec(line)?.[1] : undefined;
    if (fence !== undefined || marks !== undefined) {
      if (!isWhole) break;
      if (fence === undefined) sentences.push(code);
      fence = nextFence(fence, marks, line);
      upTo = end;
      continue;
    }
    const block = blockAt(answer, upTo, isEnded);
    const whole = sentencesOf(block.text, block.isWhole);
    sentences.push(...whole.map(plainWords).filter((words) => words !== ''));
    upTo += block.isWhole ? block.text.length : whole.join('').length;
    if (!block.isWhole) break;
  }
  return { sentences, read: { upTo, fence } };
}

function atLineStart(answer: string, at: number): boolean {
  return at === 0 || answer[at - 1] === '\n';
}

/** The end of the line that a place is in, its line break included. */
function lineAt(answer: string, at: number, isEnded: boolean): { end: number; isWhole: boolean } {
  const lineBreak = answer.indexOf('\n', at);
  return lineBreak < 0
    ? { end: answer.length, isWhole: isEnded }
    : { end: lineBreak + 1, isWhole: true };
}

function nextFence(
  fence: string | undefined,
  marks: string | undefined,
  line: string,
): string | undefined {
  if (fence === undefined) return marks;
  const closes = marks?.startsWith(fence) && line.trim() === marks;
  return closes ? undefined : fence;
}

/** The lines from a place on that belong together. Whole where something else, or nothing more, follows. */
function blockAt(answer: string, at: number, isEnded: boolean): { text: string; isWhole: boolean } {
  let end = at;
  while (end < answer.length) {
    const line = lineAt(answer, end, isEnded);
    const text = answer.slice(end, line.end);
    const isNext = end > at && (text.trim() === '' || FENCE.test(text) || OWN_LINE.test(text));
    if (isNext) return { text: answer.slice(at, end), isWhole: true };
    if (!line.isWhole) return { text: answer.slice(at), isWhole: false };
    end = line.end;
  }
  // The next line may still belong to it.
  return { text: answer.slice(at), isWhole: isEnded };
}

/** Without the last one where more may come: a full stop can turn out to be a decimal point. */
function sentencesOf(text: string, isWhole: boolean): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  // A line break ends a sentence for it, but not in Markdown. What stands for it is as long.
  const line = text.replaceAll('\n', ' ');
  const all = [...segmenter.segment(line)].map(({ segment }) => segment);
  return isWhole ? all : all.slice(0, -1);
}

/** A sentence without the marks of Markdown. */
function plainWords(sentence: string): string {
  if (WORDLESS.test(sentence)) return '';
  return sentence
    .replace(/^\s*(?:#{1,6}|[-*+]|>)\s+/, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*{1,3}|_{2,3}|~~|`+/g, '')
    .replaceAll('|', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
