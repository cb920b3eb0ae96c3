import { expect } from '@open-wc/testing';
import type { TpPrompt } from '../../src/elements/prompt/prompt.js';
import { findFramework } from '../../src/frameworks/registry.js';
import { watchConsole } from './support/console.js';
import { allWithin, drawn, mount, shown, summary, within, words } from './support/dom.js';
import { click } from './support/keyboard.js';

watchConsole();

const seeing = findFramework('talking-points-community')?.outcomes.find(({ id }) => id === 'seeing-people');

describe('<tp-prompt>', () => {
  it('shows an outcome’s name, meaning and ways to ask, folded away', async () => {
    const prompt = await mount<TpPrompt>('<tp-prompt></tp-prompt>');
    prompt.outcome = seeing;
    await drawn(prompt);
    expect(words(within(prompt, '[part=heading]'))).to.equal('Seeing people');
    expect(words(within(prompt, '[part=description]'))).to.equal(seeing?.description);
    expect(allWithin(prompt, 'li').map(words)).to.deep.equal(seeing?.prompts);
    expect(within<HTMLDetailsElement>(prompt, 'details').open).to.equal(false);
    await click(summary(prompt, 'Ways to ask'));
    expect(within<HTMLDetailsElement>(prompt, 'details').open).to.equal(true);
  });

  it('takes it as JSON, and what is set beside it goes first', async () => {
    const prompt = await mount<TpPrompt>(
      `<tp-prompt outcome='{"id": "x", "name": "Name", "easyName": "Easy", "prompts": ["A?"]}' description="Meaning" prompts='["B?", "C?"]'></tp-prompt>`,
    );
    expect(shown(prompt)).to.equal('Name Meaning Ways to ask B? C?');
    prompt.easy = true;
    prompt.prompts = [];
    await drawn(prompt);
    expect(shown(prompt)).to.equal('Easy Meaning');
    prompt.heading = 'Heading';
    await drawn(prompt);
    expect(shown(prompt)).to.equal('Heading Meaning');
  });

  it('stands at the level that the page gives it', async () => {
    const prompt = await mount<TpPrompt>('<tp-prompt heading="A" heading-level="2"></tp-prompt>');
    expect(within(prompt, '[role=heading]').getAttribute('aria-level')).to.equal('2');
  });

  it('has room for a picture, audio and a film, and nothing to fill in', async () => {
    const prompt = await mount<TpPrompt>('<tp-prompt heading="A"><b slot="picture">P</b><i>Film</i></tp-prompt>');
    const slots = allWithin<HTMLSlotElement>(prompt, 'slot');
    expect(slots.map((slot) => slot.assignedElements().map(words))).to.deep.equal([['P'], ['Film']]);
    expect(allWithin(prompt, 'input,textarea,select')).to.have.lengthOf(0);
  });
});
