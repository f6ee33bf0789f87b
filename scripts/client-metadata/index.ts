/** Writes the client id metadata document that makes an https address the client id of a build. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OPTIONAL_SCOPES } from '../../utils/config/offered-scopes.ts';
import { readBuildEnvironment } from '../../utils/config/read-build-environment.ts';
import { readArguments } from './arguments.ts';
import { metadataDocument } from './metadata-document.ts';

try {
  const { url, out, extensionIds } = readArguments(process.argv.slice(2));
  const { scopes } = readBuildEnvironment(process.env);
  // A server may refuse a scope that the document doesn't name.
  const scope = [...new Set([...scopes.split(' '), ...OPTIONAL_SCOPES])].join(' ');
  const json = metadataDocument({ url, extensionIds, scope });
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, json);
  process.stdout.write(
    `${out}\nHost it at exactly ${url} as application/json and without redirects, then set OAUTH_CLIENT_ID to that address.\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
