// What a host of Smart Forms does: builds the form, draws it, and takes the response out.
import {
  BaseRenderer,
  buildForm,
  getResponse,
  removeInternalIdsFromResponse,
  RendererThemeProvider,
  useRendererQueryClient,
} from '@aehrc/smart-forms-renderer';
import { QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
// @ts-expect-error -- comes without types
import { createRoot } from 'react-dom/client';

const Form = () =>
  createElement(
    RendererThemeProvider,
    null,
    // Smart Forms carries its own copy of the types.
    createElement(
      QueryClientProvider,
      { client: /** @type {any} */ (useRendererQueryClient()) },
      createElement(BaseRenderer),
    ),
  );

/** @param {any} questionnaire @param {any} questionnaireResponse */
async function show(questionnaire, questionnaireResponse) {
  await buildForm({ questionnaire, questionnaireResponse, terminologyServerUrl: 'http://127.0.0.1/none' });
  createRoot(/** @type {HTMLElement} */ (document.getElementById('form'))).render(createElement(Form));
}

/** @param {any} questionnaire */
const taken = (questionnaire) => removeInternalIdsFromResponse(questionnaire, getResponse());

Object.assign(globalThis, { smartForms: { show, taken } });
