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
    ['a byte order mark in front of a comment', '\ufeff: hi\ndata: a\n\n', ['a']],
    ['only one byte order mark left out', '\ufeff\ufeffdata: a\n\ndata: b\n\n', ['b']],
    [
      'the example of a stock, of the standard',
      'data: YHOO\ndata: +2\ndata: 10\n\n',
      ['YHOO\n+2\n10'],
    ],
    [
      'the example of four blocks, of the standard',
      ': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n',
      ['first event', 'second event', ' third event'],
    ],
    ['fields of no value', 'data\n\ndata\ndata\n\ndata: a\n\n', ['', '\n', 'a']],
    [
      'the two spaces that are one, of the standard',
      'data:test\n\ndata: test\n\n',
      ['test', 'test'],
    ],
    [
      'line ends of all kinds',
      'data: a\r\n\r\ndata: b\n\rdata: c\r\rdata: d\n\n',
      ['a', 'b', 'c', 'd'],
    ],
    ['blank lines too many', '\n\n\ndata: a\n\n\n\n', ['a']],
    ['a null character', 'data: a\u0000b\n\n', ['a\u0000b']],
    ['fields of another case', 'Data: a\n\nDATA: b\n\ndata: c\n\n', ['c']],
    ['a name with space in front', ' data: a\n\ndata: b\n\n', ['b']],
    ['nothing', '', []],
  ])('[ST-07] reads a stream with %s', async (_title, stream, events) => {
    expect(await read([stream])).toEqual(events);
  });

  it.each([
    ['its blank line', 'data: a\n'],
    ['the end of its line', 'data: a'],
  ])('[ST-07] counts the last event when %s is missing, and says so', async (_title, stream) => {
    const events = readServerSentEvents(bodyOf([stream], 'end').stream, () => {});
    expect(await Array.fromAsync(events)).toEqual([
      { data: 'a', isError: false, isUnfinished: true },
    ]);
  });

  it('[R20] tells an event that calls itself an error', async () => {
    const stream = 'event: error\ndata: a\n\nevent: message\ndata: b\n\ndata: c\n\n';
    const events = readServerSentEvents(bodyOf([stream]).stream, () => {});
    expect(await Array.fromAsync(events, ({ data, isError }) => [data, isError])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
    ]);
  });

  it.each([
    ['a line', `data: ${'a'.repeat(64 * 1024)}`, 'a'.repeat(64 * 1024)],
    ['lines of one event', 'data: ', `${'a'.repeat(64 * 1024)}\ndata: `],
  ])('[R16] [R17] gives up on %s without an end, and closes the body', async (_t, first, next) => {
    let pulls = 0;
    let isCancelled = false;
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => {
        controller.enqueue(bytesOf(pulls === 0 ? first : next));
        pulls += 1;
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    const events = readServerSentEvents(stream, () => {});
    await expect(events.next()).rejects.toMatchObject({ error: { kind: 'stream-damaged' } });
    expect(pulls).toBeLessThan(200);
    expect(isCancelled).toBe(true);
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
    expect((await events.next()).value).toMatchObject({ data: 'a', isUnfinished: false });
    await expect(events.next()).rejects.toThrow('network error');
  });
});
