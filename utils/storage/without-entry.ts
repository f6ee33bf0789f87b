/** A stored record without one of its entries; nothing where it has no others. */
export function withoutEntry<T>(
  record: Record<string, T> | undefined,
  key: string,
): Record<string, T> | undefined {
  const { [key]: _, ...others } = record ?? {};
  return Object.keys(others).length === 0 ? undefined : others;
}
