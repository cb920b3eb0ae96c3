import { expect } from '@open-wc/testing';
import type { TpRatingScale } from '../../src/elements/rating-scale/rating-scale.js';
import { watchConsole } from './support/console.js';
import { allWithin, button, drawn, mount, within } from './support/dom.js';
import { click } from './support/keyboard.js';

watchConsole();

/** A narrow scale in letters of 32 px: those of a browser set to 200 %. */
async function large(): Promise<TpRatingScale> {
  const page = await mount(
    '<div style="font-size:32px; inline-size:12em"><tp-rating-scale scale="frequency-4"></tp-rating-scale></div>',
  );
  return within<TpRatingScale>(page, 'tp-rating-scale');
}

const height = (element: Element): number => element.getBoundingClientRect().height;

describe('In large text', () => {
  it('the box of an answer keeps its room around the words', async () => {
    for (const option of allWithin(await large(), '.option'))
      expect(height(option) - height(within(option, 'span'))).to.be.greaterThan(30);
  });

  it('reasons of two lines do not run into each other', async () => {
    const field = await large();
    await click(button(field, 'More reasons'));
    await drawn(field);
    const reasons = allWithin(field, '.reason');
    expect(reasons.length).to.be.greaterThan(3);
    for (const reason of reasons) expect(height(reason) - height(within(reason, 'span'))).to.be.greaterThan(20);
  });
});
