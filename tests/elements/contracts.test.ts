import { expect } from '@open-wc/testing';
import { TpRatingScale } from '../../src/index.js';
import { eventContract, findingsOf, formContract, type FieldCase } from '../../src/testing/index.js';
import { watchConsole } from './support/console.js';
import { fields, underContract } from './support/fields.js';

watchConsole();

let made = 0;

/** A class of a host's, under the contract of the field that it extends. */
function subclass(own: CustomElementConstructor): FieldCase {
  const [rating] = fields;
  if (!rating) throw new Error('The first field is the rating scale.');
  made += 1;
  const tag = `their-scale-${made}`;
  customElements.define(tag, own);
  return { ...underContract(rating), tag };
}

const broken = async (own: CustomElementConstructor): Promise<readonly string[]> => {
  const one = subclass(own);
  return (await findingsOf([...formContract(one), ...eventContract(one)])).map(({ name }) => name);
};

describe('The contracts of a field', () => {
  it('are kept by a class that extends one and adds to it', async () => {
    expect(
      await broken(
        class extends TpRatingScale {
          readonly own = 'something more';
        },
      ),
    ).to.deep.equal([]);
  });

  it('find a class that loses what the browser kept', async () => {
    const found = await broken(
      class extends TpRatingScale {
        override formStateRestoreCallback(): void {
          // Forgets it.
        }
      },
    );
    expect(found).to.deep.equal(['takes back what the browser kept, and says so as restored']);
  });

  it('find a class that goes over a veto', async () => {
    const found = await broken(
      class extends TpRatingScale {
        protected override ask(answer: Parameters<TpRatingScale['ask']>[0]): boolean {
          super.ask(answer);
          return true;
        }
      },
    );
    expect(found).to.include('leaves everything as it was after a veto, while unanswered');
    expect(found).to.include('leaves everything as it was after a veto, while answered');
  });

  it('find a class that tells what nobody did, and say what it told', async () => {
    const one = subclass(
      class extends TpRatingScale {
        override set value(value: unknown) {
          super.value = value as never;
          this.dispatchEvent(new Event('change', { bubbles: true }));
        }
        override get value(): never {
          return super.value as never;
        }
      },
    );
    const found = await findingsOf(eventContract(one));
    expect(found[0]?.name).to.equal('tells nothing when the host sets, resets or clears the answer');
    expect(found[0]?.message).to.match(/^what is told: expected \[\], and it is \["change"/);
  });

  it('find a class that sends another value', async () => {
    const found = await broken(
      class extends TpRatingScale {
        protected override toFormValue(): string {
          return 'nothing';
        }
      },
    );
    expect(found).to.include('sends the value that is set, in the same turn');
  });

  it('leave nothing in the page', () => {
    expect(document.querySelectorAll('form, fieldset, label')).to.have.lengthOf(0);
  });
});
