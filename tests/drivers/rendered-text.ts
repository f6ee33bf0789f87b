/**
 * An expression for the text that an element shows: its own, or without any what styles have put before what
 * is in it.
 *
 * @param element an expression for it
 */
export function renderedText(element: string): string {
  return `((element) => {
    const text = element.innerText ?? element.textContent;
    if (text.trim() !== '') return text;
    const drawn = [...element.querySelectorAll('*')].map((one) => {
      const { content } = getComputedStyle(one, '::before');
      const [, attribute] = /^attr\\((.+)\\)$/.exec(content) ?? [];
      if (attribute) return one.getAttribute(attribute) ?? '';
      return content.startsWith('"') ? content.slice(1, -1).replaceAll('\\\\"', '"') : '';
    });
    return drawn.join(' ');
  })(${element})`;
}
