import { conversationStrings } from '../elements/conversation/conversation.strings.js';
import type { StringPack } from '../i18n/strings.js';
import type { ContributorKind, Decision, Intent, NoAnswerReason, Perspective, Role, Support } from '../schema/codes.js';
import type { Part } from './part.js';

export interface ConversationDriverOptions {
  /** How the person likes to be called, as the record's `subject.name` says: “What would Jean like?” */
  readonly name?: string | undefined;
  /** The words on the screen where they are not the English ones: what was given to `strings` or `registerStrings`. */
  readonly strings?: StringPack | undefined;
}

/** Whose view; by default the person's own. */
export interface ViewOptions {
  readonly view?: Perspective | undefined;
}

type Key = keyof typeof conversationStrings;
type Words = (key: Key, values?: Readonly<Record<string, string>>) => string;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const endingIn = (text: string): RegExp => new RegExp(`${escaped(text)}\\s*$`);

function wordsWith({ strings = {} }: ConversationDriverOptions): Words {
  return (key, values = {}) =>
    (strings[key] ?? conversationStrings[key]).replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** The card of one thing that matters. */
export class OutcomeDriver {
  readonly part: Part;
  readonly #t: Words;
  readonly #name: string | undefined;

  /** @internal */
  constructor(part: Part, t: Words, name: string | undefined) {
    this.part = part;
    this.#t = t;
    this.#name = name;
  }

  /** What the person says, in their own words. */
  async write(words: string): Promise<void> {
    await this.#box(this.#named('narrative.own-words', 'narrative.own-words-of')).type(words);
  }

  /** What the person would like, and what kind of thing that is. */
  async wants(words: string, intent?: Intent): Promise<void> {
    await this.#box(this.#named('outcome.wish', 'outcome.wish-named')).type(words);
    if (intent) await this.part.find('radio', this.#t(`intent.${intent}`)).click();
  }

  /** How things are now, by the words of the answer: `rate('Most of the time')`. Opens the view where it is not there yet. */
  async rate(answer: string, options: ViewOptions = {}): Promise<void> {
    await (await this.#view(options)).find('radio', answer).click();
  }

  /** A reason for no answer. Opens the further reasons where it is one of those. */
  async noAnswer(reason: NoAnswerReason, options: ViewOptions = {}): Promise<void> {
    const view = await this.#view(options);
    const radio = view.find('radio', this.#t(`reason.${reason}`));
    if (!(await radio.isThere())) await view.find('button', this.#t('scale.more-reasons')).click();
    await radio.click();
  }

  /** Takes the answer back. */
  async clearAnswer(options: ViewOptions = {}): Promise<void> {
    await (await this.#view(options)).find('button', this.#t('scale.clear')).click();
  }

  /** Marks it as what matters most, or takes the mark off. */
  async mostImportant(): Promise<void> {
    await this.part.find('checkbox', this.#t('outcome.most-important')).click();
  }

  /** Who or what helps, and how. */
  async addHelp(kind: ContributorKind, who: string, how?: string): Promise<void> {
    await this.open('outcome.contributors');
    const word = this.#t(`kind.${kind}`);
    await this.part.find('button', word).click();
    // Its row is called by what is written in it, and so by another name as soon as that is typed.
    await this.#box(this.#t('contributors.who', { kind: word })).type(who);
    if (how !== undefined) await this.part.find('group', who).find('textbox', this.#t('contributors.how')).type(how);
  }

  /** What the person will do next. */
  async addOwnStep(what: string): Promise<void> {
    await this.open('outcome.actions');
    const name = this.#name ?? this.#t('actions.the-person');
    await this.part.find('button', this.#t('actions.add-own', { name })).click();
    await this.#box(this.#t('actions.what', { name })).type(what);
  }

  /** What others will do next. */
  async addStep(what: string): Promise<void> {
    await this.open('outcome.actions');
    await this.part.find('button', this.#t('actions.add-other')).click();
    await this.#box(this.#t('actions.what-other')).type(what);
  }

  /** What was decided, at a review. */
  async decide(decision: Decision): Promise<void> {
    await this.part.find('radio', this.#t(`decision.${decision}`)).click();
  }

  /** Opens a part that is folded, by the key of its title; one that is open stays so. */
  async open(title: Key): Promise<void> {
    const fold = this.part.find('button', this.#t(title));
    if ((await fold.isThere()) && (await fold.isExpanded()) === false) await fold.click();
  }

  #box(name: string): Part {
    return this.part.find('textbox', name);
  }

  #named(key: Key, named: Key): string {
    return this.#name === undefined ? this.#t(key) : this.#t(named, { name: this.#name });
  }

  async #view({ view = 'person' }: ViewOptions): Promise<Part> {
    const words =
      view === 'person'
        ? this.#named('outcome.view.person', 'outcome.view.person-named')
        : this.#t(`outcome.view.${view}`);
    const group = this.part.find('group', endingIn(words));
    if (view === 'person' || (await group.isThere())) return group;
    await this.open('outcome.another-view');
    await this.part.find('button', words).click();
    return group;
  }
}

/** A whole conversation, filled in as a person does it. Nothing in here knows the markup: it goes by what stands on the screen. */
export class ConversationDriver {
  readonly part: Part;
  readonly #t: Words;
  readonly #name: string | undefined;

  /** @internal */
  constructor(part: Part, options: ConversationDriverOptions) {
    this.part = part;
    this.#t = wordsWith(options);
    this.#name = options.name;
  }

  /** Chooses what matters, by name. What is chosen already stays so. */
  async choose(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      const box = this.part.find('checkbox', name);
      if (!(await box.isChecked())) await box.click();
    }
  }

  /** Adds something that matters, in the person's own words. */
  async add(name: string): Promise<void> {
    await this.part.find('textbox', this.#t('topics.other')).type(name);
    await this.part.find('button', this.#t('topics.add')).click();
  }

  /** The card of something that was chosen or added. */
  outcome(name: string): OutcomeDriver {
    return new OutcomeDriver(this.part.find('region', name), this.#t, this.#name);
  }

  /** Opens “Who and how”; it stays open. */
  async openWho(): Promise<void> {
    const where = this.part.find('textbox', this.#t('who.place'));
    if (await where.isThere()) return;
    await this.part.find('disclosure', this.#t('who.title')).click();
    await where.waitFor();
  }

  /** The day of the conversation, `2026-03-03`. */
  async on(day: string): Promise<void> {
    await this.openWho();
    await this.part.find('date', this.#t('who.date')).fill(day);
  }

  /** Where it was. */
  async at(place: string): Promise<void> {
    await this.openWho();
    await this.part.find('textbox', this.#t('who.place')).type(place);
  }

  /** Adds somebody who took part, by their role. */
  async addSomebody(role: Role): Promise<void> {
    await this.openWho();
    const people = this.part.find('group', this.#t('who.people'));
    await people.find('combobox', this.#t('who.add')).select(this.#t(`role.${role}`));
    await people.find('button', this.#t('who.add-button')).click();
  }

  /** What helped to take part. */
  async supportedBy(...supports: readonly Support[]): Promise<void> {
    await this.openWho();
    for (const support of supports) await this.part.find('checkbox', this.#t(`support.${support}`)).click();
  }

  /** Presses “Complete”. Whether it was stored is another question: `says('finish.saved')`. */
  async complete(): Promise<void> {
    await this.part.find('button', this.#t('finish.complete')).click();
  }

  /** Presses “Try again”, after the record could not be stored. */
  async tryAgain(): Promise<void> {
    await this.part.find('button', this.#t('finish.again')).click();
  }

  /** Waits until the conversation says so, by the key of the message: `finish.saved`, `finish.completed`, `finish.not-saved`. */
  async says(key: Key): Promise<void> {
    await this.part.find('status', this.#t(key)).waitFor();
  }
}

/**
 * Drives a `<tp-conversation>` as a person does.
 *
 * @param part - where it is: the page, or a part of the page that holds it
 */
export const conversationDriver = (part: Part, options: ConversationDriverOptions = {}): ConversationDriver =>
  new ConversationDriver(part, options);
