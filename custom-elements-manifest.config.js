// Describes the elements for editors, the catalogue and the framework types.
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { published } from './scripts/lib/manifest-plugins.mjs';

const outdir = 'dist';

export default {
  globs: ['src/{base,elements,define}/**/*.ts', 'src/drafts/events.ts'],
  outdir,
  litelement: true,
  plugins: [
    published(),
    customElementVsCodePlugin({
      outdir: `${outdir}/vscode`,
      htmlFileName: 'html-custom-data.json',
      cssFileName: 'css-custom-data.json',
      hideLogs: true,
    }),
    customElementJetBrainsPlugin({ outdir, webTypesFileName: 'web-types.json', packageJson: false, hideLogs: true }),
  ],
};
