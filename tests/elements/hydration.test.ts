// Before lit, as in a page: it prepares lit for what a server has drawn.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import { expect, nextFrame } from '@open-wc/testing';
import { executeServerCommand, sendMouse } from '@web/test-runner-commands';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import type { TpNarrative } from '../../src/elements/narrative/narrative.js';
import type { TpOutcomeTimeline } from '../../src/elements/outcome-timeline/outcome-timeline.js';
import type { TpRatingScale } from '../../src/elements/rating-scale/rating-scale.js';
// The classes are loaded, and nothing is registered yet.
import '../../src/index.js';
import { watchConsole } from './support/console.js';

watchConsole();

const one = <T extends Element>(root: ParentNode | null | undefined, selector: string): T => {
  const found = root?.querySelector<T>(selector);
  if (!found) throw new Error(`There is no "${selector}".`);
  return found;
};
/** As in `support/keyboard.ts`, which registers the elements; here they are not registered yet. */
const type = (text: string): Promise<void> => executeServerCommand('type', text);
async function click(target: Element): Promise<void> {
  target.scrollIntoView({ block: 'center' });
  await nextFrame();
  const { left, top, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

const controlsOf = (element: Element): readonly Element[] => [
  ...(element.shadowRoot?.querySelectorAll('label,input,textarea,summary') ?? []),
];

describe('What a server has drawn', () => {
  let markup = '';
  before(async () => {
    markup = await (await fetch('/server-markup')).text();
  });

  it('is used before the script is there, and everything is kept and told when it arrives', async () => {
    const page = document.createElement('div');
    document.body.append(page);
    (page as { setHTMLUnsafe?: (html: string) => void }).setHTMLUnsafe?.(markup);
    const scale = one<TpRatingScale>(page, 'tp-rating-scale');
    const narrative = one<TpNarrative>(page, 'tp-narrative');
    const conversation = one<TpConversation>(page, 'tp-conversation');
    const timeline = one<TpOutcomeTimeline>(page, 'tp-outcome-timeline');
    const partsOf = (): readonly Element[] => [
      ...(timeline.shadowRoot?.querySelectorAll('[part=heading], svg[role=group], .mark, tbody th') ?? []),
    ];
    const before = [[scale, narrative, conversation].map(controlsOf), [partsOf()]].flat();
    // However long, all of it is there: nobody may ever run a script.
    expect(timeline.shadowRoot?.querySelectorAll('svg[role=group]')).to.have.lengthOf(15);
    expect(timeline.shadowRoot?.querySelectorAll('tbody th[scope=row]')).to.have.lengthOf(600);
    expect(before.every((nodes) => nodes.length > 1)).to.equal(true);

    await click(one(scale.shadowRoot, '[data-key="2"]'));
    const [topic] = [
      ...(conversation.shadowRoot?.querySelectorAll<HTMLInputElement>('[part=topics] [type=checkbox]') ?? []),
    ];
    if (!topic) throw new Error('There are topics.');
    await click(topic);
    const box = one<HTMLTextAreaElement>(narrative.shadowRoot, 'textarea');
    await click(box);
    await type('The garden');

    const told: string[] = [];
    page.addEventListener('tp-answer-change', ({ detail }) => told.push(detail.path.join()));
    page.addEventListener('tp-record-change', ({ detail }) =>
      told.push(`${String(detail.record.entries.length)} entries`),
    );
    await import('../../src/define/hydrate.js');
    await import('../../src/define/all.js');
    await Promise.all([scale, narrative, conversation].map((element) => element.updateComplete));
    await type(', and the sea');
    await timeline.updateComplete;
    narrative.blur();
    box.blur();

    expect(scale.value).to.equal('most');
    expect([...new FormData(one<HTMLFormElement>(page, 'form'))]).to.deep.equal([['safe', 'most']]);
    expect(narrative.value).to.equal('The garden, and the sea');
    expect(conversation.record?.entries).to.have.lengthOf(1);
    expect(topic.checked).to.equal(true);
    expect(told.toSorted()).to.deep.equal(['1 entries', 'safe', 'words']);
    for (const nodes of before)
      expect(
        nodes.every((node) => node.isConnected),
        'the same controls',
      ).to.equal(true);
    expect(partsOf()).to.deep.equal(before.at(-1));
    page.remove();
  });
});
