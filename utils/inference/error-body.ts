import * as v from 'valibot';

/** What an error body says, in whichever of its shapes. */
export interface ErrorBody {
  /** The server's own words, one line of at most 300 characters. Hostile data: shown as text, never more. */
  message: string | undefined;
  code: string | undefined;
}

const MAXIMUM_MESSAGE = 300;

const bodySchema = v.looseObject({
  error: v.optional(
    v.union([
      v.string(),
      v.looseObject({ message: v.optional(v.nullable(v.string())), code: v.optional(v.unknown()) }),
    ]),
  ),
  message: v.optional(v.string()),
  // A list is FastAPI's, https://fastapi.tiangolo.com/tutorial/handling-errors/
  detail: v.fallback(
    v.optional(v.union([v.string(), v.array(v.looseObject({ msg: v.string() }))])),
    undefined,
  ),
  error_description: v.optional(v.string()),
});

/** Reads an error body: `error` as a string or an object, then `message`, `detail`, `error_description`. */
export function readErrorBody(body: unknown): ErrorBody {
  const parsed = v.safeParse(bodySchema, body);
  if (!parsed.success) return { message: undefined, code: undefined };
  const { error, message, detail, error_description: description } = parsed.output;
  const text =
    (typeof error === 'string' ? error : error?.message) ??
    message ??
    (typeof detail === 'object' ? detail.map(({ msg }) => msg).join('; ') : detail) ??
    description;
  const code = typeof error === 'object' && typeof error.code === 'string' ? error.code : undefined;
  return { message: (text && oneLine(text)) || undefined, code };
}

/** One line without control characters, cut to what a notice can show. */
export function oneLine(text: string): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return line.length > MAXIMUM_MESSAGE ? `${line.slice(0, MAXIMUM_MESSAGE)}…` : line;
}
