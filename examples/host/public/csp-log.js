// @ts-check
// Loaded before everything else, and not as a module, so that nothing that the browser blocks goes unseen.
// What is found stands in `window.__cspViolations`, where tests count it, and in the page's event log.
/** @type {Window & { __cspViolations?: { directive: string, blocked: string, source: string }[] }} */ (
  window
).__cspViolations = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
  /** @type {Window & { __cspViolations?: unknown[] }} */ (window).__cspViolations?.push({
    directive: effectiveDirective,
    blocked: blockedURI,
    source: `${sourceFile}:${lineNumber}`,
  });
});
