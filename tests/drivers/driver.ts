/**
 * What end-to-end specs may do with a browser. Specs import nothing else from this folder but the
 * factory; each browser stands behind the same two interfaces.
 *
 * Everything is found by its role and accessible name in the browser's own accessibility tree, as
 * a screen reader would find it.
 */

/** The ARIA roles that specs look for. */
export type Role =
  | 'alert'
  | 'alertdialog'
  | 'article'
  | 'banner'
  | 'button'
  | 'checkbox'
  | 'code'
  | 'combobox'
  | 'complementary'
  | 'contentinfo'
  | 'dialog'
  | 'form'
  | 'group'
  | 'heading'
  | 'image'
  | 'link'
  | 'list'
  | 'listbox'
  | 'listitem'
  | 'log'
  | 'main'
  | 'menu'
  | 'menuitem'
  | 'menuitemcheckbox'
  | 'menuitemradio'
  | 'navigation'
  | 'option'
  | 'paragraph'
  | 'progressbar'
  | 'radio'
  | 'radiogroup'
  | 'region'
  | 'search'
  | 'searchbox'
  | 'separator'
  | 'slider'
  | 'spinbutton'
  | 'status'
  | 'switch'
  | 'tab'
  | 'table'
  | 'tablist'
  | 'tabpanel'
  | 'textbox'
  | 'toolbar'
  | 'tooltip';

/** A string is the whole accessible name, case-sensitive; a pattern may match a part of it. */
export type Name = string | RegExp;

export interface Scope {
  /** Look only inside the one element with this role and name. */
  readonly within?: { readonly role: Role; readonly name: Name };
}

export interface Waiting extends Scope {
  /** In milliseconds; 15,000 by default. */
  readonly timeoutMs?: number;
  /** Wait until no such element is left, instead of until there is one. */
  readonly gone?: boolean;
}

/** The states of an element that the accessibility tree tells; absent when the role has no such state. */
export interface ElementState {
  readonly disabled: boolean;
  readonly checked?: boolean | 'mixed';
  readonly expanded?: boolean;
  readonly pressed?: boolean | 'mixed';
  readonly selected?: boolean;
}

/**
 * One document: a tab, the sign-in window, the popup or the panel.
 *
 * Looking and acting bring a hidden tab to the front, as a person would; `evaluate` and `url` don't.
 * `click`, `fill`, `text`, `value` and `state` wait for the element, and refuse when more than one
 * fits: a spec that means one of several says which by `within`.
 */
export interface View {
  url(): Promise<string>;
  waitFor(role: Role, name: Name, options?: Waiting): Promise<void>;
  has(role: Role, name: Name, scope?: Scope): Promise<boolean>;
  /** The accessible names of all elements of a role, in document order. */
  names(role: Role, scope?: Scope): Promise<string[]>;
  /** Scrolls into view, waits until enabled, at rest and on top, then clicks with mouse events. */
  click(role: Role, name: Name, scope?: Scope): Promise<void>;
  /** Presses the main button in the middle of an element, moves by that many CSS pixels, and lets go. */
  drag(role: Role, name: Name, by: { readonly x: number; readonly y: number }): Promise<void>;
  /** Replaces a field's text by typing over all of it; in a select, chooses the option with that label. */
  fill(role: Role, name: Name, text: string): Promise<void>;
  /** `'Enter'`, `'Control+Enter'`, `'Alt+1'`, `'?'`: sent to whatever has the focus in this document. */
  press(key: string): Promise<void>;
  /**
   * Begins a composition in the focused field, as an input method does, or goes on with it: `text` stands
   * there and is not chosen yet. Keys pressed meanwhile are those of the composition.
   */
  compose(text: string): Promise<void>;
  /** Ends the composition with this text. */
  commitComposition(text: string): Promise<void>;
  /** The rendered text (`innerText`), or without any what styles have put there. */
  text(role: Role, name: Name, scope?: Scope): Promise<string>;
  value(role: Role, name: Name, scope?: Scope): Promise<string>;
  state(role: Role, name: Name, scope?: Scope): Promise<ElementState>;
  /** The focused element; role `''` when the document itself has the focus. */
  focused(): Promise<{ readonly role: string; readonly name: string }>;
  /** Asks until the answer is neither `undefined` nor `false`; `what` goes into the error. */
  waitUntil<T>(
    what: string,
    probe: () => Promise<T | undefined | false>,
    timeoutMs?: number,
  ): Promise<T>;
  /** The value of a JavaScript expression in the document's own world; promises are awaited. */
  evaluate<T>(expression: string): Promise<T>;
  /** Lets what is evaluated see into the closed shadow root of an element, for checks that go by the DOM. */
  openClosedRoot(selector: string): Promise<void>;
  navigate(url: string): Promise<void>;
  bringToFront(): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
  /** Writes a PNG of what the document shows. */
  screenshot(file: string): Promise<void>;
  /** Shows the document as a person with these preferences sees it, until `use` has ended. */
  withLook<T>(look: Look, use: () => Promise<T>): Promise<T>;
}

