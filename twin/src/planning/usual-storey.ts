/** Where a document gives storeys and no height, or a height and no storeys. */
export const usualStoreyMetres = 3
