/** @typedef {any} Declaration of the custom elements manifest */

/** src/elements/tp-prompt.ts, as it is published: dist/elements/tp-prompt.js @param {string} path */
const asPublished = (path) => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');

/** @param {Declaration} member */
const isPublic = (member) =>
  member.privacy !== 'private' &&
  member.privacy !== 'protected' &&
  !member.name.startsWith('#') &&
  !member.name.startsWith('_');

/** Public, and not there for lit or the browser: what a host can use. @param {Declaration} member */
const isForHosts = (member) =>
  isPublic(member) &&
  !member.name.endsWith('Callback') &&
  !(member.static && ['properties', 'styles', 'english', 'formAssociated', 'shadowRootOptions'].includes(member.name));

/** @param {Declaration} value @param {(found: Declaration) => void} visit */
function walk(value, visit) {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (value && typeof value === 'object') {
    visit(value);
    for (const inner of Object.values(value)) walk(inner, visit);
  }
}

/**
 * Brings the manifest to what is published: tags from `defineElement('tp-…', TpClass)`, public members only, paths of dist.
 */
export function published() {
  /** @type {Map<string, string>} class by tag */
  const tags = new Map();
  return {
    name: 'published',
    /** @param {{ ts: typeof import('typescript'), node: import('typescript').Node }} found */
    analyzePhase({ ts, node }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineElement') return;
      const [tag, constructor] = node.arguments;
      if (tag && constructor && ts.isStringLiteral(tag) && ts.isIdentifier(constructor))
        tags.set(constructor.text, tag.text);
    },
    /** @param {{ customElementsManifest: Declaration }} found */
    packageLinkPhase({ customElementsManifest: manifest }) {
      for (const file of manifest.modules) {
        // defineElement itself, where the analyzer finds a tag by the name of `tag`.
        file.exports = file.exports?.filter(
          (/** @type {Declaration} */ { kind }) => kind !== 'custom-element-definition',
        );
        for (const declaration of file.declarations ?? []) {
          // A base class is not an element of its own.
          const tag = tags.get(declaration.name);
          if (tag) Object.assign(declaration, { tagName: tag, customElement: true });
          else delete declaration.customElement;
          if (tag)
            file.exports = [
              ...(file.exports ?? []),
              {
                kind: 'custom-element-definition',
                name: tag,
                declaration: { name: declaration.name, module: file.path },
              },
            ];
          // dispatchEvent(new XEvent()) adds an event without a name beside the one that @fires describes.
          if (declaration.events)
            declaration.events = declaration.events.filter(
              (/** @type {Declaration} */ event) =>
                event.name?.startsWith('tp-') || ['input', 'change'].includes(event.name),
            );
          if (declaration.members) declaration.members = declaration.members.filter(isForHosts);
          // lit's inner state has no attribute, though the analyzer lists one.
          if (declaration.attributes)
            declaration.attributes = declaration.attributes.filter(
              (/** @type {Declaration} */ { name, fieldName }) =>
                name &&
                (!fieldName ||
                  declaration.members?.some((/** @type {Declaration} */ member) => member.name === fieldName)),
            );
        }
      }
      walk(manifest, (found) => {
        for (const key of ['path', 'module']) if (typeof found[key] === 'string') found[key] = asPublished(found[key]);
      });
    },
  };
}
