// @ts-check
/** @import { Person } from '../store.js' */

/** @type {Person} */
export const jean = {
  id: 'jean-morrison',
  name: 'Jean Morrison',
  calledName: 'Jean',
  about:
    'Jean is 81 and lives by herself on the second floor. She broke her hip last winter. Her daughter Fiona visits at weekends.',
  framework: 'talking-points-community',
};

/** @type {Person} */
export const wullie = {
  id: 'william-geddes',
  name: 'William Geddes',
  calledName: 'Wullie',
  about:
    'Wullie is 73, a joiner all his days, and has Parkinson’s. His wife Nan looks after him. We have talked with them since early 2024.',
  framework: 'talking-points-community',
};

/** @type {Person} */
export const tam = {
  id: 'tam-ogilvie',
  name: 'Tam Ogilvie',
  calledName: 'Tam',
  about:
    'Tam is 68 and looks after his wife Rena, who has dementia. He was a postman, and walks the hills when he can.',
  framework: 'talking-points-carers',
};

/** @type {Person} */
export const aisha = {
  id: 'aisha-rahman',
  name: 'Aisha Rahman',
  calledName: 'Aisha',
  about: 'Aisha is 34 and had a brain injury in a car crash. She lives with her son Sami, who is six, and her mother.',
  framework: 'talking-points-community',
};

/** @type {Person} */
export const peggy = {
  id: 'peggy-sinclair',
  name: 'Margaret Sinclair',
  calledName: 'Peggy',
  about: 'Peggy is 89 and has lived in Rowanbank House for three years. Her niece Isla is her welfare attorney.',
  framework: 'talking-points-care-home',
};

/** @type {Person} */
export const callum = {
  id: 'callum-reid',
  name: 'Callum Reid',
  calledName: 'Callum',
  about: 'Callum is 14 and helps to look after his dad. Nobody has sat down with him yet to ask how things are.',
  framework: 'shanarri',
};
