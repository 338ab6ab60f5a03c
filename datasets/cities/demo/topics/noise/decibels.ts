import {exp, ln} from '../../tools/numbers/exact.ts'

const perDecibel = 0.23025850929940458

/** Energy of a level, relative to that of 0 dB. Levels add up as energies. */
export const energyOf = (decibels: number): number => exp(decibels * perDecibel)

/** Level of an energy, dB. */
export const decibelsOf = (energy: number): number => ln(energy) / perDecibel
