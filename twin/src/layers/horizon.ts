const earthRadiusMetres = 6_371_000

/**
 * Where the horizon is on a picture that `fieldDegrees` of view are high, as a share of its height from the top: below 0
 * it lies over the picture. The horizon lies below the level by its dip, the arc whose cosine is R / (R + height).
 */
export function horizonShare(pitchDegrees: number, heightMetres: number, fieldDegrees: number): number {
  const dipDegrees = degrees(Math.acos(earthRadiusMetres / (earthRadiusMetres + Math.max(0, heightMetres))))
  const upDegrees = Math.max(-89, Math.min(89, -pitchDegrees - dipDegrees))
  return 0.5 - Math.tan(radians(upDegrees)) / (2 * Math.tan(radians(fieldDegrees / 2)))
}

const radians = (angle: number) => (angle * Math.PI) / 180
const degrees = (angle: number) => (angle * 180) / Math.PI
