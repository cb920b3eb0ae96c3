import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { comparisonCases } from '../../stories/support/comparison-cases.js';
import * as versions from '../../stories/support/conflict.js';
import { reviews } from '../../stories/support/reviews.js';
import { watchConsole } from './support/console.js';
import { family, framework, fullRecord, licensed, NOTICE, ownStep } from './support/data.js';
import { cardsOf, settled } from './support/cards.js';
import { allWithin, drawn, labelled, mount, shown, within } from './support/dom.js';
import { click } from './support/keyboard.js';
import { hasTree, tree } from './support/tree.js';

const said = watchConsole();

const PAGE = 'The page under test';

/**
 * What a screen reader is told, line by line, as Chromium computes it. An axe run does not find a control that is there but says the wrong
 * thing; these do. Read them aloud when you change them.
 */
/** Two people's views, of which one has changed. */
const twoViews = { ...comparisonCases.find(({ name }) => name === 'Two views, side by side') };

/** The first two of Jean's conversations, about two of her outcomes. */
const twoConversations = reviews
  .slice(0, 2)
  .map((one) => ({ ...one, entries: one.entries.filter(({ label }) => /^(Feeling|Seeing)/.test(label)) }));

interface Case {
  readonly name: string;
  readonly markup: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly ask?: boolean;
  readonly heard: string;
  /** What the other engines, which keep their tree to themselves, have to show for it. */
  readonly shows: string;
}

