import type { ChatPrompt } from './chat-prompt.ts';
import { pickBest, scoreByImportance, scoreByQuestion } from './sentence-scores.ts';
import { splitSentences } from './sentences.ts';

const NOTE = '*demo/extractive is an extractive demo model: it copies sentences and writes none.*';

const CANNOT = {
  Translate: 'translate',
  Rewrite: 'rewrite',
  'Fix grammar': 'correct',
} as const;

/**
 * Answers a prompt with sentences of its own text, and says so. The same prompt always gets the
 * same answer, and the text can only be quoted, never obeyed.
 */
export function answerExtractively({ task, text, question }: ChatPrompt): string {
  const sentences = splitSentences(text);
  if (sentences.length === 0) return `There is no text to work with.\n\n${NOTE}`;
  switch (task) {
    case 'Summarize':
      return summarize(sentences);
    case 'Explain':
      return quote(
        'I can only quote the text. These sentences say most about it:',
        important(sentences),
      );
    case 'Answer':
      return answer(sentences, question);
    case 'Translate':
    case 'Rewrite':
    case 'Fix grammar':
      break;
  }
  return quote(
    `I can't ${CANNOT[task]} text: I can only quote it. The most important sentences, unchanged:`,
    important(sentences),
  );
}

function summarize(sentences: readonly string[]): string {
  const scores = scoreByImportance(sentences);
  const [lead = ''] = pickBest(sentences, scores, 1);
  const rest = sentences.filter((sentence) => sentence !== lead);
  const bullets = pickBest(
    rest,
    scoreByImportance(rest),
    Math.min(4, Math.max(2, Math.round(rest.length / 4))),
  );
  return [`**${lead}**`, list(bullets), NOTE].filter((part) => part !== '').join('\n\n');
}

function answer(sentences: readonly string[], question: string): string {
  const scores = scoreByQuestion(sentences, question);
  const related = sentences.filter((_sentence, index) => (scores[index] ?? 0) > 0);
  if (related.length === 0) {
    return `I can only quote the text, and none of its sentences shares a word with the question.\n\n${NOTE}`;
  }
  const best = pickBest(related, scoreByQuestion(related, question), 3);
  return quote('I can only quote the text. These sentences are the closest to the question:', best);
}

function important(sentences: readonly string[]): string[] {
  return pickBest(sentences, scoreByImportance(sentences), 3);
}

function quote(lead: string, sentences: readonly string[]): string {
  return `${lead}\n\n${list(sentences)}\n\n${NOTE}`;
}

function list(sentences: readonly string[]): string {
  return sentences.map((sentence) => `- ${sentence}`).join('\n');
}
