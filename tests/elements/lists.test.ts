import { expect } from '@open-wc/testing';
import type { TpActions } from '../../src/elements/actions/actions.js';
import type { TpContributors } from '../../src/elements/contributors/contributors.js';
import type { Action, Contributor } from '../../src/schema/record.js';
import { CONTRIBUTOR_KINDS } from '../../src/schema/codes.js';
import { watchConsole } from './support/console.js';
import { family, otherStep, ownStep, service } from './support/data.js';
import { allWithin, button, drawn, labelled, mount, shown, until, within, words } from './support/dom.js';
import { listen } from './support/events.js';
import { click, focused, press, type } from './support/keyboard.js';

watchConsole();

const contributors = async (value: readonly Contributor[] = [], attributes = ''): Promise<TpContributors> => {
  const field = await mount<TpContributors>(`<tp-contributors ${attributes}></tp-contributors>`);
  if (value.length > 0) field.value = value;
  await drawn(field);
  return field;
};
const actions = async (value: readonly Action[] = [], attributes = ''): Promise<TpActions> => {
  const field = await mount<TpActions>(`<tp-actions ${attributes}></tp-actions>`);
  if (value.length > 0) field.value = value;
  await drawn(field);
  return field;
};

/** Where a box lies on the screen, to the pixel. */
const box = (element: Element): { top: number; bottom: number; left: number; right: number } => {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return { top: Math.round(top), bottom: Math.round(bottom), left: Math.round(left), right: Math.round(right) };
};

describe('A row of fields', () => {
  for (const [size, width] of [
    ['wide', '40em'],
    ['narrow', '18em'],
  ] as const)
    it(`${size}: the way to remove stands beside the first field, at the end of the row, and fields line up`, async () => {
      const page = await mount(
        `<div style="inline-size:${width}"><tp-contributors></tp-contributors><tp-actions></tp-actions></div>`,
      );
      within<TpContributors>(page, 'tp-contributors').value = [family, service];
      within<TpActions>(page, 'tp-actions').value = [ownStep, otherStep];
      await drawn(...page.children);
      for (const field of page.children)
        for (const row of allWithin(field, '.row')) {
          const remove = box(within(row, 'button'));
          const controls = [...row.querySelectorAll('textarea, input, select')].map(box);
          const [first] = controls;
          expect(remove.top, 'beside the first').to.equal(first?.top);
          expect(remove.right, 'at the end').to.equal(box(row).right);
          for (const one of controls) {
            expect(one.bottom - one.top, 'as high as its neighbours').to.be.closeTo(44, 1);
            expect(one.right <= remove.left || one.top >= remove.bottom, 'not under the button').to.equal(true);
            expect(one.left, 'side by side only where there is room').to.equal(
              size === 'narrow' ? first?.left : one.left,
            );
          }
        }
    });
});

describe('<tp-contributors>', () => {
  it('offers the person first and services after family and community', async () => {
    const field = await contributors([], 'person-name="Jean"');
    const offered = allWithin(field, '.add button').map((one) => words(one).replace('+ ', ''));
    expect(offered).to.deep.equal([
      'Jean',
      'Family',
      'Friend or neighbour',
      'Community',
      'Service',
      'Equipment',
      'Something else',
    ]);
    expect(offered).to.have.lengthOf(CONTRIBUTOR_KINDS.length);
  });

  it('adds one of each kind with its stage and an id of its own, and puts the focus into it', async () => {
    const field = await contributors([service], 'stage="actual"');
    await click(button(field, 'Family'));
    await until(() => focused() === labelled(field, 'Family: who or what?'), 'the focus in the new row');
    await type('Morag');
    await press('Tab');
    await type('rings');
    const [old, added] = field.value ?? [];
    expect(old).to.deep.equal(service);
    expect(added).to.include({ kind: 'family', stage: 'actual', who: 'Morag', how: 'rings' });
    expect(added?.id).to.match(/^[0-9a-f-]{36}$/);
    expect(allWithin(field, '.row')).to.have.lengthOf(2);
  });

  it('shows the person before services, and leaves the order of the value alone', async () => {
    const field = await contributors([service, family]);
    expect(allWithin(field, '.row label:first-child').map(words)).to.deep.equal([
      'Family: who or what?',
      'Service: who or what?',
    ]);
    expect(field.value).to.deep.equal([service, family]);
  });

  it('keeps what it does not show', async () => {
    const rich = { ...family, sharing: ['person'] as const, since: '1999' };
    const field = await contributors([rich, service]);
    await click(labelled(field, 'Service: who or what?'));
    await press('End');
    await type('!');
    expect(field.value?.[0]).to.deep.equal(rich);
    await click(button(field, 'Remove Home care!'));
    expect(field.value).to.deep.equal([rich]);
  });

  it('read-only: one line for each', async () => {
    const field = await contributors(
      [family, { id: 'c-3', kind: 'person' }],
      'readonly person-name="Jean" label="Help"',
    );
    expect(shown(field)).to.equal('Help Jean Morag (Family) : rings every day');
    field.value = null;
    await drawn(field);
    expect(shown(field)).to.equal('Help Nobody written down yet');
  });
});

