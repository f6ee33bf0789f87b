import { findAll } from './cdp-accessibility.ts';
import type { Found } from './cdp-accessibility.ts';
import { callOn } from './cdp-call.ts';
import type { Send } from './cdp-connection.ts';
import { pressKey } from './cdp-keys.ts';
import { clickablePoint, clickAt, dragFrom } from './cdp-pointer.ts';
import { describe } from './place.ts';
import type { Place } from './place.ts';
import { poll } from './poll.ts';

/** Runs commands in one attachment to a document. */
export type Attached = <T>(use: (send: Send) => Promise<T>) => Promise<T>;

/** Gets an element ready and gives what to do with it; throws while it is not ready. */
type Prepare<T> = (send: Send, found: Found) => Promise<() => Promise<T>>;

async function findOne(send: Send, { role, name, scope }: Place): Promise<Found> {
  const [only, ...more] = await findAll(send, role, name, scope);
  if (!only) throw new Error('there is none');
  if (more.length > 0) throw new Error(`there are ${more.length + 1}`);
  return only;
}

/**
 * Waits until exactly one element fits and is ready, then acts on it once: readiness is asked for
 * again and again, the action itself never.
 */
export async function act<T>(attached: Attached, place: Place, prepare: Prepare<T>): Promise<T> {
  const done = await poll(describe(place.role, place.name, place.scope), () =>
    attached(async (send) => {
      const action = await prepare(send, await findOne(send, place));
      return action().then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
    }),
  );
  if ('error' in done) throw done.error;
  return done.value;
}

function refuseDisabled({ state }: Found): void {
  if (state.disabled) throw new Error('it is disabled');
}

/** Clicks in the middle of the element. */
export const prepareClick: Prepare<void> = async (send, found) => {
  refuseDisabled(found);
  const point = await clickablePoint(send, found.node);
  return () => clickAt(send, point);
};

/** Drags the element from its middle. */
export function prepareDrag(by: { readonly x: number; readonly y: number }): Prepare<void> {
  return async (send, found) => {
    const point = await clickablePoint(send, found.node);
    return () => dragFrom(send, point, by);
  };
}

const SELECT_ALL = `function () {
  this.focus();
  if (typeof this.select === 'function') this.select();
  else getSelection().selectAllChildren(this);
}`;

// The list of a select is a native menu, which no protocol reaches.
const CHOOSE_OPTION = `function (label) {
  const option = [...this.options].find((each) => each.label.trim() === label);
  if (!option) throw new Error('There is no option ' + label);
  this.value = option.value;
  for (const type of ['input', 'change']) this.dispatchEvent(new Event(type, { bubbles: true }));
}`;

/** Replaces the text of a field, or chooses an option of a select by its label. */
export function prepareFill(text: string): Prepare<void> {
  return async (send, found) => {
    refuseDisabled(found);
    await send('DOM.scrollIntoViewIfNeeded', { backendNodeId: found.node });
    const kind = await callOn<string>(send, found.node, 'function () { return this.localName; }');
    if (kind === 'select') return () => callOn(send, found.node, CHOOSE_OPTION, text);
    return async () => {
      await callOn(send, found.node, SELECT_ALL);
      if (text === '') await pressKey(send, 'Delete');
      else await send('Input.insertText', { text });
    };
  };
}
