import {bodies} from '../../world/bodies.ts'
import {cityKatottg} from '../../world/districts.ts'

/** The body petitions and projects are addressed to, as the annexes ask for it. */
export const cityCouncil = {
  ...bodies.council,
  katottg: cityKatottg,
}
