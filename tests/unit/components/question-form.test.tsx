import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { QuestionForm } from '@/components/run/question-form';
import { Page } from '../support/page';

async function open(takesFocus = false) {
  const question = signal('');
  let asked = 0;
  const onAsk = () => {
    asked += 1;
  };
  const page = await Page.open(
    <QuestionForm question={question} onAsk={onAsk} takesFocus={takesFocus} />,
  );
  return { page, question, asked: () => asked, field: page.field('textbox', 'Question') };
}

describe('QuestionForm', () => {
  it('asks by its button, with what was typed', async () => {
    const { page, question, asked, field } = await open();
    await page.type(field, 'Who lit it?');
    await page.press('Ask');
    expect(question.value).toBe('Who lit it?');
    expect(asked()).toBe(1);
  });

  it('does not load another page when it is submitted', async () => {
    const { page } = await open();
    const submit = new SubmitEvent('submit', { bubbles: true, cancelable: true });
    page.root.querySelector('form')?.dispatchEvent(submit);
    expect(submit.defaultPrevented).toBe(true);
  });

  it.each([
    ['Enter', { key: 'Enter' }, false],
    ['Enter while composing', { key: 'Enter', isComposing: true }, true],
    ['Enter with keyCode 229', { key: 'Enter', keyCode: 229 }, true],
    ['another key while composing', { key: 'a', isComposing: true }, false],
  ])('keeps %s from the form: %o', async (_title, key, isKept) => {
    const { page, field, asked } = await open();
    // A browser submits the form by an Enter that nobody has prevented.
    const event = await page.key(field, key);
    expect(event.defaultPrevented).toBe(isKept);
    expect(asked()).toBe(0);
  });

  it.each([
    ['Ctrl+Enter', { key: 'Enter', ctrlKey: true }, 1],
    ['Cmd+Enter', { key: 'Enter', metaKey: true }, 1],
    ['Ctrl+Enter while composing', { key: 'Enter', ctrlKey: true, isComposing: true }, 0],
    ['Ctrl+Enter with keyCode 229', { key: 'Enter', ctrlKey: true, keyCode: 229 }, 0],
  ])('asks by %s %o: %i times', async (_title, key, times) => {
    const { page, field, asked } = await open();
    const event = await page.key(field, key);
    expect(event.defaultPrevented).toBe(true);
    expect(asked()).toBe(times);
  });

  it.each([
    ['Alt+1', { key: '1', altKey: true }, 1],
    ['the Enter that ends a composition', { key: 'Enter', keyCode: 229 }, 0],
    ['a key of a composition', { key: '1', altKey: true, isComposing: true }, 0],
  ])('tells its owner of %s %o: %i times', async (_title, key, times) => {
    const heard: string[] = [];
    const onKeyDown = (event: KeyboardEvent) => heard.push(event.key);
    const page = await Page.open(
      <QuestionForm question={signal('')} onAsk={() => undefined} onKeyDown={onKeyDown} />,
    );
    await page.key(page.field('textbox', 'Question'), key);
    expect(heard).toHaveLength(times);
  });

  it('takes the focus when it is asked to and nobody else has it', async () => {
    const { field } = await open(true);
    expect(document.activeElement).toBe(field);
  });

  it('takes the focus from what it stands in, such as the run whose control has gone', async () => {
    const { page, field } = await open(true);
    page.root.tabIndex = -1;
    page.root.focus();
    await page.type(field, 'Who');
    expect(document.activeElement).toBe(field);
  });

  it('leaves the focus to another field', async () => {
    const { page, field } = await open(true);
    const other = document.body.appendChild(document.createElement('input'));
    other.focus();
    await page.type(field, 'Who');
    expect(document.activeElement).toBe(other);
  });

  it('does not take the focus by itself', async () => {
    await open();
    expect(document.activeElement).toBe(document.body);
  });
});
