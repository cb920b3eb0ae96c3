import { useState } from 'react';
import type { TpRatingScale } from 'talking-points-elements';

/** One question in a form of your own. */
export function Safety() {
  const [safe, setSafe] = useState<TpRatingScale['value']>(null);
  const [sent, setSent] = useState('');

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const fields = [...new FormData(event.currentTarget)];
        setSent(fields.map(([name, value]) => `${name}=${value}`).join('&') || 'nothing');
      }}
    >
      <tp-rating-scale
        name="safe"
        scale="frequency-4"
        label="How much of the time do you feel safe?"
        value={safe}
        ontp-answer-change={(event) => setSafe(event.currentTarget.value)}
      />
      <button>Send</button>
      <button type="button" onClick={() => setSafe('most')}>
        As last time
      </button>
      <p>
        Sent: <output aria-label="Sent">{sent}</output>
      </p>
    </form>
  );
}
