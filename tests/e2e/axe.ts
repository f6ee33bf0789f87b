import axe from 'axe-core';
import type { View } from '../drivers/driver.ts';

/** All that WCAG 2.2 AA wants and a program can see, and what axe's makers know to be good besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const RUN = `async (part, options) => {
  const { violations } = await axe.run(part ? { include: [part] } : document, { ...options, resultTypes: ['violations'] });
  // What describes a control stands in it, and is no part of its label.
  const isDescribed = (id, { target }) =>
    id === 'label-content-name-mismatch' &&
    document.querySelector(target.flat().join(' '))?.hasAttribute('aria-describedby');
  return violations.flatMap(({ id, nodes }) => nodes.filter((node) => !isDescribed(id, node)).map(({ target, failureSummary }) =>
    id + ' at ' + target.flat().join(' ') + ': ' + failureSummary.split('\\n').slice(1).join('; ')));
}`;

/**
 * What axe finds wrong in a document, in a sentence each. It is run by the debugger, which no policy of the
 * page concerns.
 *
 * @param rules these alone, if not all
 * @param part a selector of the only part that is looked at, if not the whole
 */
export async function violationsIn(
  view: View,
  rules?: readonly string[],
  part?: string,
): Promise<string[]> {
  await view.evaluate(`(() => { if (!window.axe) { ${axe.source} } return true; })()`);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  return await view.evaluate<string[]>(
    `(${RUN})(${JSON.stringify(part ?? null)}, ${JSON.stringify({ runOnly })})`,
  );
}