const cases: readonly Case[] = [
  {
    name: 'an answered scale',
    markup:
      '<tp-rating-scale scale="frequency-4" label="How often?" description="Any is fine." value="most"></tp-rating-scale>',
    heard: `
group "How often?" (Any is fine.)
  paragraph "Any is fine."
  radio "All of the time"
  radio "Most of the time" checked
  radio "Some of the time"
  radio "None of the time"
  radio "I’d rather not say"
  button "More reasons"
  button "Clear the answer"`,
    shows: 'How often?',
  },
  {
    name: 'a scale that has to be answered',
    markup: '<tp-rating-scale scale="met-3" label="Is it met?" required></tp-rating-scale>',
    ask: true,
    heard: `
group "Is it met?" (Please answer, or say why not.)
  paragraph "Please answer, or say why not."
  radio "Met" invalid
  radio "Partly met" invalid
  radio "Not met" invalid
  radio "I’d rather not say" invalid
  button "More reasons"`,
    shows: 'Please answer, or say why not.',
  },
  {
    name: 'a scale of faces that is disabled',
    markup:
      '<tp-rating-scale scale="goal-attainment" label="How did it go?" presentation="faces" disabled no-reasons></tp-rating-scale>',
    heard: `
group "How did it go?"
  radio "Far short of what was hoped" disabled
  radio "Short of what was hoped" disabled
  radio "What was hoped" disabled
  radio "More than was hoped" disabled
  radio "Far more than was hoped" disabled`,
    shows: 'How did it go?',
  },
  {
    name: 'a read-only answer, with the notice of a licensed scale',
    markup: '<tp-rating-scale label="How is the garden?" readonly></tp-rating-scale>',
    set: { scale: licensed, value: 'yes' },
    heard: `
DescriptionList
  term "How is the garden?"
  definition "Yes"
paragraph "${NOTICE}"`,
    shows: NOTICE,
  },
  {
    name: 'words',
    markup: '<tp-narrative label="What matters?" description="Take your time." required></tp-narrative>',
    ask: true,
    heard: `
paragraph "Take your time."
paragraph "Please write something, or say why there is nothing."
textbox "What matters?" (Take your time. Please write something, or say why there is nothing.) invalid required`,
    shows: 'What matters?',
  },
  {
    name: 'who helps',
    markup: '<tp-contributors></tp-contributors>',
    set: { value: [family] },
    heard: `
group "Who and what helps"
  group "Morag"
    textbox "Family: who or what?" = Morag
    textbox "How do they help?" = rings every day
    button "Remove Morag"
  group "Add"
    button "The person"
    button "Family"
    button "Friend or neighbour"
    button "Community"
    button "Service"
    button "Equipment"
    button "Something else"`,
    shows: 'Who and what helps',
  },
  {
    name: 'next steps',
    markup: '<tp-actions person-name="Jean"></tp-actions>',
    set: { value: [ownStep] },
    heard: `
group "Next steps"
  group "Ring the bowling club"
    textbox "What will Jean do?" = Ring the bowling club
    Date "By when?"
    combobox "How is it going?" = Planned
    button "Remove this step: Ring the bowling club"
  button "Something Jean will do"
  button "Something others will do"`,
    shows: 'Next steps',
  },
  {
    name: 'a prompt',
    markup: `<tp-prompt heading="Seeing people" description="The company you want" prompts='["Who matters to you?"]'></tp-prompt>`,
    heard: `
heading "Seeing people" level=3
paragraph "The company you want"
group
  DisclosureTriangle "Ways to ask"`,
    shows: 'Seeing people',
  },
  {
    name: 'a card with nothing in it',
    markup: '<tp-outcome outcome="digging" person-name="Jean" perspectives="person"></tp-outcome>',
    set: { framework: framework() },
    heard: `
region "Digging"
  heading "Digging" level=3
  paragraph "You can dig when you like"
  group
    DisclosureTriangle "Ways to ask"
  checkbox "Most important now"
  button "More"
  textbox "In Jean’s own words"
  textbox "What would Jean like?"
  group "How much of the time is this so? Jean’s view"
    radio "All of the time"
    radio "Most of the time"
    radio "Some of the time"
    radio "None of the time"
    radio "I’d rather not say"
    button "More reasons"
  button "What is already working"
  button "Who and what helps"
  button "What gets in the way"
  button "Next steps"
  button "How much it matters"
  button "What we see differently"`,
    shows: 'Digging',
  },
  {
    name: 'the person’s copy of a record',
    markup: '<tp-record-summary></tp-record-summary>',
    set: { record: fullRecord({ status: 'completed' }) },
    heard: `
heading "What matters to Jean" level=3
paragraph "This copy is for Jean."
DescriptionList
  term "When we talked"
  definition "3 March 2026"
  term "Who took part"
  definition "Jean"
  term "How"
  definition "Face to face · At home"
  term "What helped"
  definition "More time"
heading "Digging" level=4
paragraph "Most important now"
paragraph "In Jean’s own words"
blockquote
  paragraph "I miss the roses."
heading "What would Jean like?" level=5
paragraph "A small bed by the door"
paragraph "Something to get there."
heading "How are things now?" level=5
paragraph "Jean’s view: Some of the time"
heading "What is already working" level=5
blockquote
  paragraph "She knows every plant."
heading "Who and what helps" level=5
list
  listitem "Morag (Family) rings every day" level=1
    paragraph "Morag (Family)"
    paragraph "rings every day"
  listitem "Home care (Service)" level=1
    paragraph "Home care (Service)"
heading "What gets in the way" level=5
blockquote
  paragraph "The step at the back door."
heading "What we see differently" level=5
paragraph "Morag thinks the step is too high."
heading "Next steps" level=5
list
  listitem "Ring the bowling club Jean · Planned" level=1
    paragraph "Ring the bowling club"
    paragraph "Jean · Planned"
  listitem "Find a lift Eck · by 31 March 2026" level=1
    paragraph "Find a lift"
    paragraph "Eck · by 31 March 2026"`,
    shows: 'What matters to Jean',
  },
  {
    name: 'a conversation before anything is chosen',
    markup: '<tp-conversation></tp-conversation>',
    set: { framework: framework(), record: { ...fullRecord(), entries: [] } },
    heard: `
group
  DisclosureTriangle "Who and how 3 March 2026 · Face to face · At home · Jean"
region "What matters"
  heading "What matters" level=3
  paragraph "Choose any, in any order. What is not chosen is not missing."
  checkbox "Digging"
  checkbox "Sitting in the sun"
  checkbox "Company"
  textbox "Something else that matters"
  button "Add it"
region "Read it back together"
  heading "Read it back together" level=3
  paragraph "Nothing is written down yet."
  button "Complete"
status live=polite`,
    shows: 'What matters',
  },
  {
    name: 'then and now, as cards',
    markup: '<tp-review-comparison heading-level="2"></tp-review-comparison>',
    set: twoViews,
    heard: `
region "Jean: then and now"
  heading "Jean: then and now" level=2
  paragraph "Then: 3 March 2026. Now: 1 September 2026. The time between them: about 6 months."
  group "Show as"
    radio "Cards" checked
    radio "Table"
  article "Seeing people"
    heading "Seeing people" level=3
    paragraph "Then · 3 March 2026"
    paragraph "Jean said"
    blockquote
      text “
      text I miss the laughing.
      text ”
    paragraph "Now · 1 September 2026"
    paragraph "Jean said"
    blockquote
      text “
      text Tuesdays are back. Eck picks me up.
      text ”
    paragraph "Jean’s view"
    paragraph "Some of the time to Most of the time"
    paragraph "A little better"
      strong
        text A little better
    paragraph "The unpaid carer’s view"
    paragraph "None of the time to None of the time"
    paragraph "The same"
      strong
        text The same`,
    shows: 'A little better',
  },
  {
    name: 'then and now, as a table',
    markup: '<tp-review-comparison heading-level="2" view="table"></tp-review-comparison>',
    set: twoViews,
    heard: `
region "Jean: then and now"
  heading "Jean: then and now" level=2
  paragraph "Then: 3 March 2026. Now: 1 September 2026. The time between them: about 6 months."
  group "Show as"
    radio "Cards"
    radio "Table" checked
  region "Then: 3 March 2026. Now: 1 September 2026."
    table "Then: 3 March 2026. Now: 1 September 2026."
      caption
        text Then: 3 March 2026. Now: 1 September 2026.
      rowgroup
        row
          columnheader "What"
            text What
          columnheader "Then · 3 March 2026"
            text Then · 3 March 2026
          columnheader "Now · 1 September 2026"
            text Now · 1 September 2026
          columnheader "Then to now"
            text Then to now
      row
        rowheader "Seeing people"
          text Seeing people
      row
        rowheader "What was said"
          text What was said
        cell "Jean said"
          paragraph "Jean said"
          blockquote
            text “
            text I miss the laughing.
            text ”
        cell "Jean said"
          paragraph "Jean said"
          blockquote
            text “
            text Tuesdays are back. Eck picks me up.
            text ”
        cell
      row
        rowheader "Jean’s view"
          text Jean’s view
        cell "Some of the time"
          paragraph "Some of the time"
        cell "Most of the time"
          paragraph "Most of the time"
        cell "A little better"
          paragraph "A little better"
            strong
              text A little better
      row
        rowheader "The unpaid carer’s view"
          text The unpaid carer’s view
        cell "None of the time"
          paragraph "None of the time"
        cell "None of the time"
          paragraph "None of the time"
        cell "The same"
          paragraph "The same"
            strong
              text The same`,
    shows: 'A little better',
  },
  {
    name: 'a star of two conversations',
    markup: '<tp-outcome-star no-export></tp-outcome-star>',
    set: { records: twoConversations },
    heard: `
heading "How things are: Jean" level=3
combobox "Whose view" = Jean
group "A star of 2 outcomes as Jean saw them. 3 March 2024 · 1 September 2024. Scale: All to none of the time."
  image "Feeling safe. 3 March 2024, Jean: Most of the time"
  image "Seeing people. 3 March 2024, Jean: Some of the time"
  image "Feeling safe. 1 September 2024, Jean: Most of the time"
  image "Seeing people. 1 September 2024, Jean: Some of the time"
paragraph "From the middle to the rim: None of the time · Some of the time · Most of the time · All of the time."
region "How things are: Jean"
  table "A star of 2 outcomes as Jean saw them. 3 March 2024 · 1 September 2024. Scale: All to none of the time."
    caption
      text A star of 2 outcomes as Jean saw them. 3 March 2024 · 1 September 2024. Scale: All to none of the time.
    rowgroup
      row
        columnheader "What matters"
          text What matters
        columnheader "A · 3 March 2024"
          text A · 3 March 2024
        columnheader "B · 1 September 2024"
          text B · 1 September 2024
    row
      rowheader "1 Feeling safe"
        text 1 Feeling safe
      cell "Most of the time"
        text Most of the time
      cell "Most of the time"
        text Most of the time
    row
      rowheader "2 Seeing people"
        text 2 Seeing people
      cell "Some of the time “I miss the laughing more than the bowling.”, Jean"
        text Some of the time
        text “I miss the laughing more than the bowling.”, Jean
      cell "Some of the time “Fiona comes on a Saturday.”, Jean"
        text Some of the time
        text “Fiona comes on a Saturday.”, Jean`,
    shows: 'How things are: Jean',
  },
  {
    name: 'a timeline of one outcome',
    markup: '<tp-outcome-timeline outcome="seeing-people" no-export></tp-outcome-timeline>',
    set: { records: twoConversations },
    heard: `
heading "Seeing people" level=3
group "A timeline of Seeing people. Conversations: 2. 3 March 2024 – 1 September 2024. Views: Jean, Unpaid carer (Fiona)."
  image "3 March 2024, Jean: Some of the time"
  image "1 September 2024, Jean: Some of the time"
  image "3 March 2024, Unpaid carer (Fiona): None of the time"
  image "1 September 2024, Unpaid carer (Fiona): None of the time"
  image "1 September 2024, Jean, own sense of change: About the same"
  image "1 September 2024, decision: Continue"
region "Seeing people"
  table "A timeline of Seeing people. Conversations: 2. 3 March 2024 – 1 September 2024. Views: Jean, Unpaid carer (Fiona)."
    caption
      text A timeline of Seeing people. Conversations: 2. 3 March 2024 – 1 September 2024. Views: Jean, Unpaid carer (Fiona).
    rowgroup
      row
        columnheader "Date"
          text Date
        columnheader "Jean"
          text Jean
        columnheader "Unpaid carer (Fiona)"
          text Unpaid carer (Fiona)
        columnheader "Own sense of change"
          text Own sense of change
        columnheader "Decision"
          text Decision
        columnheader "What was said"
          text What was said
    row
      rowheader "3 March 2024"
        text 3 March 2024
      cell "Some of the time"
        text Some of the time
      cell "None of the time"
        text None of the time
      cell
      cell
      cell "“I miss the laughing more than the bowling.”, Jean"
        text “I miss the laughing more than the bowling.”, Jean
    row
      rowheader "1 September 2024"
        text 1 September 2024
      cell "Some of the time"
        text Some of the time
      cell "None of the time"
        text None of the time
      cell "Jean: About the same"
        text Jean: About the same
      cell "Continue"
        text Continue
      cell "“Fiona comes on a Saturday.”, Jean"
        text “Fiona comes on a Saturday.”, Jean`,
    shows: 'I miss the laughing',
  },
  {
    name: 'two versions of a record',
    markup: '<tp-record-conflict></tp-record-conflict>',
    set: versions,
    heard: `
region "Another version of this conversation is stored by now"
  heading "Another version of this conversation is stored by now" level=3
  paragraph "Nothing is lost: both versions are here. Choose what to keep, then it is stored as one."
  paragraph "Stored by Mairi Campbell, 4 March 2026 at 11:25"
  region "Who and how"
    heading "Who and how" level=4
    group "Where?"
      radio "Stored by Mairi Campbell At Jean’s, in the kitchen"
      radio "Yours In Jean’s kitchen"
  region "Seeing people"
    heading "Seeing people" level=4
    button "The stored one for all: Seeing people"
    button "Yours for all: Seeing people"
    button "Both where it can be: Seeing people"
    group "What was said"
      radio "Stored by Mairi Campbell I miss the laughing more than the bowling. It is very quiet here. Jean"
      radio "Yours I miss the laughing on a Tuesday, and the bus there and back. Jean"
      radio "Keep both"
    group "How are things now? Jean’s view"
      radio "Stored by Mairi Campbell None of the time Fiona comes on a Saturday, and the phone goes now and again."
      radio "Yours Most of the time Fiona comes on a Saturday, and the phone goes now and again."
  group
    DisclosureTriangle "Kept without asking: 2"
  status "To choose: 3" live=polite
  button "Keep these and complete"`,
    shows: 'Another version of this conversation is stored by now',
  },
];

