/** The items of `storage.local` as they are stored, by key. */
export type RawItems = Readonly<Record<string, unknown>>;

/**
 * Brings the items of one version to the next. It gets and returns all of them, is pure, knows nothing of
 * today's schemas, and leaves alone what has the new shape already: where a migration has failed before,
 * some of it may. What it can't understand it returns as it is.
 */
export type Migration = (items: RawItems) => RawItems;

/**
 * The migrations in order: the first brings version 1 to 2. The version of this extension is one more than
 * there are. A release that changes a stored shape adds one, and stored examples to `tests/fixtures/stored`.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** Key of the version of what is stored. */
export const VERSION_KEY = 'schemaVersion';

/** Key of what the last migration has changed, as it was before. Kept until the next one. */
export const BEFORE_KEY = 'beforeMigration';

/** How what is stored relates to this version. */
export type SchemaState =
  | { kind: 'current' }
  /** Made by a newer version. */
  | { kind: 'newer' }
  | { kind: 'failed'; cause: unknown }
  /** What has to be written, all at once, and removed after that. */
  | { kind: 'migrated'; write: RawItems; remove: readonly string[] };

/**
 * Decides what has to be done with what is stored. Without a version, or with one that is damaged, it is of
 * version 1: installations from before there were versions have the shapes of that.
 *
 * @param stored everything in `storage.local`
 */
export function schemaState(stored: RawItems, migrations = MIGRATIONS): SchemaState {
  const target = migrations.length + 1;
  const known = stored[VERSION_KEY];
  const isVersion = typeof known === 'number' && Number.isInteger(known) && known > 0;
  const version = isVersion ? known : 1;
  if (version > target) return { kind: 'newer' };
  if (version === target && isVersion) return { kind: 'current' };
  const { [VERSION_KEY]: _, [BEFORE_KEY]: __, ...before } = stored;
  try {
    // A copy: what throws halfway must not have changed anything.
    const after = migrations
      .slice(version - 1)
      .reduce<RawItems>((items, migrate) => migrate(items), structuredClone(before));
    return { kind: 'migrated', ...difference(before, after, { version, target }) };
  } catch (cause) {
    return { kind: 'failed', cause };
  }
}

function difference(
  before: RawItems,
  after: RawItems,
  { version, target }: { version: number; target: number },
): { write: RawItems; remove: readonly string[] } {
  const isChanged = (key: string) => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  const only = (items: RawItems) =>
    Object.fromEntries(Object.entries(items).filter(([key]) => isChanged(key)));
  const changed = only(before);
  const copy = Object.keys(changed).length > 0 ? { version, items: changed } : undefined;
  return {
    write: { ...only(after), ...(copy && { [BEFORE_KEY]: copy }), [VERSION_KEY]: target },
    remove: Object.keys(before).filter((key) => !(key in after)),
  };
}
