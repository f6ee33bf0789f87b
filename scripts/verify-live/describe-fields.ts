import type { Confidential } from './confidential.ts';
import { isWritableValue } from './writable-values.ts';

/** Deeper and longer ones tell nothing new, and a record should be read. */
const MAXIMUM_DEPTH = 4;
const MAXIMUM_MEMBERS = 40;

/** Names that a programmer gives; a name made of somebody's data would have more digits. */
const MEMBER = /^[A-Za-z_](?:[A-Za-z_-]*\d?){0,3}[A-Za-z_-]*$/;
const MAXIMUM_NAME = 50;

/**
 * Names and types of the members of a JSON value, for instance `{ expires_in: number = 28800 }`, with
 * the few values that may be written. Of a list only the first item is described.
 */
export function describeFields(body: unknown, confidential: Confidential): string {
  return describe(body, '', 0);

  function describe(value: unknown, path: string, depth: number): string {
    if (isWritableValue(path, value)) {
      return confidential.covers(String(value)) ? typeof value : `${typeof value} = ${value}`;
    }
    if (value === undefined) return 'no JSON';
    if (value === null) return 'null';
    if (typeof value !== 'object') return typeof value;
    if (depth === MAXIMUM_DEPTH) return Array.isArray(value) ? '[…]' : '{…}';
    if (Array.isArray(value)) {
      return value.length === 0 ? '[]' : `[${describe(value[0], `${path}[]`, depth + 1)}]`;
    }
    const members = Object.entries(value);
    const described = members.slice(0, MAXIMUM_MEMBERS).map(([name, member]) => {
      if (!isWritableName(name)) return `(a name left out): ${typeof member}`;
      return `${name}: ${describe(member, path === '' ? name : `${path}.${name}`, depth + 1)}`;
    });
    if (members.length > MAXIMUM_MEMBERS) described.push('…');
    return described.length === 0 ? '{}' : `{ ${described.join(', ')} }`;
  }

  function isWritableName(name: string): boolean {
    return name.length <= MAXIMUM_NAME && MEMBER.test(name) && !confidential.covers(name);
  }
}
