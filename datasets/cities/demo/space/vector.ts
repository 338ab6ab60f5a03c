/** A place or a direction in the plan: metres east and north of its south-west corner. */
export type Point = readonly [x: number, y: number]

/** West, south, east, north. */
export type Box = [number, number, number, number]

/** Rounded to the millimetre. */
export const millimetres = (value: number): number => Math.round(value * 1000) / 1000
