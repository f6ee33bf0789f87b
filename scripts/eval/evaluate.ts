import { ask, type Endpoint, type EvalAnswer } from './ask.ts';
import { caseRequest } from './case-request.ts';
import { check, type Check } from './check.ts';
import { checkAnswer } from './check-answer.ts';
import { checkRequest } from './check-request.ts';
import type { TextCase, TextFile } from './text-file.ts';

/** One case, what was answered, and what holds of it. */
export interface CaseResult {
  name: string;
  about: string;
  case: TextCase;
  checks: readonly Check[];
  answer: EvalAnswer | undefined;
}

/**
 * Asks a server about all texts, one after the other, and holds each answer to what must hold.
 *
 * @param tell hears of each case when it is done
 */
export async function evaluate(
  endpoint: Endpoint,
  files: readonly TextFile[],
  tell: (result: CaseResult) => void,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const file of files) {
    for (const one of file.cases) {
      const result = await tryCase(endpoint, file, one);
      results.push(result);
      tell(result);
    }
  }
  return results;
}

async function tryCase(endpoint: Endpoint, file: TextFile, one: TextCase): Promise<CaseResult> {
  const request = caseRequest(file, one, endpoint.model);
  const about = { name: `${file.name}, ${one.action}`, about: file.about, case: one };
  const checks = checkRequest(file, one, request);
  try {
    const answer = await ask(endpoint, request);
    return { ...about, answer, checks: [...checks, ...checkAnswer(file, one, answer.text)] };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return {
      ...about,
      answer: undefined,
      checks: [...checks, check('is answered', false, reason)],
    };
  }
}
