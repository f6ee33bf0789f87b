import { applyFault } from './apply-fault.ts';
import { handleChat, type ChatDesk } from './chat-completions.ts';
import type { Handler } from './listen.ts';
import { mayRead } from './repository.ts';
import { sendJson } from './respond.ts';

/** The inference router: the list of models, open to everybody, and chat completions. */
export function routerHandler(desk: ChatDesk): Handler {
  return async (exchange) => {
    const { path, request, response } = exchange;
    if (request.method === 'POST' && path === '/v1/chat/completions') {
      await handleChat(exchange, desk);
      return;
    }
    if (await applyFault(exchange)) return;
    if (request.method === 'GET' && path === '/v1/models') {
      const repositories = await desk.repositories();
      const open = repositories.filter((repository) => mayRead(repository));
      sendJson(response, 200, { object: 'list', data: open.map(({ model }) => model) });
      return;
    }
    sendJson(response, 404, { error: 'Not Found' });
  };
}
