// Every line after the word "mistake" has one, and no other line has.
import type { ReactElement } from 'react';
import type {} from 'talking-points-elements/react';

export const Mistakes = (): ReactElement => (
  <div>
    {/* mistake: not a kind of record */}
    <tp-conversation kind="assesment" />
    {/* mistake: misspelt */}
    <tp-conversation framwork="shanarri" />
    {/* mistake: misspelt, inside */}
    <tp-conversation subject={{ id: 'jean', nmae: 'Jean' }} />
    {/* mistake: there is no such detail */}
    <tp-conversation ontp-record-change={(event) => event.detail.anwser} />
    {/* mistake: a listener is a function (an event that is not fired is not found: JSX checks no names with dashes) */}
    <tp-rating-scale ontp-answer-change="rate()" />
    {/* mistake: not a way to draw a scale */}
    <tp-rating-scale presentation="stars" />
    {/* mistake: words are text */}
    <tp-narrative value={3} />
    {/* mistake: not a perspective */}
    <tp-narrative saidBy="neighbour" />
    {/* mistake: a step says what is to be done */}
    <tp-actions value={[{ id: 'a', waht: 'Ring' }]} />
    {/* mistake: not an element */}
    <tp-outcomes />
  </div>
);
