import {exp} from '../../../tools/numbers/exact.ts'
import type {Trees} from '../ground.ts'
import {treeSpecies} from './tree-species.ts'

/** The year in which heights were measured. */
export const surveyYear = 2025

/** Trees as they are planted. */
export class TreeList {
  #x: number[] = []
  #y: number[] = []
  #species: number[] = []
  #planted: number[] = []
  #street: number[] = []
  #vigour: number[] = []

  /** @param vigour how well it grows, about 1 */
  plant(x: number, y: number, species: number, year: number, street: number, vigour: number): void {
    this.#x.push(x)
    this.#y.push(y)
    this.#species.push(species)
    this.#planted.push(Math.min(surveyYear - 2, year))
    this.#street.push(street)
    this.#vigour.push(vigour)
  }

  finish(): Trees {
    const count = this.#x.length
    const heightMetres = new Float32Array(count)
    const crownMetres = new Float32Array(count)
    const grown = treeSpecies.map(({growthYears}) =>
      Float64Array.from({length: 200}, (_, age) => 1 - exp((-1.1 * age) / growthYears)),
    )
    for (let index = 0; index < count; index++) {
      const species = this.#species[index]!
      const {heightMetres: full, crownMetres: wide} = treeSpecies[species]!
      const share = grown[species]![Math.min(199, surveyYear - this.#planted[index]!)]! * this.#vigour[index]!
      heightMetres[index] = Math.max(1.2, Math.round(full * share * 10) / 10)
      crownMetres[index] = Math.max(0.6, Math.round(wide * share * 10) / 10)
    }
    return {
      count,
      x: Float32Array.from(this.#x),
      y: Float32Array.from(this.#y),
      heightMetres,
      crownMetres,
      species: Uint8Array.from(this.#species),
      planted: Uint16Array.from(this.#planted),
      street: Int16Array.from(this.#street),
    }
  }
}
