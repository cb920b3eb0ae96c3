/** The texts in an element's shadow root that would be printed, without what a list offers. */
export function printed(element: Element): string {
  const root = element.shadowRoot;
  if (!root) throw new Error(`<${element.localName}> has no shadow root.`);
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) {
    const around = texts.currentNode.parentElement;
    if (around?.checkVisibility() && around.localName !== 'option') found.push(texts.currentNode.textContent ?? '');
  }
  return found.join(' ').replace(/\s+/g, ' ').trim();
}

const changed = new Set<CSSMediaRule>();

/** Shows an element as it would be printed. Only Chromium can be told to, so the rules for print are made to hold on the screen. */
export function print(element: Element): void {
  for (const { cssRules } of element.shadowRoot?.adoptedStyleSheets ?? [])
    for (const rule of cssRules)
      if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') {
        changed.add(rule);
        rule.media.mediaText = 'all';
      }
}

/** Back to the screen. */
export function backToScreen(): void {
  for (const rule of changed) rule.media.mediaText = 'print';
  changed.clear();
}
