// Compiled, never run: what a host's TypeScript knows about elements under a prefix, and about who has which tag.
import { defineAll, scopedRegistry, type PrefixedTagNameMap } from '../../src/define-all.js';
import { getRegistrationReport, type TpConversation, type TpRatingScale } from '../../src/index.js';
import { exactly, use } from './expect.js';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging is the only way to type createElement
  interface HTMLElementTagNameMap extends PrefixedTagNameMap<'acme'> {}
}

exactly<TpConversation>()(document.createElement('acme-conversation'));
exactly<TpRatingScale | null>()(document.querySelector('acme-rating-scale'));

defineAll();
defineAll({ prefix: 'acme' });
defineAll({ prefix: 'acme', registry: scopedRegistry() });
// @ts-expect-error a prefix is text
defineAll({ prefix: 1 });

const [first] = getRegistrationReport();
if (first) {
  exactly<'ours' | 'another-copy' | 'another-version' | 'something-else'>()(first.holder);
  exactly<string | undefined>()(first.heldBy);
  exactly<boolean>()(first.conflict);
  // @ts-expect-error it tells, and nothing can be set
  first.conflict = true;
}
use(first?.tag, first?.version, first?.scoped);
