/**
 * Reads which cases were asked for; all when none is named.
 *
 * @throws Error with one sentence for the person who runs the command
 */
export function chosenCases<Case extends { readonly name: string }>(
  args: readonly string[],
  cases: readonly Case[],
): readonly Case[] {
  const unknown = args.find((arg) => cases.every(({ name }) => name !== arg));
  if (unknown !== undefined) {
    const names = cases.map(({ name }) => name).join(', ');
    throw new Error(`"${unknown}" is no case. Known are ${names}.`);
  }
  return args.length === 0 ? cases : cases.filter(({ name }) => args.includes(name));
}
