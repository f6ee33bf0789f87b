/**
 * Cuts a code into groups that are easy to read off. Joined they are the code again: its own separators
 * stay at the ends of their groups; a code without any gets groups of four, or of three if they come out even.
 */
export function codeGroups(code: string): string[] {
  const own = code.split(/(?<=[^\p{L}\p{N}])/u);
  if (own.length > 1) return own;
  const characters = Array.from(code);
  const size = characters.length % 4 !== 0 && characters.length % 3 === 0 ? 3 : 4;
  return characters.flatMap((_character, index) =>
    index % size === 0 ? [characters.slice(index, index + size).join('')] : [],
  );
}
