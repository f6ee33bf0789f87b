import type { Picture } from './play.ts';
import { SURFACES } from './screen.ts';

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
body { margin: 1.5rem; }
nav a { margin-inline-end: 1rem; }
section > div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
figure { margin: 0; max-width: 22rem; }
img { display: block; max-width: 100%; max-height: 30rem; object-fit: contain; object-position: top left; border: 1px solid #8886; }
figcaption { font-size: .8rem; margin-block: .3rem 0; }
h3 { margin-block: 1.5rem .5rem; }
`;

/** The page that shows all pictures: first those that answer a stranger's questions, then by surface. */
export function indexPage(pictures: readonly Picture[]): string {
  const forStranger = pictures.filter(
    ({ screen, look, language }) => screen.answers && look === 'light' && language === 'en',
  );
  const parts = SURFACES.map((surface) => ({
    title: surface,
    pictures: pictures.filter(({ screen }) => screen.surface === surface),
  })).filter((part) => part.pictures.length > 0);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Companion: every screen</title><style>${STYLE}</style></head>
<body>
<h1>Every screen and state: ${pictures.length} pictures</h1>
<nav>${parts.map(({ title }) => `<a href="#${title}">${title}</a>`).join('')}</nav>
<section id="stranger"><h2>For a stranger: who gets my text, what did it cost, what do I do now?</h2>
<div>${forStranger.map((picture) => figure(picture, `${picture.screen.answers} `)).join('\n')}</div></section>
${parts.map((part) => section(part.title, part.pictures)).join('\n')}
</body></html>
`;
}

function section(title: string, pictures: readonly Picture[]): string {
  const names = [...new Set(pictures.map(({ screen }) => screen.name))];
  const groups = names.map((name) => {
    const own = pictures.filter(({ screen }) => screen.name === name);
    return `<h3>${name}</h3>\n<div>${own.map((picture) => figure(picture)).join('\n')}</div>`;
  });
  return `<section id="${title}"><h2>${title}</h2>\n${groups.join('\n')}</section>`;
}

function figure({ screen, look, language, browser, file }: Picture, lead = ''): string {
  const words = `${lead}${screen.surface}, ${screen.name}: ${look}, ${language}, ${browser}`;
  return `<figure><a href="${file}"><img src="${file}" alt="${words}" loading="lazy"></a><figcaption>${words}</figcaption></figure>`;
}
