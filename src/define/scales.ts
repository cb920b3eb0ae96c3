import { lookAgain } from '../model/in-page.js';
import { findScale } from '../scales/registry.js';

/** Lets `tp-rating-scale` find the shipped scales by their ids. `define`, `define/tp-outcome` and `define/tp-conversation` do so too. */
findScale('met-3');
lookAgain();
