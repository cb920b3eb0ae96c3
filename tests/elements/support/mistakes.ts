import { expect } from '@open-wc/testing';
import type { TpElement } from '../../../src/base/tp-element.js';
import type { ErrorDetail } from '../../../src/schema/events.js';
import type { Console } from './console.js';
import { drawn, mount, within } from './dom.js';
import { expectGoodShape, listen, type Heard } from './events.js';

/** What a page says of one mistake: once as an event, once in the console, with what, where and how to mend it. */
export function expectSaid(
  said: Console,
  heard: Heard,
  code: string,
  { where, message, hint }: { where: RegExp; message: RegExp; hint: RegExp },
): void {
  const errors = heard.details<ErrorDetail>('tp-error').filter((detail) => detail.code === code);
  expect(errors, `tp-error ${code}`).to.have.lengthOf(1);
  const [error] = errors;
  expect(error?.where).to.match(where);
  expect(error?.message).to.match(message);
  expect(error?.hint).to.match(hint);
  for (const event of heard.events) expectGoodShape(event);
  const lines = said.take().filter((line) => line.includes(`(${code})`));
  expect(lines, `the console about ${code}`).to.have.lengthOf(1);
  expect(lines[0])
    .to.match(/^\[talking-points-elements\] </)
    .and.match(message)
    .and.match(hint);
}

/** An element with a mistake, drawn twice: nothing may be said again because of that. */
export async function withMistake<T extends TpElement>(
  markup: string,
  set: Partial<T> = {},
): Promise<{ element: T; heard: Heard }> {
  const heard = listen(document, ['tp-error']);
  const page = await mount('<div></div>');
  page.append(document.createRange().createContextualFragment(markup));
  const element = within<T>(page, '*');
  Object.assign(element, set);
  await drawn(element);
  element.requestUpdate();
  await drawn(element);
  return { element, heard };
}
