const WORDS =
  'a lens gathers the light of small lamp and sends it out as narrow beam over water towards ships that pass by night while keepers write in their book what they saw of wind and fog'.split(
    ' ',
  );

function words(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => WORDS[(from + index * 7) % WORDS.length]).join(
    ' ',
  );
}

/** One section of an answer as models write them, with one of each kind of block. */
function section(number: number): string {
  const at = number * 3;
  const items = [0, 1, 2].map(
    (item) => `- **${words(at + item, 2)}**: ${words(at + item + 5, 12)}`,
  );
  return [
    `## Section ${number}: ${words(at, 4)}`,
    `${words(at, 40)}, *${words(at + 1, 3)}*, \`${words(at + 2, 1)}\` and [${words(at + 3, 2)}](https://example.com/${number}). ${words(at + 4, 40)}.`,
    items.join('\n'),
    `\`\`\`js\nconst beam = lens(${number});\nfor (const ship of ships) ship.see(beam);\n\`\`\``,
    `| Light | Range |\n| --- | --- |\n| ${words(at, 2)} | ${number} |\n| ${words(at + 1, 2)} | ${number + 1} |`,
    `> ${words(at + 6, 20)}.`,
    `${words(at + 8, 60)}.`,
  ].join('\n\n');
}

/** How such a text ends, so that it can be seen to be there. */
export const LAST_WORDS = 'That is all there is to see.';

/** Markdown of exactly this many characters, the same at every call. */
export function markdownText(length: number): string {
  let text = '';
  for (let number = 1; text.length < length; number += 1) text += `${section(number)}\n\n`;
  const ending = `\n\n${LAST_WORDS}`;
  return text.slice(0, length - ending.length) + ending;
}

/** A text in pieces of this many characters, as the events of a stream bring it. */
export function inPieces(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
}
