import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { TpRecordCompleteEvent } from '../src/base/events.js';
import { encryptedDrafts } from '../src/drafts/encrypted.js';
import { keepDrafts, memoryDrafts, type ConversationDrafts, type DraftStore } from '../src/drafts/index.js';
import { aKey, failing, keptDraft, NOW, storeWith, writtenElsewhere } from './support/drafts.js';
import { MAIRI } from './support/people.js';
import { inside, type Queries } from './support/play.js';

interface Args {
  /** Where the drafts are: in memory, made anew for each story. */
  store: () => DraftStore | Promise<DraftStore>;
}

const meta: Meta<Args> = {
  title: 'Drafts',
  component: 'tp-conversation',
  args: { store: () => storeWith(keptDraft) },
  argTypes: { store: { control: false } },
  parameters: { controls: { disable: true }, docs: { story: { autoplay: true } } },
  // One object serves one conversation.
  loaders: [async ({ args }) => ({ drafts: keepDrafts(await args.store(), { user: 'worker-1', clock: () => NOW }) })],
  render: (_, { loaded }) =>
    html`<tp-conversation
      subject='{"id":"p-204","name":"Jean"}'
      framework="talking-points-community"
      kind="plan"
      .recordedBy=${MAIRI}
      .drafts=${(loaded['drafts'] as ConversationDrafts | undefined) ?? nothing}
      @tp-record-complete=${(event: TpRecordCompleteEvent) => {
        event.waitUntil(Promise.resolve());
      }}
    ></tp-conversation>`,
};

export default meta;
type Story = StoryObj<Args>;

/** A story that has come to its end when this is said. */
const says = (words: RegExp, first?: (shadow: Queries) => Promise<unknown>): NonNullable<Story['play']> =>
  async function ({ canvasElement }) {
    const { shadow } = await inside(canvasElement, 'tp-conversation');
    await first?.(shadow);
    await expect(await shadow.findByText(words)).toBeVisible();
  };

const write = async (shadow: Queries): Promise<void> => {
  await userEvent.type(shadow.getByLabelText('Something else that matters'), 'Keeping Bess, my dog{Enter}');
};
const press = (name: string) => async (shadow: Queries) => {
  await shadow.findByText(/You have words kept/);
  await userEvent.click(shadow.getByRole('button', { name }));
};

/** Nothing is filled in before somebody chooses. */
export const Found: Story = { name: 'A draft is found', play: says(/You have words kept from Tuesday 3 March/) };

export const LookedAt: Story = {
  name: 'A draft is looked at',
  play: says(/You are looking at your words/, press('Look')),
};

export const WentOn: Story = { name: 'Somebody goes on', play: says(/These are your words from/, press('Continue')) };

export const NotNow: Story = { name: 'Not now', play: says(/stay kept until/, press('Not now')) };

/** Nobody discards with one click. */
export const Discarding: Story = {
  play: async ({ canvasElement }) => {
    const { shadow } = await inside(canvasElement, 'tp-conversation');
    await userEvent.click(await shadow.findByText('Discard'));
    await expect(shadow.getByRole('button', { name: 'Yes, discard' })).toBeVisible();
  },
};

export const Kept: Story = {
  name: 'While somebody writes',
  args: { store: memoryDrafts },
  play: says(/is kept on this device until it is saved/, write),
};

/** By Web Locks: the other tab may be asleep, or in another window. */
export const OtherTab: Story = {
  name: 'Another tab is writing',
  args: { store: () => storeWith(writtenElsewhere) },
  // For as long as the catalogue is open.
  beforeEach: () => {
    void navigator.locks.request(`talking-points-drafts${writtenElsewhere.id}`, { ifAvailable: true }, (lock) =>
      lock ? new Promise(() => undefined) : undefined,
    );
  },
  play: says(/in another tab/),
};

export const Older: Story = {
  name: 'Stored again, overdue, and the clock was changed',
  args: {
    store: () =>
      storeWith({
        ...keptDraft,
        savedAt: NOW.getTime() + 3_600_000,
        overdueSince: NOW.getTime() - 60_000,
        expiresAt: 1,
      }),
  },
  play: says(/The clock of this device was changed/),
};

export const Full: Story = {
  name: 'The device is full',
  args: { store: () => failing('full') },
  play: says(/This device is full/, write),
};

/** As in a private window of some browsers, and in a frame without an origin. */
export const NotStored: Story = {
  name: 'The browser keeps nothing',
  args: { store: () => failing('missing') },
  play: says(/This browser keeps nothing/, write),
};

export const NewerPage: Story = {
  name: 'A newer version of the page is in use',
  args: { store: () => failing('newer') },
  play: says(/A newer version of this page is in use/, write),
};

export const Failed: Story = {
  name: 'The store has failed',
  args: { store: () => failing('failed') },
  play: says(/^Your latest words are only on the screen/, write),
};

export const Unreadable: Story = {
  name: 'A draft cannot be read',
  args: { store: () => storeWith({ ...keptDraft, record: 'garbage' as never }) },
  play: says(/cannot be read/),
};

export const NewerDraft: Story = {
  name: 'A draft of a newer version',
  args: { store: () => storeWith({ ...keptDraft, v: 2 }) },
  play: says(/Words kept here need a newer version of this page/),
};

/** With the host’s key, nothing is different on the screen. */
export const Encrypted: Story = {
  args: {
    store: async () => {
      const store = encryptedDrafts(memoryDrafts(), await aKey());
      await store.save(keptDraft);
      return store;
    },
  },
  play: says(/You have words kept/),
};

/** Another key, or none: the words stay as they are. */
export const Locked: Story = {
  name: 'Encrypted, with another key',
  args: {
    store: async () => {
      const inner = memoryDrafts();
      await encryptedDrafts(inner, await aKey()).save(keptDraft);
      return encryptedDrafts(inner, await aKey());
    },
  },
  play: says(/cannot be read with this key/),
};

export const Left: Story = {
  name: 'Saved, and the draft could not be deleted',
  args: { store: () => ({ ...memoryDrafts(), remove: () => Promise.reject(new Error('The disk is away.')) }) },
  play: says(/A copy is kept/, async (shadow) => {
    await write(shadow);
    await userEvent.click(shadow.getByRole('button', { name: 'Complete' }));
  }),
};

export const RightToLeft: Story = { ...Found, name: 'Right to left', globals: { direction: 'rtl' } };

export const Dark: Story = { ...Found, name: 'Dark', globals: { theme: 'dark' } };

export const Narrow: Story = { ...Found, name: '320 pixels wide', parameters: { stage: { narrow: true } } };

export const LargeText: Story = { ...Found, name: 'Text at 200 %', parameters: { stage: { large: true } } };
