import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { baseStyles } from '../../base/base.styles.js';
import { TpConflictSettleEvent } from '../../base/events.js';
import { readRecords } from '../../base/read-records.js';
import { ScaleSource } from '../../base/sources.js';
import { TpElement } from '../../base/tp-element.js';
import { formatLocalDate } from '../../i18n/format.js';
import type { MergeChoice, MergeDifference, MergeResult } from '../../model/merge-types.js';
import { mergeRecords } from '../../model/merge.js';
import type { OutcomeRecord } from '../../schema/record.js';
import { renderGroup, type ChoiceView, type Group } from './record-conflict.choice.js';
import { conflictStrings } from './record-conflict.strings.js';
import { conflictStyles } from './record-conflict.styles.js';
import type { Speaker } from './record-conflict.words.js';

const SIDES = ['theirs', 'mine', 'base'] as const;

let instances = 0;

/**
 * Two versions of one record, side by side: what somebody else has stored in the meantime, and what was to be stored here. Whoever looks at it keeps
 * theirs, their own or both, outcome by outcome; nothing is chosen for them where the two say different things. `tp-conversation` puts it in its
 * place when the host answers with a conflict; it can stand alone too.
 *
 * @summary Settles what two people have written into the same record.
 * @tag tp-record-conflict
 *
 * @fires {TpConflictSettleEvent} tp-conflict-settle - Everything is chosen: the merged record, and what is not in it.
 * @fires {TpErrorEvent} tp-error - A version cannot be read, or the two are about different people.
 *
 * @csspart title - What happened.
 * @csspart status - How much is still to be chosen.
 * @csspart group - All that is asked about one outcome, or about who and how.
 * @csspart choice - One difference.
 * @csspart card - What one side says, and its radio.
 * @csspart settled - What was kept without asking.
 * @csspart settle - The button that settles it.
 */
