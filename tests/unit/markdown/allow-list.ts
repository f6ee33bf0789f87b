const ELEMENTS = new Set(
  'div section p h3 h4 h5 h6 strong em del code pre br hr ul ol li blockquote table thead tbody tr th td a span'.split(
    ' ',
  ),
);
/** MathML Core, without what acts, links or annotates. */
const MATHML = new Set(
  'math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover menclose none'.split(
    ' ',
  ),
);
const MATHML_ATTRIBUTES =
  'class display accent accentunder depth displaystyle fence form height largeop linethickness lspace mathcolor mathvariant maxsize minsize movablelimits notation rowspacing rspace columnspan rowspan scriptlevel separator stretchy symmetric voffset width'.split(
    ' ',
  );
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': ['class', 'dir'],
  a: ['href', 'title', 'target', 'rel'],
  ol: ['start'],
  th: ['scope'],
  section: ['aria-label', 'tabindex'],
  pre: ['tabindex'],
  span: ['role', 'aria-label', 'tabindex'],
};

function isAllowedLink(link: Element): boolean {
  const isSafe = /^(?:https?:\/\/[^@/]+(?:\/|$)|mailto:)/.test(link.getAttribute('href') ?? '');
  const rel = link.getAttribute('rel') === 'noopener noreferrer nofollow';
  return isSafe && rel && link.getAttribute('target') === '_blank';
}

/** Everything in a rendered answer that the allow-list does not name: empty when all is well. */
export function findForbidden(container: Element): string[] {
  return [...container.querySelectorAll('*')].flatMap((element) => {
    const name = element.localName;
    const isMathml = MATHML.has(name) && element.closest('math') !== null;
    if (!ELEMENTS.has(name) && !isMathml) return [`<${name}>`];
    const allowed = isMathml
      ? MATHML_ATTRIBUTES
      : [...(ATTRIBUTES['*'] ?? []), ...(ATTRIBUTES[name] ?? [])];
    const attributes = element
      .getAttributeNames()
      .filter((attribute) => !allowed.includes(attribute));
    const found = attributes.map((attribute) => `<${name} ${attribute}>`);
    if (name === 'a' && !isAllowedLink(element)) found.push(`link ${element.getAttribute('href')}`);
    return found;
  });
}
