const GROUP_OF_TEXT = /\\(?:text\w*|math(?:rm|it|bf|sf|tt)|operatorname\*?|mbox|ce)\s*\{[^{}]*\}/g;
const COMMAND = /\\(?:begin|end)\{[a-z]+\*?\}|\\[A-Za-z]+|\\[^]/g;
/** What makes a text a formula whoever wrote it; digits alone don't. */
const EVIDENCE = /\\[A-Za-z]|[\^_=<>+≤≥≠≈∈∑∫√×÷±→∞α-ωΑ-Ω]/;
const SYMBOL = /^\s*\p{L}['′]*\s*$/u;
const MARKUP = /\*\*|~~|\]\(|`|https?:|[€£¥₹]/;
const FUNCTION =
  '(?:sin|cos|tan|cot|sec|log|ln|lg|exp|max|min|lim|sup|inf|det|dim|ker|gcd|lcm|mod|arg|deg|sgn)';
/** A word as in a sentence, between two others: `5 and 10`. */
const WORD_BETWEEN = new RegExp(
  `[\\p{L}\\p{N})\\].,;:!?%"'”’]\\s+(?!${FUNCTION}\\b)\\p{L}{2,}[.,;:!?]?\\s+[\\p{L}\\p{N}("“$€£]`,
  'u',
);
const TWO_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?!${FUNCTION}\\b)\\p{L}{2,}[.,;:!?]?\\s+(?!${FUNCTION}\\b)\\p{L}{2,}`,
  'u',
);
const WORD = new RegExp(`(?<!\\p{L})(?!${FUNCTION}(?!\\p{L}))\\p{L}{3,}`, 'u');
// Not past the next bracket: a text of nothing else would cost the square of its length.
const ASIDE = /[;:?–—]|\([^()]*$/;
const STARTS_AS_AMOUNT = /^\s*[~≈<>+−-]?\s?[.,]?\d/;
const OTHER_SCRIPT = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Common}])\p{L}/u;

function withoutCommands(tex: string): string {
  return tex.replace(GROUP_OF_TEXT, ' ').replace(COMMAND, ' ');
}

/** Whether TeX between delimiters reads like a sentence, such as what stands between two prices. */
export function isProse(tex: string): boolean {
  if (MARKUP.test(tex)) return true;
  const words = withoutCommands(tex);
  if (OTHER_SCRIPT.test(words) || WORD_BETWEEN.test(words) || TWO_WORDS.test(words)) return true;
  if (!STARTS_AS_AMOUNT.test(tex) || /\\[A-Za-z]/.test(tex)) return false;
  return WORD.test(words) || ASIDE.test(tex);
}

/** Whether there is something in it that only a formula has, or it is one letter. */
export function hasEvidence(tex: string): boolean {
  return EVIDENCE.test(tex) || SYMBOL.test(tex);
}
