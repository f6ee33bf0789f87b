import { imageWords } from '@/components/markdown/image-label';
import { mathmlAsHtml } from '@/utils/markdown/mathml-as-html';
import { tokensAsHtml } from '@/utils/markdown/tokens-as-html';
import { tokensOf } from './answer-as-text';

const MAY_HAVE_FORMULAS = /\$|\\[([]|^ *(?:`{3}|~{3})/m;

/** An answer as HTML. Formulas stay their source where what draws them can't be loaded. */
export async function answerAsHtml(answer: string): Promise<string> {
  const tokens = tokensOf(answer);
  const drawing = MAY_HAVE_FORMULAS.test(answer)
    ? await import('@/utils/markdown/to-mathml').catch(() => undefined)
    : undefined;
  return tokensAsHtml(tokens, {
    image: imageWords,
    formula: ({ text, isDisplay }) => {
      const tex = text.trim();
      const math = drawing?.toMathml(tex, isDisplay);
      return math && mathmlAsHtml(math, tex, isDisplay);
    },
  });
}
