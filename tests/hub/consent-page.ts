import type { Person } from './accounts.ts';
import { escapeHtml, htmlPage } from './html.ts';
import { SCOPES } from './scopes.ts';

interface ConsentRequest {
  readonly appName: string;
  readonly person: Person;
  readonly scopes: readonly string[];
  /** Where the form posts to. */
  readonly action: string;
  readonly redirectUri: string;
}

/** The page with the two buttons a person decides with. */
export function consentPage(request: ConsentRequest): string {
  const { appName, person, scopes, action, redirectUri } = request;
  const items = scopes.map((scope) => `<li>${escapeHtml(SCOPES[scope] ?? scope)}</li>`);
  return htmlPage(
    'Authorize application',
    `<h1>Authorize application</h1>
<p><strong>${escapeHtml(appName)}</strong> asks for access to the account
<strong>${escapeHtml(person.fullname)}</strong> (${escapeHtml(person.name)}). It wants to:</p>
<ul>
${items.join('\n')}
</ul>
<p>You will be sent back to <code>${escapeHtml(redirectUri)}</code>.</p>
<form method="post" action="${escapeHtml(action)}">
<button type="submit" name="decision" value="deny">Deny</button>
<button type="submit" name="decision" value="allow" class="primary">Allow</button>
</form>`,
  );
}
