import { wanted, withFind } from './firefox-accessibility.ts';
import type { Call } from './firefox-connection.ts';
import { synthesizedKey } from './firefox-keys.ts';
import { describe } from './place.ts';
import type { Place } from './place.ts';
import { poll } from './poll.ts';

/** Events like a person's, made by what Firefox's own tests use. */
const EVENTS = `
  if (!globalThis.events) {
    globalThis.events = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc };
    Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', events);
  }
`;

/** Scrolls into view; the middle in CSS pixels once the element is enabled, at rest and on top. */
const PREPARE = `
  const accessible = findOne(wanted);
  if (stateOf(accessible).disabled) throw new Error('it is disabled');
  const element = accessible.DOMNode;
  const middle = () => {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    if (!box) throw new Error('the element has no size');
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };
  const point = middle();
  const hit = element.getRootNode().elementFromPoint(point.x, point.y);
  const isOnTop = hit && (element.contains(hit) || hit.contains(element) || hit.shadowRoot?.contains(element));
  if (!isOnTop) throw new Error('something covers the element');
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const after = middle();
  if (after.x !== point.x || after.y !== point.y) throw new Error('the element still moves');
  globalThis.prepared = element;
  return point;
`;

const CLICK = `(x, y) => {
  ${EVENTS}
  events.synthesizeMouseAtPoint(x, y, { type: 'mousemove' }, window);
  events.synthesizeMouseAtPoint(x, y, {}, window);
}`;

const DRAG = `(x, y, across, down) => {
  ${EVENTS}
  events.synthesizeMouseAtPoint(x, y, { type: 'mousedown' }, window);
  for (const part of [0.25, 0.5, 0.75, 1]) {
    events.synthesizeMouseAtPoint(x + across * part, y + down * part, { type: 'mousemove', buttons: 1 }, window);
  }
  events.synthesizeMouseAtPoint(x + across, y + down, { type: 'mouseup' }, window);
}`;

// The list of a select is drawn by the browser, outside of the document.
const FILL = `(text) => {
  const element = globalThis.prepared;
  if (element.localName === 'select') {
    const option = [...element.options].find((each) => each.label.trim() === text);
    if (!option) throw new Error('There is no option ' + text);
    element.value = option.value;
    for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
    return;
  }
  element.focus();
  if (typeof element.select === 'function') element.select();
  else getSelection().selectAllChildren(element);
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}`;

const PRESS = `(key, modifiers) => {
  ${EVENTS}
  events.synthesizeKey(key, modifiers, window);
}`;

const COMPOSE = `(text) => {
  ${EVENTS}
  const clauses = [{ length: text.length, attr: Ci.nsITextInputProcessor.ATTR_RAW_CLAUSE }];
  const caret = { start: text.length, length: 0 };
  events.synthesizeCompositionChange({ composition: { string: text, clauses }, caret }, window);
}`;

const COMMIT = `(data) => {
  ${EVENTS}
  events.synthesizeComposition({ type: 'compositioncommit', data }, window);
}`;

interface Point {
  readonly x: number;
  readonly y: number;
}

const PREPARED = withFind('wanted', PREPARE);

/** Waits until exactly one element fits and is ready, and gives its middle. */
function prepared(call: Call, { role, name, scope }: Place): Promise<Point> {
  return poll(describe(role, name, scope), () => call<Point>(PREPARED, wanted(role, name, scope)));
}

/** Clicks in the middle of the element, once. */
export async function click(call: Call, place: Place): Promise<void> {
  const { x, y } = await prepared(call, place);
  await call(CLICK, x, y).catch(
    // A click may close its own document (a popup, the sign-in window) before it is answered.
    (error: Error) => {
      if (!/closed|destroyed|AbortError|unloaded|Actor/u.test(error.message)) throw error;
    },
  );
}

/** Drags the element from its middle. */
export async function drag(call: Call, place: Place, by: Point): Promise<void> {
  const { x, y } = await prepared(call, place);
  await call(DRAG, x, y, by.x, by.y);
}

/** Replaces the text of a field by typing, or chooses an option of a select by its label. */
export async function fill(call: Call, place: Place, text: string): Promise<void> {
  await prepared(call, place);
  await call(FILL, text);
}

/** Presses and releases a key combination in the focused element of a document. */
export async function press(call: Call, combination: string): Promise<void> {
  const { key, modifiers } = synthesizedKey(combination);
  await call(PRESS, key, modifiers);
}

/** Shows a text in the focused field that an input method has not chosen yet, by Firefox's own processor of such input. */
export async function compose(call: Call, text: string): Promise<void> {
  await call(COMPOSE, text);
}

/** Ends the composition with a text. */
export async function commitComposition(call: Call, text: string): Promise<void> {
  await call(COMMIT, text);
}

/** Waits until exactly one element fits, and gives the value of an expression on it as `element`. */
export function read(
  call: Call,
  { role, name, scope }: Place,
  expression: string,
): Promise<string> {
  const reading = withFind(
    'wanted',
    `const element = findOne(wanted).DOMNode; return ${expression};`,
  );
  return poll(describe(role, name, scope), async () => ({
    value: await call<string>(reading, wanted(role, name, scope)),
  })).then(({ value }) => value);
}
