// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readServerSentEvents } from '@/utils/inference/server-sent-events';
import { bodyOf, bytesOf, cuts } from '../support/streams';

type Pieces = Parameters<typeof bodyOf>[0];

async function read(pieces: Pieces, then: Parameters<typeof bodyOf>[1] = 'end'): Promise<string[]> {
  const events = readServerSentEvents(bodyOf(pieces, then).stream, () => {});
  return await Array.fromAsync(events, ({ data }) => data);
}

describe('readServerSentEvents', () => {
  it.each([
    ['a lighthouse and a wave', '🗼🌊'],
    ['a family of four code points', '👨‍👩‍👧‍👦'],
    ['a flag', '🇬🇧'],
    ['a rare Chinese character', '𠮷野家'],
    ['Chinese, Japanese and Korean', '灯台 とうだい 등대'],
    ['a combining accent', 'e\u0301tude'],
    ['right to left', 'منارة'],
  ])('[R18] [ST-07] reads %s whole, split at every byte', async (_title, text) => {
    for (const pieces of cuts(bytesOf(`data: ${text}\n\n`))) {
      expect(await read(pieces)).toEqual([text]);
    }
  });

  it.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('[ST-07] takes %s for the end of a line, split at every byte', async (_title, end) => {
    const lines = ['data: one', 'data: more', '', 'data: two', '', ''];
    for (const pieces of cuts(bytesOf(lines.join(end)))) {
      expect(await read(pieces)).toEqual(['one\nmore', 'two']);
    }
  });

  it.each([
    ['comments', ': keep-alive\n\ndata: a\n\n: ping\n', ['a']],
    ['no space after the colon', 'data:a\n\n', ['a']],
    ['one space of two', 'data:  a\n\n', [' a']],
    ['other fields', 'event: x\nid: 7\nretry: 10\nfoo: bar\ndata: a\n\n', ['a']],
    ['an event without data', 'event: ping\n\ndata: a\n\n', ['a']],
    ['a colon inside the data', 'data: {"a":"b: c"}\n\n', ['{"a":"b: c"}']],
    ['a byte order mark', '\ufeffdata: a\n\n', ['a']],
    ['several events in one piece', 'data: a\n\ndata: b\n\ndata: [DONE]\n\n', ['a', 'b', '[DONE]']],
    ['nothing', '', []],
  ])('[ST-07] reads a stream with %s', async (_title, stream, events) => {
    expect(await read([stream])).toEqual(events);
  });

  it.each([
    ['its blank line', 'data: a\n'],
    ['the end of its line', 'data: a'],
  ])('[ST-07] counts the last event when %s is missing, and says so', async (_title, stream) => {
    const events = readServerSentEvents(bodyOf([stream], 'end').stream, () => {});
    expect(await Array.fromAsync(events)).toEqual([{ data: 'a', isUnfinished: true }]);
  });

  it('hands over each event when it is there, not at the end', async () => {
    const body = bodyOf(['data: a\n\ndata: b\n\n'], 'stay-open');
    const events = readServerSentEvents(body.stream, () => {});
    expect((await events.next()).value).toMatchObject({ data: 'a' });
    expect((await events.next()).value).toMatchObject({ data: 'b' });
    expect(body.isCancelled()).toBe(false);
  });

  it('cancels the body when its reader leaves early', async () => {
    const body = bodyOf(['data: a\n\n'], 'stay-open');
    for await (const event of readServerSentEvents(body.stream, () => {})) {
      expect(event.data).toBe('a');
      break;
    }
    expect(body.isCancelled()).toBe(true);
  });

  it('tells of every piece of data, comments too', async () => {
    let touched = 0;
    const { stream } = bodyOf([': a\n', 'da', 'ta: b\n\n']);
    const onBytes = () => {
      touched += 1;
    };
    await Array.fromAsync(readServerSentEvents(stream, onBytes));
    expect(touched).toBe(3);
  });

  it('fails when the connection breaks, after the events that had arrived', async () => {
    const events = readServerSentEvents(bodyOf(['data: a\n\n'], 'break').stream, () => {});
    expect((await events.next()).value).toEqual({ data: 'a', isUnfinished: false });
    await expect(events.next()).rejects.toThrow('network error');
  });
});