describe('<tp-actions>', () => {
  it('puts the person’s own steps first, and asks who only for the others', async () => {
    const field = await actions([otherStep, ownStep], 'person-name="Jean"');
    const rows = allWithin(field, '.row');
    expect(rows.map((row) => [...row.querySelectorAll('label > span')].map(words))).to.deep.equal([
      ['What will Jean do?', 'By when?', 'How is it going?'],
      ['What will be done?', 'Who?', 'By when?', 'How is it going?'],
    ]);
    expect(field.value).to.deep.equal([otherStep, ownStep]);
  });

  it('records what, who, by when and how it stands', async () => {
    const field = await actions();
    await click(button(field, 'Something others will do'));
    await until(() => focused() === labelled(field, 'What will be done?'), 'the focus in the new row');
    await type('Ramp');
    await click(labelled(field, 'Who?'));
    await type('Council');
    const by = labelled(field, 'By when?');
    by.value = '2026-05-01';
    by.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn(field);
    const status = labelled<HTMLSelectElement>(field, 'How is it going?');
    status.value = 'doing';
    status.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn(field);
    const [step] = field.value ?? [];
    expect(step).to.deep.equal({ id: step?.id, what: 'Ramp', who: 'Council', by: '2026-05-01', status: 'doing' });
    status.value = '';
    status.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn(field);
    by.value = '';
    by.dispatchEvent(new Event('change', { bubbles: true }));
    expect(field.value?.[0]).to.deep.equal({ id: step?.id, what: 'Ramp', who: 'Council' });
  });

  it('shows the status that the host sets, also after somebody chose another', async () => {
    const field = await actions([ownStep]);
    const status = labelled<HTMLSelectElement>(field, 'How is it going?');
    for (const chosen of ['done', 'doing'] as const) {
      status.value = chosen;
      status.dispatchEvent(new Event('change', { bubbles: true }));
      await drawn(field);
      expect(field.value?.[0]?.status).to.equal(chosen);
    }
    for (const given of ['planned', 'done', 'doing'] as const) {
      field.value = [{ ...ownStep, status: given }];
      await drawn(field);
      expect(status.value).to.equal(given);
    }
  });

  it('says one change for a status, in the order of a native field', async () => {
    const field = await actions([ownStep]);
    const heard = listen(field);
    const status = labelled<HTMLSelectElement>(field, 'How is it going?');
    status.value = 'done';
    status.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    status.dispatchEvent(new Event('change', { bubbles: true }));
    expect(heard.types).to.deep.equal(['input', 'change', 'tp-answer-change']);
  });

  it('keeps what it does not show', async () => {
    const rich: Action = { ...ownStep, note: 'Her number is on the fridge', sdsOption: 2, sharing: ['person'] };
    const field = await actions([rich]);
    await click(labelled(field, 'What will the person do?'));
    await press('End');
    await type('!');
    expect(field.value).to.deep.equal([{ ...rich, what: `${rich.what}!` }]);
  });

  it('read-only: what, who, when and how it stands', async () => {
    const field = await actions([otherStep, ownStep], 'readonly person-name="Jean" label="Steps" locale="en-GB"');
    expect(shown(field)).to.equal('Steps Ring the bowling club · Jean · Planned Find a lift · Eck · 31 March 2026');
    field.value = null;
    await drawn(field);
    expect(shown(field)).to.equal('Steps No next steps yet');
  });

  it('a day that does not exist is shown as it was written', async () => {
    const field = await actions([{ ...otherStep, by: '2026-02-31' }], 'readonly label="Steps"');
    expect(shown(field)).to.include('2026-02-31');
    expect(words(within(field, 'dt'))).to.equal('Steps');
  });
});
