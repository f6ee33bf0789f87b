/** A part of an answer as it comes: words for the person, thoughts of the model, or both. */
export interface AnswerDelta {
  text: string;
  reasoning: string;
}

const OPEN = '<think>';
const CLOSE = '</think>';

/** Tells thoughts from the answer in a text that comes in pieces. */
export interface ThinkingSplitter {
  /** Takes the next piece of the content. What may still become a tag is kept back. */
  push(content: string): AnswerDelta;
  /** Gives out what was kept back: no more will come. */
  end(): AnswerDelta;
}

/**
 * Splits off the thoughts that a model writes into its content as `<think>…</think>`, where its provider
 * does not (DeepSeek R1 and Qwen 3 write so). Only a tag that begins the answer counts, after white space
 * at most: later on it is a word of the answer. A tag that is never closed makes all of it thoughts.
 */
export function splitThinking(): ThinkingSplitter {
  let place: 'start' | 'opened' | 'thinking' | 'closed' | 'answer' = 'start';
  let kept = '';

  const read = (isEnd: boolean): AnswerDelta => {
    let reasoning = '';
    if (place === 'start') {
      const begun = kept.trimStart();
      if (begun.startsWith(OPEN)) {
        place = 'opened';
        kept = begun.slice(OPEN.length);
      } else if (isEnd || !OPEN.startsWith(begun)) {
        place = 'answer';
      }
    }
    if (place === 'opened') {
      kept = kept.trimStart();
      if (kept !== '') place = 'thinking';
    }
    if (place === 'thinking') {
      const close = kept.indexOf(CLOSE);
      const end = close >= 0 ? close : isEnd ? kept.length : endBeforeTag(kept);
      reasoning = kept.slice(0, end);
      kept = kept.slice(close >= 0 ? close + CLOSE.length : end);
      if (close >= 0) place = 'closed';
    }
    if (place === 'closed') {
      kept = kept.trimStart();
      if (kept !== '') place = 'answer';
    }
    if (place !== 'answer') return { text: '', reasoning };
    const text = kept;
    kept = '';
    return { text, reasoning };
  };

  return {
    push: (content) => {
      kept += content;
      return read(false);
    },
    end: () => read(true),
  };
}

/** Where a beginning of the closing tag stands at the end of a text; the length of the text, if none does. */
function endBeforeTag(text: string): number {
  const start = text.lastIndexOf('<');
  return start >= 0 && CLOSE.startsWith(text.slice(start)) ? start : text.length;
}
