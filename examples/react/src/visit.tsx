import { useState } from 'react';
import type { OutcomeRecord } from 'talking-points-elements';
import type {} from 'talking-points-elements/react';
import { people, store } from './people';
import { Safety } from './safety';

export function Visit() {
  const [person, setPerson] = useState(people[0]);
  const [open, setOpen] = useState(true);
  const [records, setRecords] = useState<readonly OutcomeRecord[]>([]);
  const [answered, setAnswered] = useState('');

  const record = records.find(({ subject }) => subject.id === person?.id);
  // By its own id, not by the person on the screen: last words may come while somebody else is being opened.
  const keep = (changed: OutcomeRecord) =>
    setRecords((kept) => [...kept.filter(({ id }) => id !== changed.id), changed]);

  return (
    <main>
      <h1>A visit</h1>
      {people.map((one) => (
        <button key={one.id} type="button" aria-pressed={one === person} onClick={() => setPerson(one)}>
          {one.name}
        </button>
      ))}
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        The conversation
      </button>
      {open && person && (
        <tp-conversation
          framework={person.framework}
          subject={{ id: person.id, name: person.name }}
          record={record}
          ontp-answer-change={({ detail }) => setAnswered(detail.path.join(' › '))}
          ontp-record-change={({ detail }) => keep(detail.record)}
          ontp-record-complete={(event) => {
            event.waitUntil(store(event.detail.record).then(() => keep(event.detail.record)));
          }}
        />
      )}
      <p>
        Answered last: <output aria-label="Answered last">{answered}</output>
      </p>
      <p>
        Kept here:{' '}
        <output aria-label="Kept here">{record?.entries.map((entry) => entry.narrative?.[0]?.text).join()}</output>,{' '}
        <output aria-label="Status">{record?.status}</output>
      </p>
      <Safety />
    </main>
  );
}
