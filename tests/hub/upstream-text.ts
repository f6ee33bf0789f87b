import { createParser } from 'eventsource-parser';
import * as v from 'valibot';

const ChunkSchema = v.looseObject({
  choices: v.array(
    v.looseObject({ delta: v.optional(v.looseObject({ content: v.nullish(v.string(), '') })) }),
  ),
});

/** Reads the answer's text out of the bytes of a stream as they pass; what it can't read is ''. */
export function textOfEvents(): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder();
  let text = '';
  const parser = createParser({
    onEvent: ({ data }) => {
      text += textOfChunk(data);
    },
  });
  return (bytes) => {
    text = '';
    parser.feed(decoder.decode(bytes, { stream: true }));
    return text;
  };
}

function textOfChunk(data: string): string {
  try {
    const chunk = v.parse(ChunkSchema, JSON.parse(data));
    return chunk.choices.map(({ delta }) => delta?.content ?? '').join('');
  } catch {
    return '';
  }
}