export class TpRecordConflict extends TpElement {
  static override readonly english = conflictStrings;
  static override styles: CSSResultGroup = [baseStyles, conflictStyles];
  static override properties: PropertyDeclarations = {
    ...TpElement.properties,
    theirs: {},
    mine: {},
    base: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** What the host holds now, or its JSON. Its `baseVersion` is the host's version of it: the merged record takes that one. */
  declare theirs: OutcomeRecord | string | undefined;
  /** What was to be stored, or its JSON. */
  declare mine: OutcomeRecord | string | undefined;
  /** What both began with, where it is known, or its JSON: then what only one of them changed is not asked about. */
  declare base: OutcomeRecord | string | undefined;
  /** The level of its heading, 1 to 6. */
  declare headingLevel: number;

  readonly #id = `tp-conflict-${String((instances += 1))}`;
  readonly #scales = new ScaleSource();
  #records: Partial<Record<(typeof SIDES)[number], OutcomeRecord | undefined>> = {};
  /** What was chosen, for what both sides said when it was. */
  #choices = new Map<string, { readonly choice: MergeChoice; readonly about: string }>();
  #asked: MergeResult | undefined;
  #missing = false;

  constructor() {
    super();
    this.headingLevel = 3;
  }

  /** The records as they would be merged by what is chosen so far; `undefined` where there is nothing to settle. */
  get result(): MergeResult | undefined {
    const { theirs, mine, base } = this.#records;
    const choices = Object.fromEntries([...this.#choices].map(([key, { choice }]) => [key, choice]));
    return theirs && mine && mergeRecords({ theirs, mine, base, choices });
  }

  /** Brings what happened into sight and puts the focus there. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('[part=title]')?.focus(options);
    });
  }

  /**
   * Settles it, as the button does.
   *
   * @returns the merged record; `undefined` where something is still to be chosen: then the first of it has the focus
   */
  settle(): OutcomeRecord | undefined {
    const { result } = this;
    if (!result) return undefined;
    if (result.conflicts.length > 0) {
      this.#missing = true;
      this.requestUpdate();
      void this.updateComplete.then(() => {
        this.renderRoot.querySelector<HTMLElement>('[aria-describedby]')?.focus();
      });
      return undefined;
    }
    const { merged: record, dropped } = result;
    this.dispatchEvent(new TpConflictSettleEvent({ v: 1, source: 'user', record, dropped }));
    return record;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const given = SIDES.filter((name) => changed.has(name));
    if (given.length === 0) return;
    this.forgetReports();
    for (const name of given) {
      const { records, problems } = readRecords(this[name], name);
      this.reportAll(problems, name);
      this.#records = { ...this.#records, [name]: records.at(-1) };
    }
    const { theirs, mine, base } = this.#records;
    if (theirs && mine && (theirs.subject.id ?? mine.subject.id) !== (mine.subject.id ?? theirs.subject.id)) {
      this.reportAll([otherPerson], 'theirs');
      this.#records = {};
    }
    this.#scales.recorded = [...(mine?.scales ?? []), ...(theirs?.scales ?? [])];
    this.#missing = false;
    this.#asked = theirs && mine && mergeRecords({ theirs, mine, base });
    // What was chosen about the same words stays chosen; where one of them has changed, it is asked anew.
    const about = new Map(this.#asked?.differences.map((one) => [one.key, aboutOf(one)]));
    for (const [key, { about: then }] of this.#choices) if (about.get(key) !== then) this.#choices.delete(key);
  }

  protected override render(): TemplateResult {
    const { t } = this;
    const { theirs } = this.#records;
    const asked = this.#asked;
    if (!theirs || !asked || !this.#records.mine)
      return html`<p class="muted">${t(this.theirs && this.mine ? 'conflict.broken' : 'conflict.waiting')}</p>`;
    const settled = asked.differences.filter(({ settled, part }) => settled && part !== 'scales');
    const open = asked.conflicts.filter((one) => !this.#chosen(one)).length;
    const view = this.#view(theirs, asked);
    const groups = this.#groups(asked.conflicts);
    return html`<section class="conflict" aria-labelledby="title">
      <div role="heading" aria-level=${this.headingLevel} class="title" part="title" id="title" tabindex="-1">
        ${t('conflict.title')}
      </div>
      <p>${t(asked.conflicts.length > 0 ? 'conflict.help' : 'conflict.fits')}</p>
      <p class="muted">${this.#stored(theirs)}</p>
      ${groups.map((group, at) => renderGroup(view, this.headingLevel + 1, group, at))}
      ${
        settled.length > 0
          ? html`<details part="settled">
              <summary>${t('conflict.settled', { count: settled.length })}</summary>
              <p class="muted">${t('conflict.settled-help')}</p>
              ${this.#groups(settled).map((group, at) => renderGroup(view, this.headingLevel + 1, group, groups.length + at))}
            </details>`
          : nothing
      }
      <p class="status" part="status" role="status">
        ${
          asked.conflicts.length === 0
            ? nothing
            : open > 0
              ? t('conflict.to-choose', { count: open })
              : t('conflict.chosen')
        }
      </p>
      <button
        type="button"
        class="primary"
        part="settle"
        @click=${() => {
          this.settle();
        }}
      >
        ${t('conflict.settle')}
      </button>
    </section>`;
  }

  #view(theirs: OutcomeRecord, { merged }: MergeResult): ChoiceView {
    const say: Speaker = {
      t: this.t,
      locale: this.usedLocale,
      personName: merged.subject.name,
      participants: merged.conversation.participants ?? [],
      findScale: this.#scales.find,
    };
    return {
      say,
      id: this.#id,
      // Both are the same person's: a name would not tell them apart.
      theirName: this.#isOwn ? undefined : theirs.recordedBy?.name,
      chosen: (difference) => this.#chosen(difference) ?? difference.settled,
      choose: this.#choose,
      missing: this.#missing,
    };
  }

  /** What belongs together: who and how first, then each outcome. */
  #groups(differences: readonly MergeDifference[]): readonly Group[] {
    const { theirs, mine } = this.#records;
    const ids = [...new Set(differences.map(({ entryId }) => entryId))];
    const labelOf = (id: string): string =>
      [theirs, mine].flatMap((record) => record?.entries ?? []).find((entry) => entry.id === id)?.label ?? '';
    return ids.map((id) => ({
      name: id === undefined ? this.t('who.title') : labelOf(id),
      differences: differences.filter(({ entryId }) => entryId === id),
    }));
  }

  /** Whoever writes here has stored the other version too: in another tab, or the answer to it got lost. */
  get #isOwn(): boolean {
    const { theirs, mine } = this.#records;
    const id = mine?.recordedBy?.id;
    return !!id && id === theirs?.recordedBy?.id;
  }

  #stored({ recordedBy, completedAt, recordedAt }: OutcomeRecord): string {
    // The instant as it was written down, at the clock of whoever wrote it.
    const when = formatLocalDate((completedAt ?? recordedAt).slice(0, 16), this.usedLocale);
    const name = recordedBy?.name;
    if (this.#isOwn) return this.t('conflict.stored-by-you', { when });
    return name ? this.t('conflict.stored-by', { name, when }) : this.t('conflict.stored', { when });
  }

  #chosen({ key }: MergeDifference): MergeChoice | undefined {
    return this.#choices.get(key)?.choice;
  }

  readonly #choose = (keys: readonly string[], choice: MergeChoice): void => {
    for (const difference of this.#asked?.differences ?? [])
      if (keys.includes(difference.key) && difference.choices.includes(choice))
        this.#choices.set(difference.key, { choice, about: aboutOf(difference) });
    this.requestUpdate();
  };
}

const aboutOf = ({ theirs, mine }: MergeDifference): string => JSON.stringify([theirs, mine]);

const otherPerson = {
  code: 'different-subjects',
  path: '/subject/id',
  message: 'The two versions are about different people. Neither is shown beside the other.',
  hint: 'Pass two versions of the record of one person.',
};
