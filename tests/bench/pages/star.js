// A star of 15 axes and four series, from four records as a host would have fetched them.
import '../../../dist/define/tp-outcome-star.js';
import { reviews } from '../lib/reviews.js';

const star = Object.assign(document.createElement('tp-outcome-star'), { records: reviews(4) });
document.body.append(star);
await star.updateComplete;

/** What it drew, as somebody would have written it by hand: without the marks that lit leaves for itself. */
export const markup = () =>
  [...(star.shadowRoot?.children ?? [])].map(({ outerHTML }) => outerHTML.replaceAll(/<!--.*?-->/g, '')).join('');
/** The style sheets that hold for it. */
export const styles = () =>
  (star.shadowRoot?.adoptedStyleSheets ?? [])
    .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
    .join('\n');
