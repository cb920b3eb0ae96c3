import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { entry, record, said } from './merge-samples.js';

interface Records {
  readonly store: (personId: string, record: OutcomeRecord) => Promise<unknown>;
  readonly heldOf: (personId: string, record: OutcomeRecord, completedAt?: string) => Promise<unknown>;
}
// By its address: its types are those of the package, which are not those of the source.
const module: unknown = await import(new URL('../../examples/host/public/records.js', import.meta.url).href);
const { heldOf, store } = module as Records;

/** The same data, with the members of every object in the opposite order: as a database may give it back. */
const turned = (data: unknown): unknown => {
  if (Array.isArray(data)) return data.map(turned);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([name, part]) => [name, turned(part)]),
  );
};

const sent = record({
  status: 'completed',
  completedAt: '2026-03-03T10:30:00Z',
  conversation: { mode: 'face-to-face', place: 'At home' },
  entries: [entry({ narrative: [said('s-1', 'Tuesdays.'), said('s-2', 'And Fridays.')] })],
});
const elsewhere = { ...sent, conversation: { mode: 'face-to-face', place: 'In the park' } } as const;
const apart = { ...sent, entries: [entry({ narrative: [said('s-2', 'And Fridays.'), said('s-1', 'Tuesdays.')] })] };

const answers = (ofAddress: (address: string) => Response): void => {
  vi.stubGlobal('fetch', (address: string) => Promise.resolve(ofAddress(address)));
};
const holding = (stored: unknown): void => {
  const current = { id: sent.id, href: '/records/r-1', etag: '"1"', record: stored };
  answers(() => Response.json({ title: 'Stored', detail: 'It is stored.', current }, { status: 409 }));
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('The reference host, which compares what it sends with what is stored', () => {
  it('takes it for the same, in whichever order its members are', async () => {
    holding(turned(sent));
    await expect(store('jean', sent)).resolves.toMatchObject({ id: sent.id });
    answers((address) =>
      Response.json(address.endsWith('r-1') ? turned(sent) : [{ id: sent.id, href: '/records/r-1' }]),
    );
    await expect(heldOf('jean', sent)).resolves.toBe('this');
  });

  it.each([
    ['another place', elsewhere],
    ['statements in another order', apart],
  ])('does not where there is something else in it: %s', async (_, stored) => {
    holding(turned(stored));
    await expect(store('jean', sent)).rejects.toMatchObject({ code: 'conflict' });
  });
});
