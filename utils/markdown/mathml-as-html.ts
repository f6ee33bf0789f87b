import { escapeHtml } from './escape-html';
import type { MathmlElement } from './mathml-element';

/** A formula as HTML for other programs, with its TeX beside it for those that read it (MathML Core §2.1.5). */
export function mathmlAsHtml(math: MathmlElement, tex: string, isDisplay: boolean): string {
  const inside = math.children.map(asHtml).join('');
  const annotation = `<annotation encoding="application/x-tex">${escapeHtml(tex)}</annotation>`;
  return `<math xmlns="http://www.w3.org/1998/Math/MathML" display="${isDisplay ? 'block' : 'inline'}"><semantics><mrow>${inside}</mrow>${annotation}</semantics></math>`;
}

function asHtml(node: MathmlElement | string): string {
  if (typeof node === 'string') return escapeHtml(node);
  // Classes are those of our own pages.
  const attributes = Object.entries(node.attributes).filter(([name]) => name !== 'class');
  const written = attributes.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('');
  return `<${node.name}${written}>${node.children.map(asHtml).join('')}</${node.name}>`;
}
