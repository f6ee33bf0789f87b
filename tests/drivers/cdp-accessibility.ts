import type { Send } from './cdp-connection.ts';
import type { ElementState, Name, Role, Scope } from './driver.ts';
import { describe } from './place.ts';
import { answerWithin } from './poll.ts';

interface AxValue {
  readonly value?: unknown;
}

interface AxNode {
  readonly ignored: boolean;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly backendDOMNodeId?: number;
  readonly properties?: ReadonlyArray<{ readonly name: string; readonly value: AxValue }>;
}

/** An element as the accessibility tree tells it; `node` is its id in the DOM domain. */
export interface Found {
  readonly node: number;
  readonly role: string;
  readonly name: string;
  readonly state: ElementState;
}

/** A document that is about to be replaced may leave a question unanswered for ever. */
const PATIENCE_MS = 2_000;

function ask<T>(send: Send, method: string, parameters: object): Promise<T> {
  return answerWithin(PATIENCE_MS, method, send<T>(method, parameters));
}

const textOf = (value: AxValue | undefined): string =>
  typeof value?.value === 'string' ? value.value : '';

/** Tri-states arrive as the strings 'true', 'false' and 'mixed', the others as booleans. */
function isSet({ value }: AxValue): boolean {
  return value === true || value === 'true';
}

function stateOf(node: AxNode): ElementState {
  const values = new Map(node.properties?.map(({ name, value }) => [name, value]));
  const [checked, pressed] = ['checked', 'pressed'].map((name) => values.get(name));
  const [expanded, selected] = ['expanded', 'selected'].map((name) => values.get(name));
  const disabled = values.get('disabled');
  return {
    disabled: disabled !== undefined && isSet(disabled),
    ...(checked && { checked: checked.value === 'mixed' ? 'mixed' : isSet(checked) }),
    ...(pressed && { pressed: pressed.value === 'mixed' ? 'mixed' : isSet(pressed) }),
    ...(expanded && { expanded: isSet(expanded) }),
    ...(selected && { selected: isSet(selected) }),
  };
}

function toFound(node: AxNode): Found[] {
  if (node.ignored || node.backendDOMNodeId === undefined) return [];
  const role = textOf(node.role);
  return [{ node: node.backendDOMNodeId, role, name: textOf(node.name), state: stateOf(node) }];
}

const fits = (name: Name, actual: string): boolean =>
  typeof name === 'string' ? name === actual : name.test(actual);

async function query(send: Send, role: Role, root: number): Promise<Found[]> {
  // Nodes that are excluded from the tree (hidden ones) are answered too, as ignored.
  const { nodes } = await ask<{ nodes: AxNode[] }>(send, 'Accessibility.queryAXTree', {
    backendNodeId: root,
    role,
  });
  return nodes.flatMap((node) => toFound(node));
}

async function documentNode(send: Send): Promise<number> {
  const { root } = await ask<{ root: { backendNodeId: number } }>(send, 'DOM.getDocument', {
    depth: 0,
  });
  return root.backendNodeId;
}

/** All elements with this role, and this name unless it is left out, in document order. */
export async function findAll(
  send: Send,
  role: Role,
  name: Name = /(?:)/u,
  scope: Scope = {},
): Promise<Found[]> {
  let root = await documentNode(send);
  if (scope.within) {
    const outer = await query(send, scope.within.role, root);
    const { within } = scope;
    const [only, ...more] = outer.filter((found) => fits(within.name, found.name));
    if (!only) return [];
    if (more.length > 0)
      throw new Error(`${more.length + 1} × ${describe(within.role, within.name)}`);
    root = only.node;
  }
  return (await query(send, role, root)).filter((found) => fits(name, found.name));
}

/** The focused element, or `undefined` when the document itself has the focus. */
export async function findFocused(send: Send): Promise<Found | undefined> {
  const { nodes } = await send<{ nodes: AxNode[] }>('Accessibility.getFullAXTree');
  const focused = nodes.filter(({ properties }) =>
    properties?.some(({ name, value }) => name === 'focused' && value.value === true),
  );
  return focused.flatMap((node) => toFound(node)).find(({ role }) => role !== 'RootWebArea');
}
