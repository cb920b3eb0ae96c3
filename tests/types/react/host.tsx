// Compiled, never run: a host in React 19 that uses each element as its documentation says.
import { useRef, useState, type ReactElement } from 'react';
import type {} from 'talking-points-elements/react';
import type { OutcomeRecord, TpConversation, TpRecordCompleteEvent } from 'talking-points-elements';
import 'talking-points-elements/define';

export function Host({ stored }: { stored: OutcomeRecord }): ReactElement {
  const conversation = useRef<TpConversation>(null);
  const [words, setWords] = useState<string | null>(null);
  const store = (event: TpRecordCompleteEvent): void => {
    event.waitUntil(fetch('/records', { method: 'POST', body: JSON.stringify(event.detail.record) }));
  };
  return (
    <form className="host" onSubmit={(event) => event.preventDefault()}>
      <tp-conversation
        ref={conversation}
        id="talk"
        className="wide"
        aria-label="A conversation"
        framework="talking-points-community"
        kind="review"
        presentation="one-at-a-time"
        perspectives={['person', 'carer']}
        subject={{ id: 'jean', name: 'Jean' }}
        record={stored}
        clock={() => new Date()}
        readonly={false}
        locale="en-GB"
        strings={{ 'finish.complete': 'Finish' }}
        ontp-record-change={(event) => event.detail.patch.length + event.currentTarget.childElementCount}
        ontp-record-complete={store}
        ontp-concern={(event) => event.detail.label?.length}
        onClick={(event) => event.stopPropagation()}
      >
        <tp-outcome outcome="seeing-people" heading-level="2" />
        <button slot="finish" type="button" onClick={() => conversation.current?.flush()}>
          Save for later
        </button>
      </tp-conversation>
      <tp-rating-scale
        name="met"
        scale="met-3"
        label="How far has this been met?"
        value="met"
        presentation="faces"
        required
        no-reasons
        ontp-answer-change={({ detail }) => setWords(detail.answer.kind)}
      />
      <tp-narrative name="words" value={words} saidBy="carer" />
      <tp-contributors name="who" stage="planned" />
      <tp-actions name="steps" person-name="Jean" key="steps" />
      <tp-record-summary record={conversation.current?.record} layout="large" audience="family" />
      <tp-prompt heading="Seeing people" prompts={['Who do you like to see?']} headingLevel={2} hidden />
      <tp-outcome-star perspective="carer" />
      <tp-outcome-timeline outcome="seeing-people" noExport />
      <tp-review-comparison view="table" headingLevel={2} />
    </form>
  );
}
