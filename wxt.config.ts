import { defineConfig } from 'wxt';
import { createManifest } from './utils/config/manifest.ts';
import { readBuildEnvironment } from './utils/config/read-build-environment.ts';
import { oneLocale } from './scripts/locales/one-locale.ts';
import { bundleCard } from './scripts/vite/bundle-card.ts';
import { bundlePages } from './scripts/vite/bundle-pages.ts';
import { addLegalTexts } from './scripts/vite/legal-texts.ts';
import { preactWithoutMarkupSink } from './scripts/vite/preact-without-markup-sink.ts';
import { withoutUnusedHashing } from './scripts/vite/without-unused-hashing.ts';

const build = readBuildEnvironment(process.env);

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  manifestVersion: 3,
  // `--mode store` makes the zips for the stores; all other modes keep the pinned id.
  manifest: ({ browser, mode, command }) =>
    createManifest(build, {
      browser,
      isStoreZip: mode === 'store',
      isDevelopment: command === 'serve',
    }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      bundlePages(entrypoints, config);
      bundleCard(entrypoints, config);
    },
    'build:publicAssets': async (wxt, files) => {
      addLegalTexts(wxt, files);
      await oneLocale(process.env['ONLY_LOCALE'])(wxt, files);
    },
  },
  vite: () => ({
    define: { __BUILD_CONFIGURATION__: JSON.stringify(build) },
    plugins: [preactWithoutMarkupSink(), withoutUnusedHashing()],
    // Pages load from disk: preloading saves nothing, and its helper is larger than our own code in it.
    build: { modulePreload: false },
  }),
});
