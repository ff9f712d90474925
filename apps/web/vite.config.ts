import { fileURLToPath } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.KHOI_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  base: '/',
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  plugins: [tanstackRouter({ target: 'react', autoCodeSplitting: true }), react()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Fonts stay files: inlined as data: they would break the content security policy and block the first paint.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs, in one file that changes only with its libraries.
            { name: 'base', test: /node_modules\/(react|react-dom|scheduler|react-i18next|i18next|urql|@urql|wonka|@0no-co|@tanstack|use-sync-external-store|seroval|seroval-plugins)\// },
            { name: 'shell', test: /src\/(layout\/(Frame|Header|Footer|BottomBar|NavList|nav|AccountMenu|LanguageSwitch|NotificationBell|overlays|Overlays|ErrorPage|NotFoundPage)|session\/(?!RenewDialog)|i18n\/index|lib\/(graphql|client|errors|keyboard|navigation|format|text|search)|ui\/(links|PathLink|PageTitle|Wordmark|Skeletons|toast)|theme)/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/health'].map((path) => [path, { target: api, changeOrigin: false }])),
  },
});
