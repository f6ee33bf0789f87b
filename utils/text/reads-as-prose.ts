/* Little words that commands and names do without, of languages that write few letters outside of ASCII. */
const LITTLE_WORD =
  /(?<!\S)(?:the|an|of|and|that|this|was|were|are|is|it|its|be|by|from|has|have|had|not|which|you|we|der|die|das|und|ist|nicht|ein|eine|mit|von|de|la|le|les|des|et|que|el|los|las|un|una|il|di|che|het|een|van|en|y|e|och|att|per|non|na|se|je|dan|yang|untuk|pada)(?=[\s,;.]|$)/i;

/** A clause or a sentence goes on after its sign. */
const PUNCTUATION = /\p{L}[,;]\s|\p{L}{2}[.!?]["')\]]*(?:\s|$)/u;

const FOREIGN_LETTER = /(?=[^\0-\u007f])\p{L}/u;

/** Whether a line or two have what prose hardly ever lacks and commands hardly ever have. */
export function readsAsProse(text: string): boolean {
  return LITTLE_WORD.test(text) || PUNCTUATION.test(text) || FOREIGN_LETTER.test(text);
}
