import type {Scope} from '../../chapter.ts'

/** Hours since 1970, the end is the first hour after. */
export type NoiseFaults = {
  /** Both columns change places after an update. */
  swapped: {station: string; from: number; to: number}
  /** The microphone is off: zeros. */
  deaf: {station: string; from: number; to: number}
}

export function noiseFaults({today}: Pick<Scope, 'today'>): NoiseFaults {
  return {
    swapped: {station: 'NS-06', from: (today - 121) * 24 + 9, to: (today - 118) * 24 + 14},
    deaf: {station: 'NS-09', from: (today - 260) * 24 + 3, to: (today - 255) * 24 + 10},
  }
}
