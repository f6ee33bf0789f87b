import type { Name, Role, Scope } from './driver.ts';

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** A role and a name as they travel into the document; without a name, each fits. */
export interface Wanted {
  readonly role: Role;
  readonly name?: string | Pattern;
  readonly within?: Wanted;
}

const toPattern = (name: Name): string | Pattern =>
  typeof name === 'string' ? name : { source: name.source, flags: name.flags };

/** Puts what is looked for into a form that JSON can carry. */
export function wanted(role: Role, name?: Name, { within }: Scope = {}): Wanted {
  return {
    role,
    ...(name !== undefined && { name: toPattern(name) }),
    ...(within && { within: wanted(within.role, within.name) }),
  };
}

/**
 * Defines `findAll(wanted)`, `findOne(wanted)` and `stateOf(accessible)` in a document, over the
 * tree that Firefox's own accessibility service makes of it: what a screen reader would find. One
 * call walks it within the document's process, in a few milliseconds; WebDriver's computed role and
 * label would need two calls for each element.
 */
export const FIND = `
  // Without a reference to it the service, and with it the tree, would be gone with the next garbage.
  const service = (globalThis.accessibility ??= Cc['@mozilla.org/accessibilityService;1'].getService(
    Ci.nsIAccessibilityService,
  ));

  // Two names for one role: https://w3c.github.io/aria/#image. A field for a password has none in HTML-AAM;
  // Chromium's tree has it as a textbox.
  const roleOf = ({ computedARIARole: role, role: own }) =>
    role === 'img' ? 'image' : own === Ci.nsIAccessibleRole.ROLE_PASSWORD_TEXT ? 'textbox' : role;

  const fits = ({ role, name }, accessible) => {
    if (roleOf(accessible) !== role) return false;
    if (name === undefined) return true;
    const actual = accessible.name ?? '';
    return typeof name === 'string' ? name === actual : new RegExp(name.source, name.flags).test(actual);
  };

  const collect = (parent, wanted, found) => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (fits(wanted, child)) found.push(child);
      collect(child, wanted, found);
    }
    return found;
  };

  const findAll = (wanted) => {
    let root = service.getAccessibleFor(document);
    if (!root) throw new Error('the document has no accessibility tree yet');
    if (wanted.within) {
      const [only, ...more] = collect(root, wanted.within, []);
      if (!only) return [];
      if (more.length > 0) throw new Error('there are ' + (more.length + 1) + ' to look in');
      root = only;
    }
    return collect(root, wanted, []);
  };

  const findOne = (wanted) => {
    const [only, ...more] = findAll(wanted);
    if (!only) throw new Error('there is none');
    if (more.length > 0) throw new Error('there are ' + (more.length + 1));
    return only;
  };

  const stateOf = (accessible) => {
    const bits = {};
    accessible.getState(bits, {});
    const has = (name) => (bits.value & Ci.nsIAccessibleStates['STATE_' + name]) !== 0;
    const isToggle = accessible.role === Ci.nsIAccessibleRole.ROLE_TOGGLE_BUTTON;
    return {
      disabled: has('UNAVAILABLE'),
      ...(has('CHECKABLE') && { checked: has('MIXED') ? 'mixed' : has('CHECKED') }),
      ...(isToggle && { pressed: has('MIXED') ? 'mixed' : has('PRESSED') }),
      ...((has('EXPANDED') || has('COLLAPSED')) && { expanded: has('EXPANDED') }),
      ...(has('SELECTABLE') && { selected: has('SELECTED') }),
    };
  };
`;

/** A function of a document with what {@link FIND} defines in its scope. */
export const withFind = (parameters: string, body: string): string =>
  `async (${parameters}) => { ${FIND} ${body} }`;

/** `(wanted)` → the names of all that fit, in document order. */
export const NAMES = withFind('wanted', `return findAll(wanted).map(({ name }) => name ?? '');`);

/** `(wanted)` → the state of the only one. */
export const STATE = withFind('wanted', `return stateOf(findOne(wanted));`);

/** `()` → role and name of the focused element, also within shadow roots. */
export const FOCUSED = withFind(
  '',
  `let element = document.activeElement;
   for (let inside = element; inside; inside = inside.openOrClosedShadowRoot?.activeElement) {
     element = inside;
   }
   const accessible =
     element && element !== document.body && element !== document.documentElement
       ? service.getAccessibleFor(element)
       : null;
   return accessible
     ? { role: roleOf(accessible), name: accessible.name ?? '' }
     : { role: '', name: '' };`,
);
