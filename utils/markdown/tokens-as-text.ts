import type { Token, Tokens } from 'marked';
import { decodeEntities } from './decode-entities';
import { formulaOfFence } from './formula-of-fence';
import { isFormula } from './formula-token';
import { describeImage, type ImageWords } from './image-words';
import { LINE_BREAK_TAG } from './line-break-tag';
import { isMarkedToken } from './marked-token';
import { safeUrl } from './safe-url';

/**
 * The tokens of an answer as text to read, without the marks of Markdown: items keep a sign and their
 * indent, cells are parted by tabs, a link is followed by its address, a formula is its TeX.
 */
export function tokensAsText(tokens: readonly Token[], image: ImageWords): string {
  return joinBlocks(tokens, image, '\n\n');
}

function joinBlocks(tokens: readonly Token[], image: ImageWords, between: string): string {
  const blocks = tokens.map((token) => blockAsText(token, image));
  return blocks.filter((text) => text !== '').join(between);
}

function blockAsText(token: Token, image: ImageWords): string {
  if (isFormula(token)) return token.text.trim();
  if (!isMarkedToken(token)) return token.raw.trim();
  switch (token.type) {
    case 'blockquote':
      return tokensAsText(token.tokens, image);
    case 'code':
      return (formulaOfFence(token) ?? token).text.replace(/\n$/, '');
    case 'hr':
      return '―――';
    case 'list':
      return listAsText(token, image);
    case 'table':
      return [token.header, ...token.rows].map((row) => rowAsText(row, image)).join('\n');
    case 'paragraph':
    case 'heading':
      return inlineAsText(token.tokens, image);
    case 'space':
    case 'def':
      return '';
    case 'text':
    case 'checkbox':
    case 'br':
    case 'codespan':
    case 'del':
    case 'em':
    case 'escape':
    case 'html':
    case 'image':
    case 'link':
    case 'list_item':
    case 'strong':
      return inlineAsText([token], image);
  }
}

function listAsText(list: Tokens.List, image: ImageWords): string {
  const first = Number(list.start) || 1;
  const items = list.items.map((item, index) => {
    const sign = list.ordered ? `${first + index}. ` : '• ';
    const [box, ...rest] = item.tokens;
    const isTask = box?.type === 'checkbox';
    const lines = joinBlocks(isTask ? rest : item.tokens, image, item.loose ? '\n\n' : '\n');
    const mark = isTask ? inlineAsText([box], image) : '';
    return sign + (mark + lines).replace(/\n(?!\n)/g, `\n${' '.repeat(sign.length)}`);
  });
  return items.join(list.loose ? '\n\n' : '\n');
}

function rowAsText(cells: readonly Tokens.TableCell[], image: ImageWords): string {
  return cells.map(({ tokens }) => inlineAsText(tokens, image).replace(/\s+/g, ' ')).join('\t');
}

function inlineAsText(tokens: readonly Token[], image: ImageWords): string {
  return tokens.map((token) => wordsOf(token, image)).join('');
}

function wordsOf(token: Token, image: ImageWords): string {
  if (isFormula(token)) return token.text.trim();
  if (!isMarkedToken(token)) return token.raw;
  switch (token.type) {
    case 'text':
      return token.tokens ? inlineAsText(token.tokens, image) : decodeEntities(token.text);
    case 'strong':
    case 'em':
    case 'del':
      return inlineAsText(token.tokens, image);
    case 'escape':
    case 'codespan':
      return token.text;
    case 'br':
      return '\n';
    case 'link':
      return linkAsText(token, image);
    case 'image':
      return describeImage(token, image);
    case 'checkbox':
      return token.checked ? '☑ ' : '☐ ';
    case 'html':
      return LINE_BREAK_TAG.test(token.raw) ? '\n' : token.raw;
    case 'blockquote':
    case 'code':
    case 'def':
    case 'heading':
    case 'hr':
    case 'list':
    case 'list_item':
    case 'paragraph':
    case 'space':
    case 'table':
      return token.raw;
  }
}

function linkAsText(token: Tokens.Link, image: ImageWords): string {
  if (token.autolink) return token.text;
  const words = inlineAsText(token.tokens, image);
  const url = safeUrl(decodeEntities(token.href));
  const isNamed = url === undefined || words === url || `${words}/` === url;
  return isNamed ? words : `${words} (${url.replace(/^mailto:/, '')})`;
}
