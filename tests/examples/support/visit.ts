import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { Recording } from '../../e2e/support/recording.js';

/** A busy machine takes its time. */
export const patiently = { timeout: 20_000 };

/** The page that each example has: two people, a conversation, a form, and what the page has heard. */
export class Visit extends Recording {
  async goto(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByRole('heading', { name: 'What matters' }).waitFor();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Waits until the page says something about what it has heard. */
  async shows(label: 'Answered last' | 'Kept here' | 'Status' | 'Sent', words: string): Promise<void> {
    await expect.poll(() => this.page.getByLabel(label, { exact: true }).textContent(), patiently).toBe(words);
  }

  /** What is in the box for the person's own words. */
  async holds(outcome: string, words: string): Promise<void> {
    await expect.poll(() => this.card(outcome).words.inputValue(), patiently).toBe(words);
  }

  safety(answer: string): Locator {
    return this.page
      .getByRole('group', { name: 'How much of the time do you feel safe?' })
      .getByRole('radio', { name: answer, exact: true });
  }
}

export interface Storing {
  /** What was sent, in order. */
  readonly sent: string[];
  /** Answers the oldest request that waits. */
  answer: (status: number) => Promise<void>;
}

/** Stands in for the server of the host: it answers when the test says so. */
export async function holdStoring(page: Page): Promise<Storing> {
  const sent: string[] = [];
  const waiting: ((status: number) => Promise<void>)[] = [];
  await page.route('**/api/records', (route) => {
    sent.push(route.request().postData() ?? '');
    waiting.push((status) => route.fulfill({ status }));
  });
  return {
    sent,
    answer: async (status) => {
      await expect.poll(() => waiting.length, patiently).toBeGreaterThan(0);
      await waiting.shift()?.(status);
    },
  };
}
