// Compiled, never run: the drivers take what the test tools hand out, by its shape alone.
import type { Locator, Page } from 'playwright-core';
import {
  aRecord,
  conversationDriver,
  domDriver,
  fixtures,
  playwrightDriver,
  userEventDriver,
} from '../../src/testing/index.js';
import type { OutcomeRecord } from '../../src/index.js';
import { exactly, use } from './expect.js';

declare const page: Page;
declare const locator: Locator;
use(conversationDriver(playwrightDriver(page)));
use(conversationDriver(playwrightDriver(page.frameLocator('iframe').locator('main')), { name: 'Jean' }));
use(playwrightDriver(locator));

/** As Cypress writes it: what `.then()` is given is an array of elements, and it waits for a promise. */
declare const cy: {
  get(selector: string): {
    then<T>(use: (found: { readonly [index: number]: HTMLElement }) => PromiseLike<T>): unknown;
  };
};
cy.get('body').then(({ 0: body }) => {
  if (!body) throw new Error('There is no page.');
  return conversationDriver(domDriver(body)).choose('Seeing people');
});

/** As Testing Library's user-event writes it. */
declare const user: {
  click(element: Element): Promise<void>;
  type(element: Element, text: string, options?: { skipClick?: boolean }): Promise<void>;
  selectOptions(element: Element, values: HTMLElement | HTMLElement[] | string[] | string): Promise<void>;
};
use(userEventDriver(document.body, user));

exactly<OutcomeRecord>()(fixtures.full());
exactly<OutcomeRecord>()(
  aRecord()
    .withOutcome('Seeing people', { rating: { noAnswer: 'later' } })
    .build(),
);
// @ts-expect-error -- a reason that is not there
use(aRecord().withOutcome('Seeing people', { rating: { noAnswer: 'because' } }));
// @ts-expect-error -- a key that no message has
void conversationDriver(domDriver(document)).says('finish.stored');
