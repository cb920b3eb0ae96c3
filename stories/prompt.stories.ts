import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, svg } from 'lit';
import { expect } from 'storybook/test';
import type { ErrorDetail } from '../src/schema/events.js';
import { talkingPointsCommunity } from '../src/frameworks/talking-points-community.js';
import { arabicStrings } from './support/data.js';
import { commonControls } from './support/controls.js';
import { withEventLog } from './support/event-log.js';
import { inside } from './support/play.js';

interface Args {
  heading?: string;
  description?: string;
  prompts?: readonly string[];
  headingLevel?: number;
  easy?: boolean;
}

const seeingPeople = talkingPointsCommunity.outcomes.find(({ id }) => id === 'seeing-people');

/** A line drawing of our own: two folk on a bench. */
const bench = svg`<path d="M12 66h72M20 66v14M76 66v14M14 52h68" /><circle cx="34" cy="24" r="9" /><circle cx="62" cy="24" r="9" /><path d="M22 52c0-10 5-15 12-15s12 5 12 15M50 52c0-10 5-15 12-15s12 5 12 15" />`;

const picture = html`<svg
  slot="picture"
  viewBox="0 0 96 88"
  width="112"
  fill="none"
  stroke="currentColor"
  stroke-width="4"
  stroke-linecap="round"
  role="img"
  aria-label="Two people on a bench"
>
  ${bench}
</svg>`;

const meta: Meta<Args> = {
  title: 'Elements/Prompt',
  component: 'tp-prompt',
  args: {
    heading: 'Seeing people',
    description: 'You have the contact you want with family, friends and others',
    prompts: seeingPeople?.prompts ?? [],
  },
  argTypes: {
    description: commonControls.description,
    heading: { control: 'text' },
    prompts: { control: 'object' },
    headingLevel: { control: { type: 'number', min: 1, max: 6 } },
    easy: { control: 'boolean' },
  },
  parameters: { controls: { include: ['heading', 'description', 'prompts', 'headingLevel', 'easy'] } },
  render: ({ heading, description, prompts, headingLevel, easy }) =>
    html`<tp-prompt
      heading=${heading ?? nothing}
      description=${description ?? nothing}
      prompts=${prompts?.length ? JSON.stringify(prompts) : nothing}
      heading-level=${headingLevel ?? nothing}
      ?easy=${easy ?? false}
    ></tp-prompt>`,
};

export default meta;
type Story = StoryObj<Args>;

export const WithWaysToAsk: Story = { name: 'With ways to ask' };

export const Open: Story = {
  name: 'Ways to ask, opened',
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const { shadow } = await inside(canvasElement, 'tp-prompt');
    shadow.getByText('Ways to ask').click();
    await expect(shadow.getByText('Who matters to you?')).toBeVisible();
  },
};

export const NameAlone: Story = { name: 'Name alone', args: { description: '', prompts: [] } };

/** Straight from a framework. */
export const FromAFramework: Story = {
  name: 'From a framework',
  render: () => html`<tp-prompt .outcome=${seeingPeople}></tp-prompt>`,
  parameters: {
    docs: {
      source: {
        language: 'js',
        code: `import { talkingPointsCommunity } from 'talking-points-elements/frameworks/talking-points-community';\n\nprompt.outcome = talkingPointsCommunity.outcomes.find(({ id }) => id === 'seeing-people');`,
      },
    },
  },
};

export const EasyRead: Story = {
  name: 'Easy-read name, with a picture',
  render: () => html`<tp-prompt easy .outcome=${seeingPeople}>${picture}</tp-prompt>`,
};

export const WithMore: Story = {
  name: 'With more to look at or listen to',
  render: (args) =>
    html`<tp-prompt heading=${args.heading ?? nothing} description=${args.description ?? nothing}
      >${picture}
      <p>Put audio or a BSL video of yours here: <code>&lt;video slot …&gt;</code> is drawn under the ways to ask.</p>
    </tp-prompt>`,
};

export const AllFifteen: Story = {
  name: 'All of Talking Points',
  render: () =>
    html`<div class="list">
      ${talkingPointsCommunity.outcomes.map((outcome) => html`<tp-prompt .outcome=${outcome}></tp-prompt>`)}
    </div>`,
};

/** What cannot be read is said, and the rest of the page goes on. */
export const Unreadable: Story = {
  name: 'Something that cannot be read',
  decorators: [withEventLog],
  render: () => html`<tp-prompt heading="Seeing people" prompts='["Who matters to you?"'></tp-prompt>`,
  play: async ({ canvasElement }) => {
    const { shadow } = await inside(canvasElement, 'tp-prompt');
    await expect(shadow.getByText('Seeing people')).toBeVisible();
  },
};

/** The event is the same for every element: `tp-error`. */
export const Errors: Story = {
  decorators: [withEventLog],
  render: () => html`<div>
    <tp-prompt heading="Seeing people"></tp-prompt>
    <p class="note" id="said"></p>
  </div>`,
  play: async ({ canvasElement }) => {
    const { element } = await inside(canvasElement, 'tp-prompt');
    const told: ErrorDetail[] = [];
    element.addEventListener('tp-error', (event) => {
      told.push(event.detail);
    });
    element.prompts = '["Who matters to you?"';
    await element.updateComplete;
    await expect(told).toHaveLength(1);
    await expect(told[0]?.code).toBe('json-malformed');
  },
};

export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl' },
  render: () => html`<tp-prompt
    lang="ar"
    locale="ar"
    heading="رؤية الناس"
    description="ترى عائلتك وأصدقاءك كما تريد"
    prompts='["من المهم عندك؟","كم مرة تحب أن تراهم؟"]'
    .strings=${arabicStrings}
  ></tp-prompt>`,
};

export const Dark: Story = { globals: { theme: 'dark' } };

export const Narrow: Story = { name: '320 pixels wide', parameters: { stage: { narrow: true } } };

export const LargeText: Story = { name: 'Text at 200 %', parameters: { stage: { large: true } } };

export const Themed: Story = { parameters: { stage: { themeClass: 'strathmorn' } } };
