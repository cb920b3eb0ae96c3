import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The page of Smart Forms, bundled as a host would. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'pages'),
  base: './',
  logLevel: 'error',
  // Not that of the test runner: React is three times as slow in it.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: resolve(import.meta.dirname, '../../.cache/fhir-pages'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { input: resolve(import.meta.dirname, 'pages/smart-forms.html'), onwarn: () => undefined },
  },
});
