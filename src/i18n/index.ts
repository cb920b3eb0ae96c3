export { formatList, formatLocalDate } from './format.js';
export { registerStrings, type StringPack, type StringValues } from './strings.js';
