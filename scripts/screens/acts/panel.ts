import type { View } from '../../../tests/drivers/driver.ts';
import { DONE, LONG, SENT } from '../content/runs.ts';
import {
  LONG_MODEL,
  LONG_PAGE,
  REASONING,
  SHORT_ANSWER,
  TEXT,
  WORD_OF_60,
} from '../content/texts.ts';
import {
  ask,
  forgetRuns,
  importRuns,
  showRun,
  windowOf,
  writeStored,
  type KeptRun,
} from '../page-world.ts';
import type { Scene } from '../scene.ts';
import type { Act, Screen } from '../screen.ts';

/** The panel with a run in some state. */
function withRun(name: string, run: KeptRun, more: Partial<Screen> = {}): Screen {
  return {
    surface: 'panel',
    name,
    show: async (scene) => {
      const panel = await scene.open('sidepanel.html');
      await showRun(panel, run);
      return panel;
    },
    ...more,
  };
}

/** A screen that something is done on. */
function then(screen: Screen, act: (panel: View, scene: Scene) => Promise<void>): Screen {
  return {
    ...screen,
    show: async (scene) => {
      const panel = await screen.show(scene);
      await act(panel, scene);
      return panel;
    },
  };
}

const unfold = (words: string) => `(() => {
  const summary = [...document.querySelectorAll('summary')].find(({ textContent }) => textContent.trim() === ${JSON.stringify(words)});
  summary.parentElement.open = true;
})()`;

const confirmation = (reason: 'cut' | 'cost' | 'cap', costUsd: number | undefined): KeptRun => ({
  ...SENT,
  brief: undefined,
  text: TEXT.repeat(80),
  state: {
    kind: 'held',
    by: 'confirmation',
    reason,
    sendCharacters: reason === 'cut' ? 12_000 : TEXT.length * 80,
    costUsd,
  },
});

const held = (by: 'question' | 'scope' | 'sign-in'): KeptRun => ({
  ...SENT,
  action: by === 'question' ? 'ask' : 'summarize',
  brief: undefined,
  state: { kind: 'held', by },
});

/** What runs look like, from the click to their end. */
export const PANEL: Act = {
  name: 'panel',
  screens: [
    {
      surface: 'panel',
      name: 'empty',
      show: async (scene) => {
        const panel = await scene.open('sidepanel.html');
        await forgetRuns(panel);
        return panel;
      },
    },
    withRun('preparing', { ...SENT, brief: undefined, state: { kind: 'preparing' } }),
    withRun('queued', { ...SENT, state: { kind: 'waiting' } }),
    withRun('waiting-for-the-first-word', { ...SENT, state: { kind: 'streaming' } }),
    streaming(),
    withRun('answered', DONE, { answers: 'What did it cost?' }),
    withRun('long-answer', LONG),
    then(withRun('reasoning', { ...DONE, reasoning: REASONING }), async (panel, { word }) => {
      await panel.evaluate(unfold(word('run.reasoning')));
    }),
    then(
      withRun('what-was-sent', DONE, { answers: 'Who gets my text?' }),
      async (panel, { word }) => {
        await panel.evaluate(unfold(word('sent.title')));
        await panel.waitFor('textbox', word('sent.text'));
      },
    ),
    withRun('copy-as', DONE, {
      act: (panel, scene) => panel.click('button', scene.word('copy.as')),
    }),
    { surface: 'panel', name: 'follow-up', show: followUp },
    withRun('translated', {
      ...DONE,
      action: 'translate',
      brief: { language: 'de', isRepaired: true, isMasked: true },
    }),
    withRun('word-explained', {
      ...DONE,
      action: 'explain',
      text: 'focus',
      surroundings: { sentence: 'The lamp stands in the focus.', title: LONG_PAGE.title },
    }),
    withRun('long-names', {
      ...DONE,
      text: `${WORD_OF_60} ${TEXT}`,
      page: LONG_PAGE,
      choice: { model: LONG_MODEL, provider: 'a-provider-with-a-name-as-long-as-this' },
      question: `What does ${WORD_OF_60} mean?`,
    }),
    withRun('part-was-sent', {
      ...DONE,
      sentCharacters: 120,
      isSelectionCut: true,
      droppedTurns: 3,
    }),
    withRun('stopped', { ...DONE, state: { kind: 'stopped' } }),
    withRun('stopped-without-text', { ...SENT, state: { kind: 'stopped' } }),
    withRun('at-its-length-limit', { ...DONE, state: { kind: 'done', finish: 'length' } }),
    withRun('continued', {
      ...DONE,
      answer: `${SHORT_ANSWER} ${SHORT_ANSWER}`,
      seams: [SHORT_ANSWER.length],
    }),
    withRun('held-by-question', held('question')),
    withRun('held-by-scope', held('scope')),
    withRun('held-by-host', {
      ...SENT,
      state: { kind: 'held', by: 'host-access', host: 'router.huggingface.co' },
    }),
    withRun('asks-before-a-cut', confirmation('cut', 0.0212)),
    withRun('asks-before-a-cost', confirmation('cost', 0.0621), { answers: 'What did it cost?' }),
    withRun('asks-above-the-limit', confirmation('cap', undefined)),
    {
      surface: 'panel',
      name: 'storage-faults',
      show: async (scene) => {
        const panel = await scene.open('sidepanel.html');
        const faults = [{ kind: 'history-full' }, { kind: 'damaged', what: 'settings' }];
        await writeStored(panel, 'session', 'faults', faults);
        return panel;
      },
      leave: async (scene) =>
        writeStored(await scene.open('sidepanel.html'), 'session', 'faults', undefined),
    },
  ],
};

/** A real run, of which the Hub has sent twelve words and sends the rest when the screen is left. */
function streaming(): Screen {
  let release: (() => void) | undefined;
  return {
    surface: 'panel',
    name: 'streaming',
    show: async (scene) => {
      release = scene.hub.hold({ afterWords: 12 });
      return await streamedPart(scene);
    },
    leave: async () => release?.(),
  };
}

async function streamedPart(scene: Scene): Promise<View> {
  const panel = await scene.open('sidepanel.html');
  const before = scene.hub.chats.length;
  await ask(panel, 'run.start', {
    windowId: await windowOf(panel),
    action: 'explain',
    text: TEXT,
  });
  await panel.waitUntil('words', async () => (scene.hub.chats[before]?.sentText.length ?? 0) > 30);
  return panel;
}

async function followUp(scene: Scene): Promise<View> {
  const panel = await scene.open('sidepanel.html');
  const conversation = crypto.randomUUID();
  await importRuns(panel, [
    { ...DONE, id: conversation, conversation, startedAt: Date.now() - 60_000 },
  ]);
  await showRun(panel, {
    ...DONE,
    conversation,
    action: 'ask',
    text: '',
    question: 'How much lighter was it, in kilograms?',
    answer:
      'The text gives no weight in kilograms; it says that the new lens weighed **a tenth** of the old one.',
  });
  return panel;
}
