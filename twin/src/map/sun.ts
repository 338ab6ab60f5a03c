/**
 * The sun of the scene, on an ordinary morning that never passes: where it stands, as parts of a unit vector to the
 * east, to the north and upwards. Houses are lit by it, and the base map has their shadows: azimuth 128°, 40° high.
 */
export const sun = {east: 0.604, north: -0.472, up: 0.643} as const
