/** No ground on Earth lies lower or higher, above the ellipsoid: what does is a slip, or stands for no height. */
export const [lowestGroundMetres, highestGroundMetres] = [-600, 10_000]
