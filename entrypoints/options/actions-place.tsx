import { ActionsSection } from './actions-section';
import { AnswersSection } from './answers-section';
import { LanguageSection } from './language-section';
import type { PlaceProps } from './place-views';

/** What each action uses, where its answers appear, and in which language. */
export function ActionsPlace({ app }: PlaceProps) {
  return (
    <>
      <ActionsSection app={app} />
      <AnswersSection app={app} />
      <LanguageSection app={app} />
    </>
  );
}
