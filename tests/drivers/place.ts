import type { Name, Role, Scope } from './driver.ts';

/** Which element is meant. */
export interface Place {
  readonly role: Role;
  readonly name: Name;
  readonly scope?: Scope | undefined;
}

/** How an error message names what was looked for. */
export function describe(role: Role, name: Name, scope: Scope = {}): string {
  const inside = scope.within ? ` in ${describe(scope.within.role, scope.within.name)}` : '';
  return `${role} ${typeof name === 'string' ? `"${name}"` : name}${inside}`;
}
