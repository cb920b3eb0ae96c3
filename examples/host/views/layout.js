// @ts-check
import { html } from './html.js';

/** @import { Html } from './html.js' */
/** @import { Problem } from '../problem.js' */

/** Who is signed in. This example has one worker and no sign-in. */
export const WORKER = { id: 'worker-0412', name: 'Mairi Campbell', role: 'Social worker' };

/**
 * The frame of every page.
 *
 * @param {object} page
 * @param {string} page.title
 * @param {readonly { href: string, label: string }[]} [page.trail] the pages above this one
 * @param {Html} page.main
 * @param {string} [page.script] a module of the page's own
 * @param {string} [page.style] a stylesheet for this page alone
 */
export const layout = ({ title, trail = [], main, script, style }) => html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <title>${title} · Kinfolk</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/app.css">
    <link rel="stylesheet" href="/assets/pages.css">
    ${style && html`<link rel="stylesheet" href="${style}">`}
    <script src="/assets/csp-log.js"></script>
    ${script && html`<script type="module" src="/assets/${script}"></script>`}
  </head>
  <body>
    <a class="skip" href="#main">Skip to the main part</a>
    <header class="masthead">
      <div class="column">
        <a class="brand" href="/">Kinfolk</a>
        <nav aria-label="Kinfolk">
          <a href="/">People</a>
          <a href="/events">Event log</a>
        </nav>
        <p class="worker">${WORKER.name}, ${WORKER.role.toLowerCase()}</p>
      </div>
    </header>
    ${
      trail.length > 0 &&
      html`<nav class="trail column" aria-label="Where you are">
        <ol>${trail.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`)}</ol>
      </nav>`
    }
    <main id="main" class="column" tabindex="-1">${main}</main>
    <footer class="column">
      <p>Kinfolk is an example system. Everybody in it is made up.</p>
    </footer>
  </body>
</html>
`;

/** @param {Problem} problem */
export const errorPage = (problem) =>
  layout({
    title: problem.title,
    main: html`<h1>${problem.title}</h1>
      <p>${problem.message}</p>
      <p><a href="/">Go to the list of people</a></p>`,
  });
