import { h, type ComponentChildren } from 'preact';
import type { MathmlElement } from '@/utils/markdown/mathml-element';
import { toMathml } from '@/utils/markdown/to-mathml';

/** TeX as MathML; in its place the children, where it can't be read. */
export function Mathml(props: { tex: string; isDisplay: boolean; children: ComponentChildren }) {
  const element = toMathml(props.tex, props.isDisplay);
  if (!element) return <>{props.children}</>;
  return draw({
    ...element,
    attributes: { ...element.attributes, display: props.isDisplay ? 'block' : 'inline' },
  });
}

function draw({ name, attributes, children }: MathmlElement): ComponentChildren {
  return h(
    name,
    attributes,
    children.map((child) => (typeof child === 'string' ? child : draw(child))),
  );
}
