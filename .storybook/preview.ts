import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../dist/custom-elements.json' with { type: 'json' };
import '../src/define/all.js';
import { CatalogueContainer } from './docs-container.js';
import '../stories/support/strathmorn.css';
import '../src/theme/high-contrast.css';
import '../src/theme/paper.css';
import './preview.css';
import { withStage } from './stage.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  parameters: {
    // A story with an accessibility violation fails its test.
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: {
      container: CatalogueContainer,
      source: { excludeDecorators: true, dark: false },
      toc: { headingSelector: 'h2', title: 'On this page' },
    },
    // The stage has its own margins.
    layout: 'fullscreen',
    options: {
      storySort: {
        order: [
          'Start here',
          'Embed in five minutes',
          'In a frame',
          'Events',
          'Data',
          'Drafts',
          'Theming',
          'Testing',
          'Accessibility',
          'Elements',
          [
            'Conversation',
            'Outcome',
            'Rating scale',
            'Narrative',
            'Contributors',
            'Actions',
            'Prompt',
            'Record summary',
            'Review comparison',
            'Outcome star',
            'Outcome timeline',
          ],
          'Reading a comparison',
        ],
      },
    },
  },
  initialGlobals: { direction: 'ltr' },
  globalTypes: {
    direction: {
      description: 'The direction of the text',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  decorators: [withStage],
};

export default preview;
