import { resolve } from 'node:path';
import { build } from 'vite';
import { open, serve, startBrowser } from './pages.js';

/** @import { Locator, Page } from 'playwright-core' */

/**
 * A form renderer in a page. An item that may come more than once is meant where it stands first.
 * @typedef {object} Renderer
 * @property {string} name
 * @property {string} path of its page
 * @property {(page: Page, questionnaire: object, response: object) => Promise<void>} show
 * @property {(page: Page, linkId: string, label: string) => Locator} option the label that holds the radio
 * @property {(page: Page, linkId: string) => Locator} text
 * @property {(page: Page, questionnaire: object) => Promise<any>} taken the response as it is now
 */

/** NLM's, as its own pages load it. @param {'R4' | 'R5'} version @returns {Renderer} */
export const lforms = (version) => ({
  name: `NLM LForms, ${version}`,
  path: '/pages/lforms.html',
  show: async (page, questionnaire, response) => {
    await page.waitForFunction(() => 'LForms' in globalThis);
    await page.evaluate(async ([form, answers, release]) => {
      const { Util } = /** @type {any} */ (globalThis).LForms;
      const empty = Util.convertFHIRQuestionnaireToLForms(form, release);
      await Util.addFormToPage(Util.mergeFHIRDataIntoLForms(answers, empty, release), 'form', {});
    }, /** @type {const} */ ([questionnaire, response, version]));
  },
  option: (page, linkId, label) =>
    page
      .locator(`[id^="item-${linkId}/"]`)
      .first()
      .locator('label.lhc-answer')
      .filter({ has: page.getByText(label, { exact: true }) }),
  text: (page, linkId) => page.locator(`textarea[id^="${linkId}/"]`).first(),
  taken: (page) =>
    page.evaluate(
      (release) => /** @type {any} */ (globalThis).LForms.Util.getFormFHIRData('QuestionnaireResponse', release),
      version,
    ),
});

/** CSIRO's, in React, bundled as a host would. @returns {Renderer} */
export const smartForms = () => ({
  name: 'CSIRO Smart Forms',
  path: '/built/smart-forms.html',
  show: async (page, questionnaire, response) => {
    await page.waitForFunction(() => 'smartForms' in globalThis);
    await page.evaluate(
      async ([form, answers]) => /** @type {any} */ (globalThis).smartForms.show(form, answers),
      /** @type {const} */ ([questionnaire, response]),
    );
  },
  option: (page, linkId, label) =>
    page
      .locator(`[data-linkid="${linkId}"]`)
      .first()
      .locator('label')
      .filter({ has: page.locator(`[data-test="radio-single-${label}"]`) }),
  // The other one is out of sight, and measures the height.
  text: (page, linkId) => page.locator(`[data-linkid="${linkId}"] textarea:not([aria-hidden])`).first(),
  taken: (page, questionnaire) =>
    page.evaluate((form) => /** @type {any} */ (globalThis).smartForms.taken(form), questionnaire),
});

/** The pages of both, in one browser. */
export async function startRenderers() {
  await build({ configFile: resolve(import.meta.dirname, '../vite.config.js') });
  const folder = (/** @type {string} */ path) => resolve(import.meta.dirname, path);
  const site = await serve({
    pages: folder('../pages'),
    lforms: folder('../node_modules/lforms/dist/lforms'),
    built: folder('../../../.cache/fhir-pages'),
  });
  const browser = await startBrowser();
  return {
    /** @param {Renderer} renderer */
    open: (renderer) => open(browser, site.url + renderer.path),
    stop: async () => {
      await browser.close();
      site.close();
    },
  };
}
