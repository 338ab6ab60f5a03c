/** True for addresses that this package answers itself; all others belong to the pages. */
export const isPublicArea = (url: string): boolean =>
  /^\/(?:(?:api|tiles|terrain)(?:[/?]|$)|(?:healthz|readyz)(?:\?|$))/.test(url)
