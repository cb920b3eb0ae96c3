import type { Page } from 'playwright-core';

/** The drafts on this device, as text. */
export const kept = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((done, fail) => {
        const request = indexedDB.open('talking-points-drafts');
        request.onerror = () => fail(new Error('The drafts do not open.'));
        request.onsuccess = () => {
          const all = request.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            request.result.close();
            done(JSON.stringify(all.result));
          };
        };
      }),
  );
