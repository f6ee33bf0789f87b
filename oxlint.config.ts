import { defineConfig, type OxlintOverride } from 'oxlint';

/* Who may import what. A rule that a later override sets again replaces the earlier one whole, so
   each kind of file below gets all that holds for it from `restrictImports`. */

interface Restriction {
  /**
   * Patterns as in .gitignore, of import paths. A path that fits a `!` pattern is free of the other
   * restrictions of the same file as well: oxlint asks them all as one.
   */
  group: string[];
  message: string;
  allowTypeImports?: boolean;
}

/** All of some folders of `utils`, by alias or relative. */
function folders(...names: string[]): string[] {
  const any = names.length > 1 ? `{${names.join(',')}}` : String(names[0]);
  return [`**/utils/${any}`, `../${any}`, `**/${any}/**`];
}

const NO_ENTRYPOINTS: Restriction = {
  group: ['**/entrypoints', '**/entrypoints/**'],
  message: 'entrypoints compose the others; nobody knows them',
};
const NO_COMPONENTS: Restriction = {
  group: ['**/components', '**/components/**'],
  message: 'only components and pages draw',
};
const NO_VIEW_STATE: Restriction = {
  group: folders('state'),
  message: 'the background draws nothing',
};
const NO_TOKENS: Restriction = {
  group: folders('oauth', 'session', 'network', 'hub', 'inference'),
  message: 'only the background holds tokens or talks to the network',
};
const NO_STORAGE_SIDE: Restriction = {
  group: [
    '**/storage/{open-storage,storage-gate,note-fault,damaged-value,unreadable,restrict-access}{,.ts}',
  ],
  message: 'only the background writes',
};
/** What of the folders that both sides share is the background's alone. */
const NO_BACKGROUND_SIDE: Restriction = {
  group: [
    ...folders('runs'),
    '!**/runs/run{,.ts}',
    ...folders('endpoints'),
    '!**/endpoints/{own-endpoint,endpoint-url,endpoint-models}{,.ts}',
    '**/models/{fetch-models,model-catalogue}{,.ts}',
  ],
  message: "the background's side",
};
const NO_SERVERS: Restriction = {
  group: [
    ...folders('messaging'),
    '!**/messaging/{protocol,request-client,wake-background,run-port-client,device-sign-in-client}{,.ts}',
  ],
  message: "the background's side of the messages",
};
const NO_MESSAGES: Restriction = {
  group: folders('messaging'),
  message: 'pages send the messages; components get everything by props',
};
const ONLY_PROPS: Restriction = {
  group: ['**/utils/browser{,.ts}', ...folders('storage', 'state', 'selection', 'surfaces')],
  message: 'components get everything by props',
  allowTypeImports: true,
};

const EXTENSION_API = [
  {
    name: 'webextension-polyfill',
    message: 'only utils/browser.ts names the API',
    allowTypeImports: true,
  },
  { name: 'wxt/browser', message: 'only utils/browser.ts names the API' },
];

const GLOBALS = [
  { name: 'chrome', message: "import { browser } from '@/utils/browser'" },
  { name: 'browser', message: "import { browser } from '@/utils/browser'" },
  { name: 'localStorage', message: 'extension storage only' },
];

const PAGES = 'entrypoints/{popup,sidepanel,options,welcome,selection-of-frame,card}/**';

function restrictImports(files: string, ...patterns: Restriction[]): OxlintOverride {
  return {
    files: [files],
    rules: { 'no-restricted-imports': ['error', { paths: EXTENSION_API, patterns }] },
  };
}

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'jsx-a11y', 'promise'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['.wxt/**', '.output/**', 'tests/fixtures/**'],
  rules: {
    'max-lines': ['error', { max: 300 }],
    'max-lines-per-function': ['error', { max: 100, skipComments: true, skipBlankLines: true }],
    'max-params': ['error', { max: 4 }],
    eqeqeq: 'error',
    'no-console': 'error',
    'no-empty': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-restricted-globals': ['error', ...GLOBALS],
    'no-restricted-imports': ['error', { paths: EXTENSION_API }],
    'no-underscore-dangle': ['error', { allow: ['__BUILD_CONFIGURATION__'] }],
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-unnecessary-condition': 'off',
    'typescript/no-non-null-assertion': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/consistent-return': 'off',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'unicorn/consistent-function-scoping': 'off',
    'promise/always-return': 'off',
    'jsx-a11y/prefer-tag-over-role': 'off',
    'jsx-a11y/no-noninteractive-element-to-interactive-role': 'off',
  },
  overrides: [
    restrictImports('utils/**', NO_ENTRYPOINTS, NO_COMPONENTS),
    restrictImports(
      'utils/{state,surfaces,selection,card,actions,built-in,models,markdown,format,keyboard,errors,storage,account,config}/**',
      NO_ENTRYPOINTS,
      NO_COMPONENTS,
      NO_TOKENS,
      NO_BACKGROUND_SIDE,
      NO_SERVERS,
    ),
    restrictImports('utils/{messaging/**,runs/run*}', NO_ENTRYPOINTS, NO_COMPONENTS, NO_TOKENS),
    restrictImports(
      'components/**',
      NO_ENTRYPOINTS,
      NO_TOKENS,
      NO_BACKGROUND_SIDE,
      NO_MESSAGES,
      ONLY_PROPS,
    ),
    restrictImports(PAGES, NO_TOKENS, NO_BACKGROUND_SIDE, NO_SERVERS, NO_STORAGE_SIDE),
    restrictImports('entrypoints/background/**', NO_COMPONENTS, NO_VIEW_STATE),
    { files: ['utils/browser.ts'], rules: { 'no-restricted-imports': 'off' } },
    {
      files: [
        'components/**',
        PAGES,
        'utils/{state,surfaces,selection,card,actions,built-in,markdown,format,keyboard,errors,storage,account,config,runs,messaging}/**',
      ],
      rules: {
        'no-restricted-globals': [
          'error',
          {
            globals: [
              ...GLOBALS,
              { name: 'fetch', message: 'only the background talks to the network' },
            ],
            checkGlobalObject: true,
          },
        ],
      },
    },
    {
      // One key, the theme: extension storage can't be read before the first paint.
      files: ['utils/surfaces/theme.ts', 'public/theme.js'],
      rules: { 'no-restricted-globals': 'off' },
    },
    {
      files: ['tests/**'],
      rules: {
        'max-lines-per-function': 'off',
        'no-restricted-globals': 'off',
        'no-restricted-imports': 'off',
      },
    },
  ],
});