/** Preferences of a person, and the size that a document has on their screen. */
export interface Look {
  readonly colorScheme?: 'light' | 'dark';
  /** The system's few colours alone. */
  readonly hasForcedColors?: boolean;
  readonly hasReducedMotion?: boolean;
  /** How large a CSS pixel is; 1 by default, 2 is a zoom of 200 %. */
  readonly zoom?: number;
  /** In CSS pixels. Chromium only, and not in the real popup and panel. */
  readonly size?: { readonly width: number; readonly height: number };
}

export interface MenuItem {
  /** Counted from 0 in the order of creation, among those that show in this context. */
  readonly index: number;
  /** How many items of the extension show in this context: more than one nest under its name. */
  readonly of: number;
  /**
   * Whether the choice has arrived (asked repeatedly). A native menu tells nobody what was chosen,
   * so without this a key that was lost goes unnoticed; with it the gesture is tried again.
   */
  readonly arrived?: () => Promise<boolean>;
  /**
   * Where to click, in CSS pixels from the element's top left corner; on its selected text when
   * absent. For viewers that show text without elements.
   */
  readonly at?: { readonly x: number; readonly y: number };
  /** How long the menu may take to open, in milliseconds; 2,000 by default. A long selection delays it. */
  readonly menuTimeoutMs?: number;
  /** Called right before the key or click that makes the choice, at each attempt. */
  readonly onChoose?: () => void;
}

export interface BrowserSession {
  openTab(url: string): Promise<View>;
  /** Waits for a tab that the extension or the page opened itself. */
  tab(url: string | RegExp): Promise<View>;
  /** Every document that is open now, the browser's own and those of the extension included. */
  views(): Promise<View[]>;
  /**
   * What the open documents and the background have written to their consoles so far, with uncaught
   * exceptions; one string each, objects as JSON.
   */
  consoleMessages(): Promise<string[]>;
  /** `'popup.html'` → the page's address inside the extension. */
  extensionUrl(page: string): string;
  /** Waits for the window of `identity.launchWebAuthFlow` and its document. */
  signInWindow(): Promise<View>;
  closeSignInWindow(): Promise<void>;
  /** Opens the toolbar popup by its keyboard shortcut, which is a user gesture. */
  openPopup(): Promise<View>;
  popup(): Promise<View | undefined>;
  /** Closes the popup as a person does, by Escape. */
  closePopup(): Promise<void>;
  /** Waits for the side panel, or the window that stands in for it. */
  panel(): Promise<View>;
  closePanel(): Promise<void>;
  /** Selects from the start of one element to the end of it, or of another. */
  select(tab: View, startSelector: string, endSelector?: string): Promise<void>;
  /** Right-clicks on the element with the real pointer and chooses from the real menu. */
  chooseFromContextMenu(tab: View, selector: string, item: MenuItem): Promise<void>;
  /** Has the toolbar show the extension's button, as a person can choose in the browser's own pages or menus. */
  pinToToolbar(): Promise<void>;
  /** Presses a shortcut in the browser window, e.g. `'alt+shift+1'`; may start a command of the extension. */
  pressShortcut(keys: string): Promise<void>;
  /** Ends the background at once, as the browser does when it idles. */
  killBackground(): Promise<void>;
  /** Whether the background runs now; looking does not wake it or keep it alive. */
  backgroundRuns(): Promise<boolean>;
  /** Evaluates in the running background, which is kept alive only for the duration of the call. */
  evaluateInBackground<T>(expression: string): Promise<T>;
  /** Bytes of the running background's heap that are in use after a collection. Chromium only. */
  backgroundHeapBytes?(): Promise<number>;
  /**
   * Cuts the whole browser off the network, the background included: requests fail and
   * `navigator.onLine` is false. Streams that are open go on; a spec that wants one cut lets the
   * server cut it. While offline, the background does not idle.
   */
  setOffline(offline: boolean): Promise<void>;
  /** Allows, in the browser's own prompt, what the extension has asked for. Firefox only. */
  allowInPrompt?(): Promise<void>;
  /** Writes a PNG of the whole screen, with the browser's own controls; only on a virtual display. */
  screenshotDesktop(file: string): Promise<void>;
  close(): Promise<void>;
  /**
   * Ends the whole browser at once by SIGKILL, as a crash or a flat battery does: nothing is saved. It can
   * be launched again with the same `userDataDir`.
   */
  kill(): Promise<void>;
}

/** An X display; `framebuffer` is there when it is one of our own virtual ones. */
export interface Display {
  readonly name: string;
  readonly framebuffer?: string;
}

export interface LaunchOptions {
  /** The unpacked, built extension. */
  readonly extensionDir: string;
  /** Unpacked extensions of others beside it. Chromium only. */
  readonly otherExtensionDirs?: readonly string[];
  readonly display: Display;
  /** Kept after `close` when given; otherwise a temporary profile, removed by `close`. */
  readonly userDataDir?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** The languages that pages see, e.g. `de`; also the browser's own where that is installed. */
  readonly language?: string;
  /** Preferences beyond those of the driver. Firefox only. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
  /**
   * The first window is a private one, or the browser never remembers history, so that all are. The
   * extension may then run in private windows. Firefox only.
   */
  readonly privateBrowsing?: 'window' | 'always';
  /** The page that a new installation opens stays; otherwise it is closed. */
  readonly keepsFirstRun?: boolean;
}

export interface Driver {
  launch(options: LaunchOptions): Promise<BrowserSession>;
}
