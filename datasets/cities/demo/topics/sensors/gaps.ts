import {mix} from '../../tools/numbers/hash.ts'

/** When a device says nothing: now and then it falls silent for some hours. Hours are asked for in their order. */
export class Gaps {
  #key: number
  #chance: number
  #longest: number
  #day = -1
  #from = 0
  #to = 0

  /**
   * @param key the device's own
   * @param chance that it falls silent on a day
   * @param longest hours of silence
   */
  constructor(key: number, chance: number, longest: number) {
    this.#key = key
    this.#chance = chance * 0x1_0000_0000
    this.#longest = longest
  }

  /** Is nothing heard in this hour, counted since 1970? */
  isSilent(hour: number): boolean {
    const day = Math.floor(hour / 24)
    if (day !== this.#day) {
      this.#day = day
      const bits = mix(this.#key ^ Math.imul(day, 0x27d4eb2d))
      if (hour >= this.#to && bits < this.#chance) {
        const when = mix(bits ^ 0x51ed270b)
        this.#from = day * 24 + (when % 24)
        this.#to = this.#from + 1 + ((when >>> 8) % this.#longest)
      }
    }
    return hour >= this.#from && hour < this.#to
  }
}
