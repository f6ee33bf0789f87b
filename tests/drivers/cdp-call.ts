import type { Send } from './cdp-connection.ts';

interface Answer<T> {
  readonly result: { readonly value: T };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

function valueOf<T>({ result, exceptionDetails: thrown }: Answer<T>): T {
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
  return result.value;
}

/** The value of an expression, awaited; throws what the page threw. */
export async function evaluate<T>(send: Send, expression: string): Promise<T> {
  return valueOf(
    await send<Answer<T>>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    }),
  );
}

/** Calls a function, given as source text, with the element as `this`. */
export async function callOn<T>(
  send: Send,
  node: number,
  functionDeclaration: string,
  ...values: readonly unknown[]
): Promise<T> {
  const { object } = await send<{ object: { objectId: string } }>('DOM.resolveNode', {
    backendNodeId: node,
  });
  return valueOf(
    await send<Answer<T>>('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration,
      arguments: values.map((value) => ({ value })),
      returnByValue: true,
    }),
  );
}
