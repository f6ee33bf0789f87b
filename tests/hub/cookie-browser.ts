// Taken before the extension under test puts its guard in place: a person's browser is not bound by it.
const { fetch } = globalThis;

/** What a `CookieBrowser` ended up with. */
export interface Visit {
  readonly url: string;
  readonly status: number;
  readonly html: string;
}

/** A browser without a screen: it keeps cookies, follows redirects and presses form buttons. */
export class CookieBrowser {
  readonly #cookies = new Map<string, string>();

  /** Opens a page; stops at the first redirect that leaves the origin, without following it. */
  async open(url: string, init: RequestInit = {}): Promise<Visit> {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: this.#cookieHeader() },
    });
    this.#keepCookies(response);
    const location = response.headers.get('location');
    if (location === null) return { url, status: response.status, html: await response.text() };
    await response.body?.cancel();
    const target = new URL(location, url);
    if (target.origin !== new URL(url).origin) {
      return { url: target.href, status: response.status, html: '' };
    }
    return this.open(target.href);
  }

  /** Presses a button of the page's form by its label, with the fields filled in. */
  async press(
    page: Visit,
    label: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Visit> {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.html)?.[1];
    const button = new RegExp(`<button[^>]* name="(\\w+)" value="(\\w+)"[^>]*>${label}</button>`);
    const [, name, value] = button.exec(page.html) ?? [];
    if (action === undefined || name === undefined || value === undefined) {
      throw new Error(`The page at ${page.url} has no button ${label}`);
    }
    return this.open(new URL(action, page.url).href, {
      method: 'POST',
      body: new URLSearchParams({ ...hiddenFields(page), ...fields, [name]: value }),
    });
  }

  #cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}

function hiddenFields({ html }: Visit): Record<string, string> {
  const inputs = html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}
