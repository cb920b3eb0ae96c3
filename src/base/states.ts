/** An element's custom states. A WebView of some years ago has `ElementInternals` without them. */
export const statesOf = (internals: { readonly states?: CustomStateSet } | undefined): CustomStateSet | undefined =>
  internals?.states;
