import type { ReactElement } from 'react';
import { Sample, Table } from './blocks.js';
import { described, elementsThatFire } from './manifest.js';
import { samples } from './samples.js';

/** The class of an event, by which the manifest describes it. */
const classOf = (type: string): string => `${type.replace(/(?:^|-)./g, (start) => start.slice(-1).toUpperCase())}Event`;

/** Every event of the library: read from the events themselves and from the manifest. */
export function EventTable(): ReactElement {
  return (
    <Table
      caption="Events"
      head={['Event', 'When', 'How often', 'Can be cancelled', 'From']}
      rows={samples.map(({ event, count, from }) => [
        <code>{event.type}</code>,
        described(classOf(event.type)).description ?? '',
        count,
        event.cancelable ? 'yes' : 'no',
        from ?? elementsThatFire(event.type).join(', '),
      ])}
    />
  );
}

/** The detail of one kind of event, as a page gets it. */
export function EventSample({ name }: { readonly name: string }): ReactElement {
  const found = samples.find(({ event }) => event.type === name);
  if (!found) throw new Error(`There is no sample of ${name}.`);
  return (
    <>
      <p>
        Its schema is <code>{`talking-points-elements/schemas/${found.schema}.schema.json`}</code>.
      </p>
      <Sample label={`The detail of ${name}`} data={found.event.detail} />
    </>
  );
}
