/** Messages as browsers read them from `_locales`, by their key with `_` between its parts. */
export type Messages = Readonly<Record<string, Message>>;

interface Message {
  readonly message: string;
  readonly description?: string;
}

/** The same messages with other words. */
export function withWords(
  messages: Messages,
  change: (text: string, key: string) => string,
): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, { message }]) => [key, { message: change(message, key) }]),
  );
}
