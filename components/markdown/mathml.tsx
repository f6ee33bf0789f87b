import { h, type ComponentChildren } from 'preact';
import type { MathmlElement } from '@/utils/markdown/mathml-element';
import { toMathml } from '@/utils/markdown/to-mathml';
import { drawsRoots } from './draws-roots';

/** TeX as MathML; in its place the children, where it can't be read. */
export function Mathml(props: { tex: string; isDisplay: boolean; children: ComponentChildren }) {
  const element = toMathml(props.tex, props.isDisplay);
  if (!element) return <>{props.children}</>;
  return draw({
    ...element,
    attributes: { ...element.attributes, display: props.isDisplay ? 'block' : 'inline' },
  });
}

function draw(element: MathmlElement): ComponentChildren {
  const { name, attributes } = element;
  const children = element.children.map((child) =>
    typeof child === 'string' ? child : draw(child),
  );
  if (name === 'msqrt' && !drawsRoots()) return rootOf(children);
  if (name === 'mroot' && !drawsRoots()) return rootOf(children.slice(0, 1), children[1]);
  return h(name, attributes, children);
}

/** A root of characters, with a line above what is under it. */
function rootOf(radicand: ComponentChildren[], degree?: ComponentChildren): ComponentChildren {
  const sign = h('mo', { stretchy: 'false' }, '√');
  return h('mrow', null, [
    degree ? h('msup', null, [h('mrow', null), degree]) : null,
    sign,
    h('mrow', { class: 'md-radicand' }, radicand),
  ]);
}
