/** A block that goes on over blank lines and headings until something ends it. */
interface OpenBlock {
  isClosedBy: (line: string) => boolean;
  /** A line that ends it. */
  closing: string;
}

/** How blocks of HTML begin and end that only their own end can close (CommonMark 0.31 §4.6, kinds 1 to 5). */
const HTML_BLOCKS: { begin: RegExp; end: RegExp; closing: string }[] = [
  { begin: /^ {0,3}<!--/, end: /-->/, closing: '-->' },
  { begin: /^ {0,3}<\?/, end: /\?>/, closing: '?>' },
  { begin: /^ {0,3}<!\[CDATA\[/, end: /\]\]>/, closing: ']]>' },
  { begin: /^ {0,3}<![a-z]/i, end: />/, closing: '>' },
  ...['pre', 'script', 'style', 'textarea'].map((name) => ({
    begin: new RegExp(`^ {0,3}<${name}(?:[\\s>]|$)`, 'i'),
    end: /<\/(?:pre|script|style|textarea)>/i,
    closing: `</${name}>`,
  })),
];

// Deeper than in the specification: a fence may stand in a list.
const FENCE = /^(\s*)(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * The line that ends the block which a Markdown text leaves open, as one that was cut off can: without it,
 * what follows would be part of a listing or of a comment. `undefined` when all are closed.
 */
export function closingLine(markdown: string): string | undefined {
  let open: OpenBlock | undefined;
  for (const line of markdown.split(/\r\n?|\n/)) {
    if (open) open = open.isClosedBy(line) ? undefined : open;
    else open = openedBy(line);
  }
  return open?.closing;
}

function openedBy(line: string): OpenBlock | undefined {
  const [, indent = '', fence = ''] = FENCE.exec(line) ?? [];
  if (fence !== '') {
    const end = new RegExp(`^\\s*${fence.charAt(0)}{${fence.length},}\\s*$`);
    return { isClosedBy: (later) => end.test(later), closing: indent + fence };
  }
  const html = HTML_BLOCKS.find(({ begin }) => begin.test(line));
  if (!html || html.end.test(line.replace(html.begin, ''))) return undefined;
  return { isClosedBy: (later) => html.end.test(later), closing: html.closing };
}
