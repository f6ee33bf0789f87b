import type { Person } from '@/scripts/verify-live/person';
import { CookieBrowser } from '../hub/cookie-browser.ts';

/** What is answered to questions that begin with something; the first that fits counts. */
export type ScriptedAnswers = readonly (readonly [RegExp, string | (() => Promise<string>)])[];

/** A person with a browser who agrees to everything, but for the answers that a test brings. */
export class ScriptedPerson implements Person {
  /** Everything this person was told and asked. */
  readonly said: string[] = [];
  readonly #browser = new CookieBrowser();
  readonly #answers: ScriptedAnswers;
  #sawPage = false;

  constructor(clientId: string, answers: ScriptedAnswers) {
    this.#answers = [
      ...answers,
      [/^Press Enter to do it/, ''],
      [/address accepted\?/, 'y'],
      [/^Paste the client ID/, clientId],
      [/^Paste the address/, () => this.signIn('Allow')],
      [/^Did a page ask/, async () => (this.#sawPage ? 'y' : 'n')],
      [/^Did you have to type/, 'y'],
      [/^Press Enter when/, () => this.#enterCode()],
      [/^Send "Say hi\."/, 'y'],
      [/^Type yes/, 'yes'],
    ];
  }

  say(text: string): void {
    this.said.push(text);
  }

  async ask(question: string): Promise<string> {
    this.said.push(question);
    const [, answer] = this.#answers.find(([pattern]) => pattern.test(question)) ?? [];
    if (answer === undefined) throw new Error(`No answer to: ${question}`);
    return typeof answer === 'string' ? answer : await answer();
  }

  /** Opens the address that was said last; returns the address that the browser ends on. */
  async signIn(button: 'Allow' | 'Deny'): Promise<string> {
    const page = await this.#browser.open(this.#lastSaid(/(http:\S+\/oauth\/authorize\S+)/));
    this.#sawPage = page.html.includes('Authorize application');
    return this.#sawPage ? (await this.#browser.press(page, button)).url : page.url;
  }

  async #enterCode(): Promise<string> {
    const form = await this.#browser.open(this.#lastSaid(/(http:\S+\/oauth\/device)/));
    const fields = { user_code: this.#lastSaid(/Enter the code (\S+)/) };
    const page = await this.#browser.press(form, 'Continue', fields);
    await this.#browser.press(page, this.#lastSaid(/press (\w+)\.$/));
    return '';
  }

  #lastSaid(pattern: RegExp): string {
    const found = this.said.map((text) => pattern.exec(text)).findLast((match) => match !== null);
    return found?.[1] ?? '';
  }
}
