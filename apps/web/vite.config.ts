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
    reportCompressedSize: true,
  },
  server: {
    proxy: Object.fromEntries(['/graphql', '/files', '/health'].map((path) => [path, { target: api, changeOrigin: false }])),
  },
});
