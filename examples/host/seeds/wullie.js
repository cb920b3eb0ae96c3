// @ts-check
/** One person over two years and more: what mattered, what was agreed, what came of it. The scale changed in the middle. */
import { first, second } from './wullie/in-2024.js';
import { fourth, fourthCorrected, third } from './wullie/in-2025.js';
import { fifth } from './wullie/in-2026.js';

/** In the order in which they were stored. */
export const wulliesRecords = [first, second, third, fourth, fourthCorrected, fifth];
