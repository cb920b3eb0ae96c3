import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { comparisonCases, type ComparisonCase } from './support/comparison-cases.js';
import { inside } from './support/play.js';

interface Args {
  view?: 'cards' | 'table';
}

/** A story shows the case of its own name. */
function caseOf(name: string): ComparisonCase {
  const found = comparisonCases.find((one) => one.name === name);
  if (!found) throw new Error(`There is no case “${name}”.`);
  return found;
}

const meta: Meta<Args> = {
  title: 'Reading a comparison',
  component: 'tp-review-comparison',
  args: { view: 'cards' },
  argTypes: { view: { control: 'inline-radio', options: ['cards', 'table'] } },
  parameters: { controls: { include: ['view'] } },
  render: ({ view }, { name }) => {
    const { previous, current } = caseOf(name);
    return html`<tp-review-comparison
      view=${view ?? 'cards'}
      .previous=${previous}
      .current=${current}
    ></tp-review-comparison>`;
  },
  // A change is said exactly where one may be said.
  play: async ({ canvasElement, name }) => {
    const { root } = await inside(canvasElement, 'tp-review-comparison');
    const { views } = caseOf(name).expect;
    const changes = views.filter((view) => / by \d/.test(view));
    await expect(root.querySelectorAll('[part=answers]')).toHaveLength(changes.length);
    await expect(root.querySelectorAll('[part=change]')).toHaveLength(views.length);
  },
};

export default meta;
type Story = StoryObj<Args>;

export const BetterOnAScaleWhereHigherIsBetter: Story = { name: 'Better on a scale where higher is better' };
export const WorseOnIt: Story = { name: 'Worse on it' };
export const TheSame: Story = { name: 'The same' };
export const NoughtIsAnAnswer: Story = { name: 'Nought is an answer' };
export const BetterWhereLowerIsBetter: Story = { name: 'Better where lower is better' };
export const NeitherWayIsBetter: Story = { name: 'Neither way is better' };
export const NeitherWayIsBetterAndTheSame: Story = { name: 'Neither way is better, and the same' };
export const ToGetThereBetterIsAsHoped: Story = { name: 'To get there: better is as hoped' };
export const ToGetThereTheSameSaysNothingYet: Story = { name: 'To get there: the same says nothing yet' };
export const ToKeepItTheSameIsAsHoped: Story = { name: 'To keep it: the same is as hoped' };
export const ToKeepItWorseIsNotRead: Story = { name: 'To keep it: worse is not read' };
export const ToSlowItDownTheSameIsAsHoped: Story = { name: 'To slow it down: the same is as hoped' };
export const ToSlowItDownOneStepDownMayBeAsHoped: Story = { name: 'To slow it down: one step down may be as hoped' };
export const ToSlowItDownTwoStepsDownAreNotRead: Story = { name: 'To slow it down: two steps down are not read' };
export const ToBeComfortableBetterIsAsHoped: Story = { name: 'To be comfortable: better is as hoped' };
export const ASmallChangeIsNotCalledReliable: Story = { name: 'A small change is not called reliable' };
export const AChangeThatTheScalesOwnerCallsReliable: Story = { name: 'A change that the scale’s owner calls reliable' };
export const ANewerVersionThatSaysItIsComparable: Story = { name: 'A newer version that says it is comparable' };
export const TwoViewsSideBySide: Story = { name: 'Two views, side by side' };
export const GoalAttainmentTheSameLevels: Story = { name: 'Goal attainment, the same levels' };
export const AnotherScale: Story = { name: 'Another scale' };
export const AnotherVersionOfTheScale: Story = { name: 'Another version of the scale' };
export const AnotherPerspective: Story = { name: 'Another perspective' };
export const AViewForTheFirstTime: Story = { name: 'A view for the first time' };
export const AViewThatWasNotAskedForNow: Story = { name: 'A view that was not asked for now' };
export const NoAnswerThen: Story = { name: 'No answer then' };
export const NoAnswerNow: Story = { name: 'No answer now' };
export const NoAnswerThenAndNow: Story = { name: 'No answer, then and now' };
export const ARatingEnteredInError: Story = { name: 'A rating entered in error' };
export const AValueThatIsNotOnTheScale: Story = { name: 'A value that is not on the scale' };
export const StatusesInNoOrder: Story = { name: 'Statuses in no order' };
export const GoalAttainmentOtherLevels: Story = { name: 'Goal attainment, other levels' };
export const GoalAttainmentAnotherGoal: Story = { name: 'Goal attainment, another goal' };
export const TwoCarers: Story = { name: 'Two carers' };
export const AScaleThatNobodyRegisteredAndThatTheRecordsDoNotHold: Story = {
  name: 'A scale that nobody registered, and that the records do not hold',
};
export const TwoCopiesOfAScaleThatDoNotAgree: Story = { name: 'Two copies of a scale that do not agree' };
export const FirstTimeRecorded: Story = { name: 'First time recorded' };
export const NotAskedThisTime: Story = { name: 'Not asked this time' };
export const NoLongerMatters: Story = { name: 'No longer matters' };
export const CarriedAlongAndNotTalkedAbout: Story = { name: 'Carried along, and not talked about' };
export const RecordsOfDifferentPeople: Story = { name: 'Records of different people' };
export const TheSameRecordTwice: Story = { name: 'The same record twice' };
export const ARecordAndItsAmendment: Story = { name: 'A record and its amendment' };
export const TheLaterRecordGivenAsTheEarlier: Story = { name: 'The later record given as the earlier' };
export const ARecordEnteredInError: Story = { name: 'A record entered in error' };
export const AnotherVersionOfTheFramework: Story = { name: 'Another version of the framework' };
export const AnotherFrameworkCarriedAlongByItsLink: Story = { name: 'Another framework, carried along by its link' };
export const SomethingThePersonNamedWordedNearlyTheSame: Story = {
  name: 'Something the person named, worded nearly the same',
};
export const WordsAloneThenAndNow: Story = { name: 'Words alone, then and now' };
