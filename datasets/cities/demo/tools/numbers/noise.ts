import {mix} from './hash.ts'

// Gradients of about equal length; whole turns are not needed for noise that looks even.
const gradientX = [1, -1, 1, -1, 1.4, -1.4, 0, 0]
const gradientY = [1, 1, -1, -1, 0, 0, 1.4, -1.4]

/** Smooth noise of about −1 to 1 with features one unit apart: gradients on a lattice of whole numbers (Perlin 2002). */
export function noise(seed: number, x: number, y: number): number {
  const column = Math.floor(x)
  const row = Math.floor(y)
  const u = x - column
  const v = y - row
  const corner = (right: number, up: number) => {
    const key = mix(Math.imul(column + right, 0x27d4eb2d) ^ Math.imul(row + up, 0x165667b1) ^ seed) & 7
    return gradientX[key]! * (u - right) + gradientY[key]! * (v - up)
  }
  const easedU = fade(u)
  const easedV = fade(v)
  const low = corner(0, 0)
  const high = corner(0, 1)
  const bottom = low + (corner(1, 0) - low) * easedU
  const top = high + (corner(1, 1) - high) * easedU
  return bottom + (top - bottom) * easedV
}

/** Noise of several sizes on top of each other, each half as wide and half as strong as the one before. */
export function layeredNoise(seed: number, x: number, y: number, layers = 4): number {
  let sum = 0
  let strength = 1
  let stretch = 1
  for (let layer = 0; layer < layers; layer++) {
    sum += strength * noise(seed + layer * 101, x * stretch, y * stretch)
    strength /= 2
    stretch *= 2
  }
  return sum
}

/** A single value that wanders smoothly along x, about −1 to 1. */
export const wander = (seed: number, x: number): number => noise(seed, x, 0.37)

const fade = (t: number) => t * t * t * (t * (t * 6 - 15) + 10)
