import { keepWhatWasTyped } from '../base/hydration.js';
import { TpElement } from '../base/tp-element.js';

/** Imported before the elements are registered: what somebody did in a page that a server has drawn is kept. */
TpElement.addInitializer((element) => {
  keepWhatWasTyped(element as TpElement);
});
