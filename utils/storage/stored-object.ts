import * as v from 'valibot';

/**
 * An object in extension storage. Members that this version does not know stay through every update: a newer
 * version may have put them there before it was taken back. They are not in the type, so nothing else can
 * come to depend on them.
 */
export function storedObject<E extends v.ObjectEntries>(entries: E): v.ObjectSchema<E, undefined> {
  return v.looseObject(entries) as unknown as v.ObjectSchema<E, undefined>;
}
