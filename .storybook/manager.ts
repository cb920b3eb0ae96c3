import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/manager-api';
import { preferredTheme, themeNamed } from './theme.js';

addons.setConfig({ theme: themeNamed(preferredTheme()), ui: { enableShortcuts: false }, sidebar: { showRoots: true } });

// The toolbar's light and dark are for the whole catalogue; a story that is dark by itself leaves the rest as it is.
addons.register('catalogue/theme', (api) => {
  const follow = (payload: { globals: { theme?: unknown }; userGlobals?: { theme?: unknown } }): void => {
    const name = payload.userGlobals?.theme ?? payload.globals.theme;
    api.setOptions({ theme: themeNamed(name || preferredTheme()) });
  };
  api.on(SET_GLOBALS, follow);
  api.on(GLOBALS_UPDATED, follow);
});
