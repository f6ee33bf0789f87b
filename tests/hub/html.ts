const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text safe inside HTML text and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const STYLE = `
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1f2430; background: #f4f5f8; }
main { max-width: 26rem; margin: 8vh auto; padding: 1.5rem 2rem 2rem; background: #fff;
  border: 1px solid #dcdfe6; border-radius: 12px; }
h1 { font-size: 1.35rem; }
ul { padding-left: 1.2rem; }
form { display: flex; gap: .75rem; margin-top: 1.5rem; }
button { flex: 1; padding: .6rem; font: inherit; border: 1px solid #b9bfcc; border-radius: 8px;
  background: #fff; cursor: pointer; }
button.primary { color: #fff; background: #1f2430; border-color: #1f2430; }
code { overflow-wrap: anywhere; }
`;

/** A small complete page; `body` is HTML already. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;
}

/** The page a person sees when an authorization request cannot be answered by a redirect. */
export function errorPage(error: string, description: string): string {
  return htmlPage(
    'Authorization error',
    `<h1>Authorization error</h1>
<p><code>${escapeHtml(error)}</code></p>
<p>${escapeHtml(description)}</p>`,
  );
}
