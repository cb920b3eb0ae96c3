import { Fragment, type ReactElement, type ReactNode } from 'react';
import { described, methodsOf, optionsOf } from './manifest.js';
import { contrast, PAIRS, purposeOf, readTokens, type Token } from './tokens.js';

/** Text with `code` in it, as JSDoc has it. */
export function Words({ children }: { readonly children: string }): ReactElement {
  return (
    <>
      {children
        .split('`')
        .map((part, index) => (index % 2 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>))}
    </>
  );
}

const cell = (content: ReactNode): ReactNode => (typeof content === 'string' ? <Words>{content}</Words> : content);

/** A table that scrolls in its own frame where the page is narrow. The first cell of a row names the row. */
export function Table(props: {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}): ReactElement {
  const { caption, head, rows } = props;
  return (
    <div className="table sb-unstyled" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest], row) => (
            <tr key={row}>
              <th scope="row">{cell(first)}</th>
              {rest.map((content, index) => (
                <td key={index}>{cell(content)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const code = (text: string): ReactElement => <code>{text}</code>;

type Named = readonly { readonly name: string; readonly description?: string }[] | undefined;

const rowsOf = (items: Named, wrap: (name: string) => string): ReactNode[][] =>
  (items ?? []).map(({ name, description = '' }) => [code(wrap(name)), description]);

/** What can be styled and filled from outside: parts, slots and states, from the manifest. */
export function Anatomy({ of }: { readonly of: string }): ReactElement {
  const { cssParts, slots, cssStates } = described(of);
  return (
    <>
      <Table
        caption={`Parts of ${of}`}
        head={['Part', 'What it is']}
        rows={rowsOf(cssParts, (name) => `::part(${name})`)}
      />
      {slots?.length ? (
        <Table
          caption={`Slots of ${of}`}
          head={['Slot', 'What goes in']}
          rows={rowsOf(slots, (name) => (name && name !== '-' ? `slot="${name}"` : '(no name)'))}
        />
      ) : null}
      {cssStates?.length ? (
        <Table
          caption={`States of ${of}`}
          head={['State', 'When']}
          rows={rowsOf(cssStates, (name) => `:state(${name})`)}
        />
      ) : null}
    </>
  );
}

/** Attributes, properties and methods, from the manifest. */
export function Options({ of }: { readonly of: string }): ReactElement {
  return (
    <>
      <Table
        caption={`Properties of ${of}`}
        head={['Property', 'Attribute', 'Type', 'At first', 'What it does']}
        rows={optionsOf(of).map(({ property, attribute, type, initial, description }) => [
          code(property),
          attribute ? code(attribute) : '',
          code(type),
          initial && initial !== 'undefined' ? code(initial) : '',
          description,
        ])}
      />
      {methodsOf(of).length > 0 ? (
        <Table
          caption={`Methods of ${of}`}
          head={['Method', 'What it does']}
          rows={rowsOf(methodsOf(of), (name) => `${name}()`)}
        />
      ) : null}
    </>
  );
}

/** The events of an element, from the manifest. */
export function Fires({ of }: { readonly of: string }): ReactElement {
  return (
    <Table caption={`Events of ${of}`} head={['Event', 'When']} rows={rowsOf(described(of).events, (name) => name)} />
  );
}

/** Which key does what. */
export function Keys({ rows }: { readonly rows: readonly (readonly [keys: string, what: string])[] }): ReactElement {
  return <Table caption="Keyboard" head={['Key', 'What it does']} rows={rows} />;
}

/** A piece of data as it really is. */
export function Sample({ label, data }: { readonly label: string; readonly data: unknown }): ReactElement {
  return (
    <pre className="sample sb-unstyled" role="region" aria-label={label} tabIndex={0}>
      {JSON.stringify(data, null, 2)}
    </pre>
  );
}

const swatch = ({ isColour }: Token, value: string): ReactElement => (
  <>
    {isColour && value.startsWith('#') ? <span className="swatch" style={{ background: value }} /> : null}
    <code>{value}</code>
  </>
);

/** Every design token with what holds where nobody sets it, read from the code. */
export function Tokens(): ReactElement {
  return (
    <Table
      caption="Design tokens"
      head={['Token', 'In light', 'In dark', 'What it is for']}
      rows={[
        ...readTokens().map((token) => [
          code(token.name),
          swatch(token, token.light),
          swatch(token, token.dark),
          purposeOf(token.name),
        ]),
        [code('--tp-font-family'), 'the page’s', 'the page’s', 'Type of everything but the person’s words'],
        [code('--tp-words-font-family'), 'the page’s', 'the page’s', 'Type of the person’s words'],
        [code('--tp-font-size'), 'the page’s', 'the page’s', 'The size that every other one is a multiple of'],
      ]}
    />
  );
}

const ratio = (front: string, ground: string, least: number): string => {
  const found = contrast(front, ground);
  return `${found.toFixed(1)} : 1${found >= least ? '' : ' (too little)'}`;
};

/** The contrast of every pair of colours that meet, reckoned from the tokens' own values. */
export function Contrasts(): ReactElement {
  const tokens = new Map(readTokens().map((token) => [token.name.replace('--tp-color-', ''), token]));
  return (
    <Table
      caption="Contrast"
      head={['Colour', 'On', 'In light', 'In dark', 'At least']}
      rows={PAIRS.map(([front, ground, least]) => {
        const [one, other] = [tokens.get(front), tokens.get(ground)];
        if (!one || !other) throw new Error(`There is no token for ${front} or ${ground}.`);
        return [
          front,
          ground,
          ratio(one.light, other.light, least),
          ratio(one.dark, other.dark, least),
          `${least} : 1`,
        ];
      })}
    />
  );
}
