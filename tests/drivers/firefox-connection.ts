import type { MarionetteConnection } from './marionette-connection.ts';

/** Calls a function, given as source text, with JSON values; promises are awaited. */
export type Call = <T>(functionDeclaration: string, ...values: readonly unknown[]) => Promise<T>;

/**
 * The longest time that a timer can have: with no limit at all, Marionette answers before a script
 * has ended.
 */
export const NO_LIMIT_MS = 2 ** 31 - 1;

/** Calls into a document by Marionette's own pair of actors, which every document has. */
const IN_DOCUMENT = `async (browserId, script, values, sandboxName, isSeen) => {
  const context = BrowsingContext.getCurrentTopByBrowserId(browserId);
  const document = context?.currentWindowGlobal;
  if (!document) throw new Error('the document closed');
  if (isSeen) {
    const browser = context.embedderElement;
    const tab = browser.documentGlobal.gBrowser?.getTabForBrowser(browser);
    if (tab && !tab.selected) browser.documentGlobal.gBrowser.selectedTab = tab;
  }
  const actor = document.getActor('MarionetteCommands');
  return actor.executeScript(script, values, { timeout: ${NO_LIMIT_MS}, sandboxName });
}`;

const applied = (functionDeclaration: string): string =>
  `return (${functionDeclaration}).apply(undefined, arguments)`;

/** Scripts in Firefox's own windows, and from there in every document, the popup included. */
export class FirefoxConnection {
  readonly #marionette: MarionetteConnection;

  constructor(marionette: MarionetteConnection) {
    this.#marionette = marionette;
  }

  /** Calls a function in the first browser window, with the rights of the browser itself. */
  async inBrowser<T>(functionDeclaration: string, ...values: readonly unknown[]): Promise<T> {
    const { value } = await this.#marionette.send<{ value: T }>('WebDriver:ExecuteScript', {
      script: applied(functionDeclaration),
      args: values,
      // The sandbox with the rights of the browser; others have no `Cc` and no `Ci`.
      sandbox: 'system',
    });
    return value;
  }

  /**
   * Calls a function in a document with the rights of the browser; `isSeen` brings its tab to the
   * front before. What the function puts on `globalThis` stays there as long as the document.
   */
  inDocument(browserId: number, isSeen = false): Call {
    return (functionDeclaration, ...values) =>
      this.inBrowser(
        IN_DOCUMENT,
        browserId,
        applied(functionDeclaration),
        values,
        'system',
        isSeen,
      );
  }

  /** The value of an expression in the document's own world, awaited; throws what the page threw. */
  evaluate<T>(browserId: number, expression: string): Promise<T> {
    return this.inBrowser<T>(IN_DOCUMENT, browserId, `return (${expression}\n)`, [], null, false);
  }
}
