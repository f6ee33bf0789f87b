import temml from 'temml';
import { MAX_FORMULA_DEPTH, MAX_FORMULA_NODES } from './limits';
import { mathmlElement, type MathmlElement } from './mathml-element';

/** Own definitions could make much of little, and an answer needs none. */
const DEFINES =
  /\\(?:[gex]?def|let|futurelet|(?:new|renew|provide)command|DeclareMathOperator|global|long)(?![A-Za-z])/;
const REMEMBERED = 300;
const remembered = new Map<string, MathmlElement | undefined>();

/**
 * TeX as MathML; undefined if it can't be read, goes beyond the limits, or asks for anything but
 * mathematics (links, pictures, ids, definitions). The last few are remembered, since a formula near the
 * end of a growing answer is asked for at each frame.
 */
export function toMathml(tex: string, isDisplay: boolean): MathmlElement | undefined {
  const key = `${isDisplay ? 'd' : 'i'}${tex}`;
  if (remembered.has(key)) return remembered.get(key);
  const made = convert(tex, isDisplay);
  const [oldest] = remembered.keys();
  if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, made);
  return made;
}

function convert(tex: string, isDisplay: boolean): MathmlElement | undefined {
  if (DEFINES.test(tex)) return undefined;
  try {
    // The only way to its tree; a string or nodes of its own making would be for this to trust.
    // oxlint-disable-next-line no-underscore-dangle -- see above
    const tree: unknown = temml.__renderToMathMLTree(tex, {
      displayMode: isDisplay,
      throwOnError: true,
      strict: false,
      trust: refuse,
      maxExpand: 200,
      maxSize: [20, 20],
    });
    return mathmlElement(tree, { nodes: MAX_FORMULA_NODES, depth: MAX_FORMULA_DEPTH });
  } catch {
    // Also a stack that is too deep: whatever it is, its source can be shown.
    return undefined;
  }
}

function refuse(): never {
  throw new Error('not mathematics');
}
