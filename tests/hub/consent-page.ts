import type { Person } from './accounts.ts';
import { escapeHtml, htmlPage } from './html.ts';
import { SCOPES } from './scopes.ts';

/** Where the access goes: back to an address, or to the device that shows a code. */
type Target = { readonly redirectUri: string } | { readonly userCode: string };

interface ConsentRequest {
  readonly appName: string;
  readonly person: Person;
  readonly scopes: readonly string[];
  /** Where the form posts to. */
  readonly action: string;
  readonly target: Target;
}

/** The page with the two buttons a person decides with. */
export function consentPage(request: ConsentRequest): string {
  const { appName, person, scopes, action, target } = request;
  const items = scopes.map((scope) => `<li>${escapeHtml(SCOPES[scope] ?? scope)}</li>`);
  return htmlPage(
    'Authorize application',
    `<h1>Authorize application</h1>
<p><strong>${escapeHtml(appName)}</strong> asks for access to the account
<strong>${escapeHtml(person.fullname)}</strong> (${escapeHtml(person.name)}). It wants to:</p>
<ul>
${items.join('\n')}
</ul>
<p>${whereTo(target)}</p>
<form method="post" action="${escapeHtml(action)}">
<button type="submit" name="decision" value="deny">Deny</button>
<button type="submit" name="decision" value="allow" class="primary">Allow</button>
</form>`,
  );
}

function whereTo(target: Target): string {
  if ('redirectUri' in target) {
    return `You will be sent back to <code>${escapeHtml(target.redirectUri)}</code>.`;
  }
  // In the groups in which the device shows it.
  const userCode = target.userCode.replace(/^(.{4})/, '$1-');
  return `Allow it only if your device shows the code <code>${escapeHtml(userCode)}</code>.`;
}
