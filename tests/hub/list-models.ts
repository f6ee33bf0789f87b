import type { Access } from './access.ts';
import type { Exchange } from './exchange.ts';
import { modelInfo } from './model-info.ts';
import { mayRead, ownerOf, type Repository } from './repository.ts';
import { sendJson } from './respond.ts';

export interface ModelsDesk {
  readonly origin: string;
  /** The most models one page of the list has, whatever its `limit` asks for. */
  readonly modelsPerPage: number;
  checkAccess(authorization: string | undefined): Promise<Access>;
  repositories(): Promise<readonly Repository[]>;
}

/**
 * `GET /api/models` (Hugging Face Hub API) with `author`, `search`, `limit` and `expand`; the
 * next page is in the `Link` header. A bad token is refused, even for what is public.
 */
export async function answerModels(exchange: Exchange, desk: ModelsDesk): Promise<void> {
  const { request, response, record } = exchange;
  const { authorization } = request.headers;
  const access = authorization === undefined ? undefined : await desk.checkAccess(authorization);
  if (access !== undefined && access.kind !== 'granted') {
    sendJson(response, 401, { error: 'Invalid username or password.' });
    return;
  }
  const url = new URL(record.path, desk.origin);
  const repositories = await desk.repositories();
  const found = repositories.filter(
    (repository) => mayRead(repository, access) && matches(repository, url.searchParams),
  );
  const { start, end } = pageOf(url.searchParams, desk.modelsPerPage);
  const expand = [...url.searchParams.getAll('expand'), ...url.searchParams.getAll('expand[]')];
  const page = found.slice(start, end).map((repository) => modelInfo(repository, expand));
  sendJson(response, 200, page, end < found.length ? linkToNext(url, end) : {});
}

function matches({ model }: Repository, query: URLSearchParams): boolean {
  const author = query.get('author');
  const search = query.get('search')?.toLowerCase() ?? '';
  return (author === null || author === ownerOf(model)) && model.id.toLowerCase().includes(search);
}

function pageOf(query: URLSearchParams, most: number): { start: number; end: number } {
  const start = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? most);
  return { start, end: start + Math.min(limit, most) };
}

function linkToNext(url: URL, cursor: number): { link: string } {
  const next = new URL(url);
  next.searchParams.set('cursor', String(cursor));
  return { link: `<${next.href}>; rel="next"` };
}
