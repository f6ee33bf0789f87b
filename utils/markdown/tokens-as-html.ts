import type { Token, Tokens } from 'marked';
import { decodeEntities } from './decode-entities';
import { escapeHtml } from './escape-html';
import { formulaOfFence } from './formula-of-fence';
import { isFormula, type FormulaToken } from './formula-token';
import { describeImage, type ImageWords } from './image-words';
import { LINE_BREAK_TAG } from './line-break-tag';
import { isMarkedToken } from './marked-token';
import { safeUrl } from './safe-url';

/** What the HTML of an answer needs beside its tokens. */
export interface HtmlParts {
  /** Stands for an image, which is never copied. */
  readonly image: ImageWords;
  /** A formula as HTML; undefined where it can only stay its source. */
  readonly formula: (formula: FormulaToken) => string | undefined;
}

/**
 * The tokens of an answer as HTML for the clipboard. It is made of what the answer says alone: text is
 * escaped, HTML in it stays text, links pass `safeUrl`, nothing in it loads anything.
 */
export function tokensAsHtml(tokens: readonly Token[], parts: HtmlParts): string {
  return tokens.map((token) => asHtml(token, parts)).join('');
}

function element(name: string, inside: string): string {
  return `<${name}>${inside}</${name}>`;
}

function formulaAsHtml(formula: FormulaToken, parts: HtmlParts): string {
  const html = parts.formula(formula) ?? element('code', escapeHtml(formula.raw.trim()));
  return formula.isDisplay ? element('div', html) : html;
}

function asHtml(token: Token, parts: HtmlParts): string {
  if (isFormula(token)) return formulaAsHtml(token, parts);
  if (!isMarkedToken(token)) return element('p', escapeHtml(token.raw));
  const inside = () => tokensAsHtml('tokens' in token ? (token.tokens ?? []) : [], parts);
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'heading':
      return element(`h${token.depth}`, inside());
    case 'paragraph':
      return element('p', inside());
    case 'blockquote':
    case 'strong':
    case 'em':
    case 'del':
      return element(token.type, inside());
    case 'code':
      return codeAsHtml(token, parts);
    case 'hr':
    case 'br':
      return `<${token.type}>`;
    case 'list':
      return listAsHtml(token, parts);
    case 'list_item':
      return element('li', inside());
    case 'table':
      return tableAsHtml(token, parts);
    case 'text':
      return token.tokens ? inside() : escapeHtml(decodeEntities(token.text));
    case 'escape':
      return escapeHtml(token.text);
    case 'codespan':
      return element('code', escapeHtml(token.text));
    case 'link':
      return linkAsHtml(token, token.autolink ? escapeHtml(token.text) : inside());
    case 'image':
      return escapeHtml(describeImage(token, parts.image));
    case 'checkbox':
      return token.checked ? '☑ ' : '☐ ';
    case 'html':
      return LINE_BREAK_TAG.test(token.raw) ? '<br>' : escapeHtml(token.raw);
  }
}

function codeAsHtml(token: Tokens.Code, parts: HtmlParts): string {
  const formula = formulaOfFence(token);
  if (formula) return formulaAsHtml(formula, parts);
  return element('pre', element('code', escapeHtml(token.text)));
}

function listAsHtml(token: Tokens.List, parts: HtmlParts): string {
  const items = tokensAsHtml(token.items, parts);
  if (!token.ordered) return element('ul', items);
  return `<ol start="${Number(token.start) || 1}">${items}</ol>`;
}

function tableAsHtml(token: Tokens.Table, parts: HtmlParts): string {
  const row = (cells: readonly Tokens.TableCell[]) =>
    element('tr', cells.map((cell) => cellAsHtml(cell, parts)).join(''));
  const body = token.rows.map(row).join('');
  return element('table', element('thead', row(token.header)) + element('tbody', body));
}

function cellAsHtml({ header, align, tokens }: Tokens.TableCell, parts: HtmlParts): string {
  const name = header ? 'th' : 'td';
  const style = align ? ` style="text-align:${align}"` : '';
  return `<${name}${style}>${tokensAsHtml(tokens, parts)}</${name}>`;
}

function linkAsHtml(token: Tokens.Link, inside: string): string {
  const url = safeUrl(token.autolink ? token.href : decodeEntities(token.href));
  return url === undefined ? inside : `<a href="${escapeHtml(url)}">${inside}</a>`;
}