describe('What is heard', () => {
  for (const { name, markup, set, ask, heard, shows } of cases)
    it(name, async () => {
      const page = await mount(`<section aria-label="${PAGE}" lang="en-GB">${markup}</section>`);
      const [element] = page.children;
      if (!element) throw new Error('The page holds an element.');
      Object.assign(element, set);
      await drawn(element);
      if (ask) within<HTMLElementTagNameMap['tp-narrative']>(page, element.localName).reportValidity();
      await drawn(element, ...cardsOf(element));
      expect(shown(element)).to.include(shows);
      if (hasTree) expect(await tree(PAGE)).to.equal(heard.trim());
    });

  it('the card of an outcome that is chosen while a screen reader is on', async () => {
    const page = await mount(`<section aria-label="${PAGE}"><tp-conversation></tp-conversation></section>`);
    // The tree is kept from here on, as it is for a screen reader, and only what changes is looked at again.
    if (hasTree) await executeServerCommand('cdp', { method: 'Accessibility.enable' });
    const conversation = within<HTMLElementTagNameMap['tp-conversation']>(page, 'tp-conversation');
    conversation.framework = framework();
    await settled(conversation);
    if (hasTree) expect(await tree(PAGE)).to.include('region "What matters"');
    await click(labelled(conversation, 'Digging'));
    await settled(conversation);
    expect(cardsOf(conversation).map(shown).join()).to.include('Digging');
    if (!hasTree) return;
    expect(await tree(PAGE)).to.include('region "Digging"');
    await executeServerCommand('cdp', { method: 'Accessibility.disable' });
  });

  it('that saving has begun, has failed, and is done', async () => {
    const page = await mount(`<section aria-label="${PAGE}"><tp-conversation></tp-conversation></section>`);
    const conversation = within<HTMLElementTagNameMap['tp-conversation']>(page, 'tp-conversation');
    conversation.framework = framework();
    conversation.record = { ...fullRecord(), entries: [] };
    await settled(conversation);
    let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
    conversation.addEventListener('tp-record-complete', (event) => {
      event.waitUntil(
        new Promise<void>((resolve, reject) => {
          settle = { resolve, reject };
        }),
      );
    });
    const [status] = allWithin(conversation, '[part=status]');
    const expectHeard = async (text: string): Promise<void> => {
      await settled(conversation);
      // The very same element, or a change of its words would not be read out.
      expect(within(conversation, '[part=status]')).to.equal(status);
      expect(shown(conversation)).to.include(text);
      if (hasTree) expect(await tree(PAGE)).to.include(`status "${text}" live=polite`);
    };
    const first = conversation.complete();
    await expectHeard('Saving…');
    settle?.reject(new Error('Down'));
    await first;
    await expectHeard('Not saved. Your words are kept here. Please try again.');
    said.take();
    const second = conversation.complete();
    settle?.resolve();
    await second;
    await expectHeard('Saved.');
  });
});
