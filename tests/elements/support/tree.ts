import { executeServerCommand } from '@web/test-runner-commands';

/** Only Chromium hands out its accessibility tree. */
export const hasTree = /Chrome\//.test(navigator.userAgent);

interface Value {
  readonly value?: string | number | boolean;
}
interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly value?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
  readonly childIds?: readonly string[];
}

const STATES = ['checked', 'disabled', 'expanded', 'required', 'invalid', 'readonly', 'level', 'live'];
/** Nodes that say nothing themselves, and the words of a label or button, which are its control's name already. */
const SILENT = new Set(['generic', 'none', 'InlineTextBox', 'LabelText', 'Legend', 'LayoutTable', 'Section']);
/** What holds running text of its own. */
const TEXT = new Set(['paragraph', 'definition', 'term', 'status', 'alert', 'listitem', 'Paragraph']);
/** What a browser draws inside its own controls is not ours to expect. */
const CLOSED = new Set(['Date', 'combobox', 'textbox', 'radio', 'checkbox', 'button', 'heading', 'DisclosureTriangle']);

/**
 * What a screen reader is told about the element with this `aria-label`: one line for each node, its role, "name", and what it says beside
 * that, as Chromium computes it through every shadow root.
 */
export async function tree(label: string): Promise<string> {
  const { result } = await executeServerCommand<{ result: { nodes: readonly Node[] } }, unknown>('cdp', {
    method: 'Accessibility.getFullAXTree',
  });
  const byId = new Map(result.nodes.map((node) => [node.nodeId, node]));
  const children = ({ childIds = [] }: Node): readonly Node[] => childIds.flatMap((id) => byId.get(id) ?? []);
  const textOf = (node: Node): string =>
    node.role?.value === 'StaticText' ? String(node.name?.value ?? '') : children(node).map(textOf).join(' ');

  const describe = (node: Node, role: string): string => {
    const states = (node.properties ?? [])
      .filter(
        ({ name, value }) =>
          STATES.includes(name) && value.value !== false && value.value !== 'false' && value.value !== '',
      )
      .map(({ name, value }) =>
        value.value === true || value.value === 'true' ? name : `${name}=${String(value.value)}`,
      );
    const said = String(node.name?.value || (TEXT.has(role) ? textOf(node) : ''))
      .replace(/\s+/g, ' ')
      .trim();
    const own = said && `"${said}"`;
    return [
      role,
      own,
      node.description?.value ? `(${String(node.description.value)})` : '',
      node.value?.value === undefined || node.value.value === '' || !CLOSED.has(role)
        ? ''
        : `= ${String(node.value.value)}`,
      ...states,
    ]
      .filter(Boolean)
      .join(' ');
  };

  const lines = (node: Node, depth: number, inLabel: boolean): string[] => {
    const role = String(node.role?.value ?? 'none');
    const labelled = inLabel || role === 'LabelText' || role === 'Legend';
    if (role === 'StaticText') return labelled ? [] : [`${'  '.repeat(depth)}text ${String(node.name?.value ?? '')}`];
    if (node.ignored || SILENT.has(role)) return children(node).flatMap((child) => lines(child, depth, labelled));
    const own = `${'  '.repeat(depth)}${describe(node, role)}`;
    if (CLOSED.has(role)) return [own];
    const inside = children(node).flatMap((child) => lines(child, depth + 1, TEXT.has(role)));
    return [own, ...inside];
  };

  const root = result.nodes.find((node) => !node.ignored && node.name?.value === label);
  return root
    ? children(root)
        .flatMap((child) => lines(child, 0, false))
        .join('\n')
    : '';
}
