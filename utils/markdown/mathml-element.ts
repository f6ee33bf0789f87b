/** An element of MathML, with nothing in it that the lists below don't name. */
export interface MathmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (MathmlElement | string)[];
}

/** What is left of the limits on one formula. */
interface Room {
  nodes: number;
  readonly depth: number;
}

/** MathML Core §2 and §3, without `maction`, links, anything of HTML, and `semantics`. */
const ELEMENTS = new Set(
  'math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover menclose none'.split(
    ' ',
  ),
);
const WORD = /^[a-z-]{1,24}(?: [a-z-]{1,24})?$/;
const NUMBER = /^[+-]?\d{1,2}$/;
const LENGTH = /^-?(?:\d{1,2}(?:\.\d+)?|\.\d+)(?:em|ex|pt|px|mu|%)?$/;
const COLOR = /^#[\da-f]{3,6}$|^[a-z]{3,20}$/i;
const ATTRIBUTES: ReadonlyMap<string, RegExp> = new Map([
  ...['accent', 'accentunder', 'displaystyle', 'fence', 'form', 'largeop', 'mathvariant'].map(
    asWord,
  ),
  ...['movablelimits', 'notation', 'separator', 'stretchy', 'symmetric'].map(asWord),
  ['scriptlevel', NUMBER],
  ...['columnspan', 'rowspan'].map((name): [string, RegExp] => [name, NUMBER]),
  ...['depth', 'height', 'width', 'lspace', 'rspace', 'linethickness'].map(asLength),
  ...['maxsize', 'minsize', 'voffset', 'rowspacing'].map(asLength),
  ['mathcolor', COLOR],
]);
/** Those that formula.css draws. */
const CLASSES = new Set(['tml-left', 'tml-right', 'tml-fbox', 'tml-overline', 'tml-underline']);

function asWord(name: string): [string, RegExp] {
  return [name, WORD];
}

function asLength(name: string): [string, RegExp] {
  return [name, LENGTH];
}

/**
 * Temml's tree as elements and text of a fixed kind: styles become classes, attributes that are not known
 * or too large are left out.
 *
 * @throws Error where it has other elements, or more of them or deeper than there is room for
 */
export function mathmlElement(node: unknown, room: Room): MathmlElement {
  const [element] = nodesOf(node, { ...room });
  if (!element || typeof element === 'string') throw new Error('no element');
  return element;
}

function nodesOf(node: unknown, room: Room, depth = 0): (MathmlElement | string)[] {
  room.nodes -= 1;
  if (room.nodes < 0 || depth > room.depth) throw new Error('no room');
  const { type, text, children, attributes, classes, style } = node as Record<string, unknown>;
  if (typeof text === 'string') return [text];
  if (!Array.isArray(children)) throw new Error('not a node');
  const inside = children.flatMap((child: unknown) => nodesOf(child, room, depth + 1));
  // A fragment stands for what is in it.
  if (type === undefined) return inside;
  if (typeof type !== 'string' || !ELEMENTS.has(type)) throw new Error('not mathematics');
  const names = classesOf(classes, style);
  const kept = Object.entries((attributes ?? {}) as Record<string, unknown>).filter(isKept);
  return [
    {
      name: type,
      attributes: Object.fromEntries([
        ...kept.map(([name, value]): [string, string] => [name, String(value)]),
        ...(names === '' ? [] : [['class', names] as const]),
      ]),
      children: inside,
    },
  ];
}

function isKept([name, value]: [string, unknown]): boolean {
  return ATTRIBUTES.get(name)?.test(String(value)) ?? false;
}

/** Styles are not for an answer to give: a line or no space at an edge becomes a class. */
const EDGES: Readonly<Record<string, string>> = {
  border: 'tml-fbox',
  borderLeft: 'md-line-left',
  borderRight: 'md-line-right',
  borderTop: 'md-line-top',
  borderBottom: 'md-line-bottom',
};

function classesOf(classes: unknown, style: unknown): string {
  const given = Array.isArray(classes)
    ? classes.map(String).flatMap((name) => name.split(' '))
    : [];
  const styles = Object.entries((style ?? {}) as Record<string, unknown>);
  const ofStyles = styles.flatMap(([name, value]) => {
    if (name === 'paddingLeft' && /^0(?:em|pt)?$/.test(String(value))) return ['md-tight-left'];
    if (name === 'paddingRight' && /^0(?:em|pt)?$/.test(String(value))) return ['md-tight-right'];
    const edge = EDGES[name];
    return edge === undefined ? [] : [edge];
  });
  return [...given.filter((name) => CLASSES.has(name)), ...ofStyles].join(' ');
}
