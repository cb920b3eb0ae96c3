import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { useEffect, useState, type PropsWithChildren, type ReactElement } from 'react';
import { GLOBALS_UPDATED } from 'storybook/internal/core-events';
import { preferredTheme, themeNamed } from './theme.js';

interface WithStore {
  readonly store?: { readonly userGlobals?: { get?: () => { theme?: unknown } } };
}

/** A page of the catalogue, light or dark as the toolbar says, also where no story stands on it. */
export function CatalogueContainer({ context, children }: PropsWithChildren<DocsContainerProps>): ReactElement {
  const [name, setName] = useState((context as WithStore).store?.userGlobals?.get?.().theme || preferredTheme());
  useEffect(() => {
    const follow = ({ userGlobals }: { userGlobals?: { theme?: unknown } }): void =>
      setName(userGlobals?.theme || preferredTheme());
    context.channel.on(GLOBALS_UPDATED, follow);
    return () => context.channel.off(GLOBALS_UPDATED, follow);
  }, [context.channel]);
  return (
    <DocsContainer context={context} theme={themeNamed(name)}>
      <div className="catalogue" data-theme={name}>
        {children}
      </div>
    </DocsContainer>
  );
}
